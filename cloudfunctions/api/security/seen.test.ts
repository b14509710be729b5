import { openWorld, type World } from './world'

/** B25, PIPL: who keeps the records of others and looks at what is personal is on record. */

const ADMIN = 'a-hospital-admin-x'
const LOOKS: ReadonlyArray<readonly [operation: string, input: unknown, entry: object]> = [
  ['person.get', { id: 'a-person-x' }, { operation: 'person.get', subject: 'a-person-x', after: { seen: 'record' } }],
  ['person.list', {}, { operation: 'person.list', subject: 'a', after: { seen: 'people' } }],
  ['certificate.get', { id: 'a-cert-x' }, { operation: 'certificate.get', subject: 'a-cert-x', after: { seen: 'papers' } }],
  ['certificate.chain', { id: 'a-cert-x' }, { operation: 'certificate.get', subject: 'a-cert-x', after: { seen: 'papers' } }],
  ['submission.get', { id: 'a-handed-x' }, { operation: 'submission.get', subject: 'a-handed-x', after: { seen: 'handed-in' } }],
]
const entries = (world: World) => world.store.all('audit').filter(({ _id }) => _id !== 'a-audit-x' && !_id.startsWith('b-') && _id !== 'a-audit-y')
const look = (world: World, who: string, operation: string, input: unknown) => world.ask(`o-${who}`, { operation, input })

test.each(LOOKS)('%s by a manager stands in the audit, once a day however often he looks', async (operation, input, entry) => {
  const world = openWorld()
  expect(await look(world, ADMIN, operation, input)).toMatchObject({ ok: true })
  await Promise.all([1, 2, 3].map(() => look(world, ADMIN, operation, input)))
  expect(entries(world)).toMatchObject([{ ...entry, institutionId: 'a', accountId: ADMIN, before: null }])
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  await look(world, ADMIN, operation, input)
  await look(world, 'a-department-head-x', operation, input)
  expect(entries(world).map(({ accountId }) => accountId)).toEqual([ADMIN, ADMIN, 'a-department-head-x'])
})

test.each(LOOKS)('%s by who keeps nobody’s records, or of what he may not see, leaves nothing', async (operation, input) => {
  const world = openWorld()
  await look(world, 'a-staff-x', operation, input)
  await look(world, 'a-viewer-x', operation, input)
  if (operation !== 'person.list') await look(world, 'b-hospital-admin-x', operation, input)
  expect(entries(world)).toEqual([])
})

test('a look told already costs the reading one question by id and no write', async () => {
  const world = openWorld()
  await look(world, ADMIN, 'certificate.get', { id: 'a-cert-x' })
  const before = world.store.calls.length
  await look(world, ADMIN, 'certificate.get', { id: 'a-cert-x' })
  const again = world.store.calls.slice(before)
  expect(again.filter(({ kind }) => kind === 'write')).toEqual([])
  expect(again.filter(({ collection }) => collection === 'audit')).toHaveLength(1)
})

test('the history of a certificate tells changes, never who looked at it; the audit finds looks by their own topic', async () => {
  const world = openWorld()
  await look(world, ADMIN, 'certificate.get', { id: 'a-cert-x' })
  expect(await look(world, ADMIN, 'certificate.history', { id: 'a-cert-x' })).toMatchObject({ data: { rows: [{ operation: 'certificate.save' }], total: 1 } })
  expect(await look(world, 'a-auditor-x', 'audit.list', { topic: 'seen' })).toMatchObject({ data: { total: 1, rows: [{ operation: 'certificate.get', changes: [{ field: 'seen', after: 'papers' }] }] } })
})
