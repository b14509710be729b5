import type { Reply } from '../../../contract/call'
import { openWorld, stored, tokenOf, askWeb, httpEvent, type World } from './world'

/** PIPL art. 47: somebody has deleted what is kept of him, and the hospital keeps what it must. */

const STAFF = 'a-staff-x'
const [ADMIN, OTHER_ADMIN] = ['a-hospital-admin-x', 'a-hospital-admin-y']
let counter = 0
const erase = (world: World, who: string): Promise<Reply> => world.ask(`o-${who}`, { operation: 'account.erase-own', input: {}, requestId: `request-${String((counter += 1)).padStart(12, '0')}` })
const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.code)
const accountOf = (world: World, id: string) => world.store.all('accounts').find(({ _id }) => _id === id)

test('what can go is gone at once: phone, password, WeChat, sessions, messages, what was handed in and not approved, with its scans', async () => {
  const world = openWorld()
  await world.store.update('certificates', { _id: 'a-cert-x' }, { set: { submissionId: `${STAFF}-submission` } })
  expect(codeOf(await erase(world, STAFF))).toBe('ok')
  expect(accountOf(world, STAFF)).toMatchObject({ active: false, phone: '', passwordHash: '', personId: null, loginName: STAFF, name: `${STAFF}的主人` })
  for (const collection of ['wechat_links', 'sessions', 'inbox', 'subscription_credits', 'subscription_grants'] as const) {
    expect([collection, world.store.all(collection).filter(({ accountId }) => accountId === STAFF)]).toEqual([collection, []])
  }
  expect(world.store.all('submissions').filter(({ byAccountId }) => byAccountId === STAFF)).toEqual([])
  expect(world.store.all('certificates').find(({ _id }) => _id === 'a-cert-x')?.submissionId).toBeNull()
  expect(world.store.all('uploads').filter(({ accountId }) => accountId === STAFF).every(({ state, name }) => state === 'dropped' && name === '')).toBe(true)
  expect(world.store.all('uploads').find(({ _id }) => _id === 'a-handedfile-x')).toMatchObject({ state: 'dropped', fileId: 'file-a-handedfile-x', name: '' })
})

test('certificates, people and what others have stay as they were; the administrators read in the audit what happened, without the number', async () => {
  const world = openWorld()
  const rest = () => JSON.stringify([
    world.store.all('certificates'), world.store.all('people'), world.store.all('accounts').filter(({ _id }) => _id !== STAFF), world.store.all('inbox').filter(({ accountId }) => accountId !== STAFF),
    world.store.all('sessions').filter(({ accountId }) => accountId !== STAFF), world.store.all('submissions').filter(({ byAccountId }) => byAccountId !== STAFF),
  ])
  const before = rest()
  await erase(world, STAFF)
  expect(rest()).toBe(before)
  const entry = world.store.all('audit').find(({ operation }) => operation === 'account.erase-own')
  expect(entry).toMatchObject({ subject: STAFF, accountId: STAFF, before: { active: true }, after: { active: false, submissions: 3, phone: '' } })
  expect(JSON.stringify(entry)).not.toContain('13800000001')
})

test('afterwards neither his phone nor his session lets him in', async () => {
  const world = openWorld()
  await erase(world, STAFF)
  expect(codeOf(await world.ask(`o-${STAFF}`, { operation: 'inbox.list', input: {} }))).toBe('account.not-bound')
  const { reply } = await askWeb(world, httpEvent({ operation: 'inbox.list', input: {} }, tokenOf(STAFF)))
  expect(reply && codeOf(reply)).toBe('account.signed-out')
})

test('the last 院级管理员 is refused, and nothing of his is gone; with another one in use he may', async () => {
  const world = openWorld()
  await world.store.update('accounts', { _id: OTHER_ADMIN }, { set: { active: false } })
  const before = stored(world)
  expect(codeOf(await erase(world, ADMIN))).toBe('account.last-admin')
  expect(stored(world)).toBe(before)
  await world.store.update('accounts', { _id: OTHER_ADMIN }, { set: { active: true } })
  expect(codeOf(await erase(world, ADMIN))).toBe('ok')
})

test('two administrators who erase themselves at the same moment do not leave the hospital without one', async () => {
  const world = openWorld()
  const codes = (await Promise.all([erase(world, ADMIN), erase(world, OTHER_ADMIN)])).map(codeOf)
  expect(codes.sort()).toEqual(['account.last-admin', 'ok'])
})
