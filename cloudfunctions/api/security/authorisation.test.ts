import type { Reply } from '../../../contract/call'
import type { Operation } from '../../../contract/operation'
import { ROLES, type Role } from '../../../domain/account/role'
import { operations } from '../operations'
import { idOf, markOf, MINI } from './hospital-docs'
import { promisedFor, WITHOUT_ACCOUNT } from './promised'
import { at, type At } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { askWeb, httpEvent, openWorld, stored, type World } from './world'

/** B25, architecture §3: every operation × role × scope, from the contract itself. */

/** What is said to somebody who asks beyond his reach; each of them is also said of things that are nowhere. */
const REFUSALS = [
  'forbidden', 'not-found', 'account.not-found', 'device.not-found', 'department.not-found', 'person.not-found', 'attachment.not-staged', 'export.nothing', 'bulk.nothing-to-change',
  'import.file-gone', 'account.successor-invalid',
]
const isRefusal = (reply: Reply): boolean => !reply.ok && (REFUSALS.includes(reply.code) || (reply.code === 'invalid-input' && /"(departmentId|typeId)":/.test(JSON.stringify(reply.detail))))

const asked = operations.map(({ operation }) => operation)
const behindTheDoor = asked.filter(({ may }) => may !== 'identified')
const inputsOf = ({ name }: Operation, place: At): readonly unknown[] => RECIPES[name]?.inputs(place) ?? []

const caller = (role: Role): string => idOf({ institution: 'a', department: 'x' }, role)
const OWN = (role: Role): At => at({ institution: 'a', department: 'x', owner: caller(role) })
const beside = ({ name }: Operation, role: Role): At => at({ institution: 'a', department: 'y', owner: RECIPES[name]?.own ? 'a-spare-y' : caller(role) })
const ABROAD = at({ institution: 'b', department: 'x', owner: 'b-spare-x' })

/** 审计员 sees the whole log, and nothing besides. */
const SEES_ALL: readonly Role[] = ['hospital-admin', 'equipment-office', 'auditor']

let counter = 0
const ask = (world: World, openid: string, { name, changes }: Operation, input: unknown): Promise<Reply> =>
  world.ask(openid, { operation: name, input, ...(changes && { requestId: `request-${String((counter += 1)).padStart(12, '0')}` }) })

interface Met { reply: Reply; changed: boolean; changedAbroad: boolean; told: string; logged: string[] }

/** A call that changed something ends the world: no call leans on another. */
let world = openWorld()
const BEFORE = stored(world)
const ABROAD_BEFORE = stored(world, 'b')
async function meet(openid: string, operation: Operation, input: unknown): Promise<Met> {
  const { logged } = world
  const reply = await ask(world, openid, operation, input)
  const changed = stored(world) !== BEFORE
  const changedAbroad = changed && stored(world, 'b') !== ABROAD_BEFORE
  if (changed || logged.length > 0) world = openWorld()
  return { reply, changed, changedAbroad, told: JSON.stringify(reply), logged }
}

const CODE = (reply: Reply): string => (reply.ok ? 'ok' : reply.code)
/** What somebody within his reach is answered. */
const ANSWER = ({ name }: Operation): string => RECIPES[name]?.ends ?? 'ok'

test('every operation of the contract has a recipe and a promise, and there is none for what does not exist', () => {
  const names = asked.map(({ name }) => name).sort()
  expect(Object.keys(RECIPES).sort()).toEqual(names)
  expect(asked.filter((operation) => ROLES.some((role) => promisedFor(operation, role) === null)).map(({ name }) => name)).toEqual([])
  expect(asked.filter(({ may }) => may === 'identified').map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT_ACCOUNT).sort())
})

describe.each(ROLES)('B25: %s', (role) => {
  const openid = `o-${caller(role)}`

  test.each(behindTheDoor.map((operation) => [operation.name, operation] as const))('%s, of his own department', async (_name, operation) => {
    for (const input of inputsOf(operation, OWN(role))) {
      const { reply, changed, told, logged } = await meet(openid, operation, input)
      expect(logged).toEqual([])
      if (promisedFor(operation, role) === 'no') expect([CODE(reply), changed]).toEqual(['forbidden', false])
      else expect(CODE(reply)).toBe(ANSWER(operation))
      expect(told).not.toContain('机密b')
    }
  })

  test.each(behindTheDoor.map((operation) => [operation.name, operation] as const))('%s, of another department', async (_name, operation) => {
    const reach = promisedFor(operation, role)
    for (const input of inputsOf(operation, beside(operation, role))) {
      const { reply, changed, told } = await meet(openid, operation, input)
      const here = inputsOf(operation, OWN(role))
      const reaches = reach === 'all' || here.some((own) => JSON.stringify(own) === JSON.stringify(input))
      if (reach === 'no') expect([CODE(reply), changed]).toEqual(['forbidden', false])
      else if (reaches) expect(CODE(reply)).toBe(ANSWER(operation))
      else if (RECIPES[operation.name]?.silent) expect([CODE(reply), changed]).toEqual(['ok', false])
      else expect([isRefusal(reply) ? 'refused' : CODE(reply), changed]).toEqual(['refused', false])
      if (!SEES_ALL.includes(role)) expect(told).not.toContain(markOf({ institution: 'a', department: 'y' }))
    }
  })

  test.each(behindTheDoor.map((operation) => [operation.name, operation] as const))('%s, of another institution', async (_name, operation) => {
    for (const input of inputsOf(operation, ABROAD)) {
      const { reply, changedAbroad, told } = await meet(openid, operation, input)
      const here = inputsOf(operation, OWN(role)).some((own) => JSON.stringify(own) === JSON.stringify(input))
      const quiet = here || RECIPES[operation.name]?.silent
      if (promisedFor(operation, role) === 'no') expect(CODE(reply)).toBe('forbidden')
      else expect(quiet ? CODE(reply) : isRefusal(reply) ? 'refused' : CODE(reply)).toBe(quiet ? ANSWER(operation) : 'refused')
      expect(changedAbroad).toBe(false)
      expect(told).not.toContain('机密b')
    }
  })
})

describe('whoever is nobody', () => {
  test.each(behindTheDoor.map((operation) => [operation.name, operation] as const))('%s is closed to the unbound, the deactivated and the signed out', async (_name, operation) => {
    const [input = {}] = inputsOf(operation, OWN('hospital-admin'))
    for (const [openid, code] of [['o-stranger', 'account.not-bound'], ['o-a-gone-x', 'account.off']] as const) {
      const { reply, changed } = await meet(openid, operation, input)
      expect([CODE(reply), changed]).toEqual([code, false])
    }
    const { status, reply } = await askWeb(world, httpEvent({ operation: operation.name, input }, 'a'.repeat(43)))
    expect([status, reply && CODE(reply)]).toEqual([200, 'account.signed-out'])
    expect(stored(world)).toBe(BEFORE)
  })

  test('an account of another mini-program is nobody, whatever his openid is', async () => {
    for (const { name } of asked) {
      const reply = await world.gate({ operation: name, input: {} }, { appId: 'wx-other', openid: 'o-a-hospital-admin-x', unionid: '', source: 'wx_client', trigger: '', address: '', anonymous: false, requestId: 'r' })
      expect(reply).toMatchObject({ ok: false, code: 'account.app-not-allowed' })
    }
    expect(MINI).not.toBe('wx-other')
  })
})
