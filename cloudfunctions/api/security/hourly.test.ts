import type { Reply } from '../../../contract/call'
import type { Operation } from '../../../contract/operation'
import { operations } from '../operations'
import { NOW } from './hospital-docs'
import { at } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { openWorld, type World } from './world'

/** What one account may do in an hour: uploads, exports, codes and whole numbers (architecture §8). */

const HOUR = 3_600_000
const limited = operations.map(({ operation }) => operation).filter(({ hourly }) => hourly !== undefined)
const adminOf = ({ name }: Operation): string => (name === 'institution.create' ? 'a-platform-operator-x' : 'a-hospital-admin-x')

let counter = 0
const ask = (world: World, who: string, { name, changes }: Operation, input: unknown): Promise<Reply> =>
  world.ask(`o-${who}`, { operation: name, input, ...(changes && { requestId: `request-${String((counter += 1)).padStart(12, '0')}` }) })
const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.code)
const inputOf = ({ name }: Operation, owner: string): unknown => RECIPES[name]?.inputs(at({ institution: 'a', department: 'x', owner }))[0]

/** As if he had asked so often in this hour. */
const already = (world: World, { name }: Operation, who: string, failures: number): Promise<void> =>
  world.store.add('attempts', [{ _id: `hourly:${name}:${who}:${Math.floor(NOW.getTime() / HOUR)}`, schema: 1, failures, since: NOW, lockedUntil: null }])

const HANDS_OUT = ['url', 'urls', 'put', 'code', 'phone', 'book', 'link']
/** Its `code` is the 唯一码 that stands on the device. */
const NO_SECRET = ['device.call']

test('whatever hands out a file, a place for one, a code or a whole number has its limit', () => {
  const handing = operations.map(({ operation }) => operation).filter(({ may, output }) =>
    may !== 'identified' && HANDS_OUT.some((key) => key in ((output as unknown as { entries?: object }).entries ?? {})))
  expect(handing.length).toBeGreaterThan(20)
  expect(handing.filter(({ hourly, name }) => hourly === undefined && !NO_SECRET.includes(name)).map(({ name }) => name)).toEqual([])
})

test.each(limited.map((operation) => [operation.name, operation] as const))('%s: the last call of the hour is done, the next one is told when to come again', async (name, operation) => {
  const world = openWorld()
  const who = adminOf(operation)
  await already(world, operation, who, (operation.hourly ?? 0) - 1)
  expect(codeOf(await ask(world, who, operation, inputOf(operation, who)))).toBe(RECIPES[name]?.ends ?? 'ok')
  const until = new Date((Math.floor(NOW.getTime() / HOUR) + 1) * HOUR)
  expect(await ask(world, who, operation, inputOf(operation, who))).toMatchObject({ ok: false, code: 'limit.reached', detail: { until: until.toISOString() } })
})

test('calls are counted from the first one on, one account does not use up another’s, and the next hour begins anew', async () => {
  const world = openWorld()
  const template = limited.find(({ name }) => name === 'device-import.template')
  if (!template?.hourly) throw new TypeError('device-import.template has no limit')
  const codes: string[] = []
  for (let n = 0; n <= template.hourly; n += 1) codes.push(codeOf(await ask(world, 'a-hospital-admin-x', template, {})))
  expect(codes.filter((code) => code === 'ok')).toHaveLength(template.hourly)
  expect(codes.at(-1)).toBe('limit.reached')
  expect(codeOf(await ask(world, 'a-equipment-office-x', template, {}))).toBe('ok')
  world.clock.now = new Date(NOW.getTime() + HOUR)
  expect(codeOf(await ask(world, 'a-hospital-admin-x', template, {}))).toBe('ok')
})
