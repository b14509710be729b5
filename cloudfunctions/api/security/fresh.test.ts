import type { Reply } from '../../../contract/call'
import type { Operation } from '../../../contract/operation'
import { operations } from '../operations'
import { at } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { askWeb, httpEvent, openWorld, stored, tokenOf, type World } from './world'

/** Architecture §8: what takes data out, gives power or unmasks wants a proof that is five minutes old at most. */

/** Written by hand, apart from the contract, so that each watches the other. */
const FRESH = [
  'account-import.codes', 'account-import.start', 'account.create', 'account.erase-own', 'account.issue-bind-code', 'account.own-data', 'account.reset', 'account.see-phone', 'account.switch-on', 'account.update',
  'audit.export', 'certificate.export', 'certificate.unmask', 'device.export', 'institution.create', 'institution.save-security', 'review.pack', 'statistics.export', 'year-plan.export',
]
const ME = 'a-hospital-admin-x'
const fresh = operations.map(({ operation }) => operation).filter((operation) => operation.fresh)

let counter = 0
const requestId = (): string => `request-${String((counter += 1)).padStart(12, '0')}`
const codeOf = (reply: Reply | null): string => (reply === null ? 'no reply' : reply.ok ? 'ok' : reply.code)
const later = (world: World, seconds: number): void => { world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000) }
const asWeb = async (world: World, operation: string, input: unknown, who = ME): Promise<Reply | null> => (await askWeb(world, httpEvent({ operation, input, requestId: requestId() }, tokenOf(who)))).reply
const byPhone = async (world: World, who: string, operation: string, input: unknown): Promise<string> => codeOf(await world.ask(`o-${who}`, { operation, input, requestId: requestId() }))
const inputOf = ({ name }: Operation): unknown => RECIPES[name]?.inputs(at({ institution: 'a', department: 'x', owner: ME }))[0]
const exported = (world: World): Promise<string> => asWeb(world, 'device.export', {}).then(codeOf)

test('exports, roles and whole numbers want a fresh proof, and nothing else does', () => {
  expect(fresh.map(({ name }) => name).sort()).toEqual(FRESH)
  expect(operations.map(({ operation }) => operation.name).filter((name) => name.endsWith('.export') && !FRESH.includes(name))).toEqual([])
})

test.each(fresh.map((operation) => [operation.name, operation] as const))('%s: a session whose proof is five minutes old is asked for another, and nothing is done', async (name, operation) => {
  const world = openWorld()
  later(world, 300)
  const before = stored(world)
  const who = name === 'institution.create' ? 'a-platform-operator-x' : ME
  expect(codeOf(await asWeb(world, name, inputOf(operation), who))).toBe('account.prove-again')
  expect(stored(world)).toBe(before)
  expect(codeOf(await world.ask(`o-${who}`, { operation: name, input: inputOf(operation), requestId: requestId() }))).toBe(RECIPES[name]?.ends ?? 'ok')
})

test('the password proves it for five minutes more, in this session alone, and that it was said is on record', async () => {
  const world = openWorld()
  later(world, 299)
  expect(await exported(world)).toBe('ok')
  later(world, 1)
  expect(await exported(world)).toBe('account.prove-again')
  expect(codeOf(await asWeb(world, 'account.prove', { password: 'right-2026' }))).toBe('ok')
  expect(await exported(world)).toBe('ok')
  expect(codeOf(await asWeb(world, 'device.export', {}, 'a-equipment-office-x'))).toBe('account.prove-again')
  later(world, 300)
  expect(await exported(world)).toBe('account.prove-again')
  expect(world.store.all('audit').filter(({ operation }) => operation === 'account.prove').map(({ accountId, after }) => [accountId, after])).toEqual([[ME, { provenBy: 'password' }]])
})

test('whoever guesses at an open session is locked after five wrong answers, and the right one helps no more', async () => {
  const world = openWorld()
  later(world, 300)
  for (let tries = 1; tries < 5; tries += 1) expect(codeOf(await asWeb(world, 'account.prove', { password: 'wrong' }))).toBe('account.wrong-password')
  expect(codeOf(await asWeb(world, 'account.prove', { password: 'wrong' }))).toBe('account.locked')
  expect(codeOf(await asWeb(world, 'account.prove', { password: 'right-2026' }))).toBe('account.locked')
  expect(codeOf(await asWeb(world, 'account.change-password', { current: 'right-2026', password: 'Another-2026' }))).toBe('account.locked')
  expect(await exported(world)).toBe('account.prove-again')
})

interface Code { ticket: string; secret: string }
const digitsOf = (world: World): string => world.store.all('web_log_ins').at(-1)?.digits ?? ''
async function code(world: World): Promise<Code> {
  const reply = await asWeb(world, 'account.begin-proof', { system: 'windows', browser: 'edge' })
  if (!reply?.ok) throw new Error(codeOf(reply))
  const { ticket, secret } = reply.data as Code
  return { ticket, secret }
}
const taken = (world: World, held: Code, who = ME): Promise<string> => asWeb(world, 'account.take-proof', held, who).then((reply) => (reply?.ok ? (reply.data as { state: string }).state : codeOf(reply)))

test('one’s own bound phone proves it as well; nobody else’s phone can, and no other session may take it', async () => {
  const world = openWorld()
  later(world, 300)
  const held = await code(world)
  expect(await byPhone(world, 'a-equipment-office-x', 'account.scan-web-log-in', { ticket: held.ticket })).toBe('web-log-in.over')
  expect(await byPhone(world, 'a-equipment-office-x', 'account.answer-web-log-in', { ticket: held.ticket, digits: digitsOf(world) })).toBe('web-log-in.over')
  expect([await taken(world, held), await byPhone(world, ME, 'account.answer-web-log-in', { ticket: held.ticket, digits: digitsOf(world) })]).toEqual(['waiting', 'ok'])
  expect(await taken(world, held, 'a-equipment-office-x')).toBe('web-log-in.over')
  expect([await taken(world, held), await taken(world, held), await exported(world)]).toEqual(['proven', 'web-log-in.over', 'ok'])
})

test('a code that proves an open session opens no other one', async () => {
  const world = openWorld()
  const held = await code(world)
  await byPhone(world, ME, 'account.answer-web-log-in', { ticket: held.ticket, digits: digitsOf(world) })
  const { reply } = await askWeb(world, httpEvent({ operation: 'account.take-web-log-in', input: held, requestId: requestId() }))
  expect(codeOf(reply)).toBe('web-log-in.over')
})
