import * as v from 'valibot'
import { command, query } from '../contract/operation'
import { fail } from '../domain/kernel/failure'
import { memoryStore, type MemoryStore } from './testing/memory-store'
import type { AccountDoc } from './documents'
import { createGate, type Gate } from './gate'
import type { Identity } from './gate/identity'
import { changes, changesForAnyone, reads, type Registered } from './gate/verb'
import { jsonLog } from './json-log'
import type { Ports } from './ports'
import { nodeSecretBox } from './secret-box'
import { nodeSecrets } from './secrets'
import { StoreError } from './store-error'

const NOW = new Date('2026-11-25T01:00:00Z')
const account: AccountDoc = {
  _id: 'acc-1', schema: 1, institutionId: 'hospital', loginName: 'li', name: '李四', role: 'staff', departmentId: null, personId: null, phone: '',
  passwordHash: '', active: true, lockout: { failures: 0, lockedUntil: null },
}
const link = { _id: 'app:li', schema: 1 as const, institutionId: 'hospital', accountId: 'acc-1', appId: 'app', openid: 'li', unionid: '', boundAt: NOW }
const caller: Identity = { appId: 'app', openid: 'li', unionid: '', source: 'wx_client', trigger: '', address: '', anonymous: false, requestId: 'run-1' }
const REQUEST = 'request-000000000001'

const echo = query('note.echo', { input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(5)) }), output: v.strictObject({ text: v.string() }), may: 'device.read' })
const write = command('note.write', { input: v.strictObject({ text: v.string() }), output: v.strictObject({ count: v.number() }), may: 'certificate.write' })
const invite = query('note.invite', { input: v.strictObject({}), output: v.strictObject({}), may: 'account.invite' })

const NO_LINES = { providers: { sms: null, officialAccount: null, subscribeMessage: null }, followers: null, phones: null, miniCodes: null, push: null }

interface World { gate: Gate; store: MemoryStore; lines: string[]; now: Date; runs: number; ask(operation: string, input: unknown, requestId?: string, who?: Partial<Identity>): Promise<unknown> }

/** A gate with these verbs before a store in memory. */
function worldOf(verbs: (world: World) => Registered[]): World {
  const store = memoryStore({ accounts: [account], wechat_links: [link] })
  const world = { store, lines: [] as string[], now: NOW, runs: 0 } as World
  const ports: Ports = {
    store,
    files: { uploadTarget: () => fail('none'), read: () => fail('none'), write: () => fail('none'), remove: () => fail('none'), links: () => fail('none') },
    functions: { call: () => fail('none') },
    clock: { now: () => world.now, elapsed: () => 0 },
    chance: { newId: () => `id-${String((world.runs += 1))}`, bytes: () => new Uint8Array(8) },
    secrets: nodeSecrets({ SESSION_KEY: 'k', CODE_KEY: 'k' }),
    log: jsonLog((line) => world.lines.push(line)),
    lines: { shared: NO_LINES, of: () => Promise.resolve(NO_LINES), as: () => NO_LINES },
    box: nodeSecretBox({}),
    settings: { miniAppIds: ['app'], webOrigin: 'https://web.example', subscribeTemplateId: null },
  }
  world.gate = createGate(verbs(world), ports)
  world.ask = (operation, input, requestId, who = {}) => world.gate({ operation, input, ...(requestId && { requestId }) }, { ...caller, ...who })
  return world
}

/** Counts how often it really ran, in a document of the store. */
const counting = changes(write, {
  async run({ text }, { accountId }, { tx }) {
    const value = ((await tx.get('counters', 'runs'))?.value ?? 0) + 1
    await tx.set('counters', { _id: 'runs', schema: 1, institutionId: 'hospital', value })
    if (text === 'refuse') return { refused: { code: 'note.refused', detail: { value } } }
    if (text === 'fail') return fail('note.failed')
    return { output: { count: value }, audit: [{ subject: accountId, before: null, after: { text } }] }
  },
})
const runsOf = ({ store }: World) => store.all('counters')[0]?.value ?? 0

test('an answer carries the data and the server’s clock', async () => {
  const world = worldOf(() => [reads(echo, async ({ text }) => ({ text }))])
  expect(await world.ask('note.echo', { text: 'hi' })).toEqual({ ok: true, data: { text: 'hi' }, now: NOW.toISOString() })
})

test('a wrong input is told at its fields, a field too many as well', async () => {
  const world = worldOf(() => [reads(echo, async ({ text }) => ({ text }))])
  expect(await world.ask('note.echo', { text: 'too long', more: 1 })).toMatchObject({ code: 'invalid-input', detail: { fields: { text: 'input.too-long', more: 'input.invalid' } } })
})

test('an output with a field too many is a leak: it is answered as unexpected and the log names the field, not its value', async () => {
  const world = worldOf(() => [reads(echo, async ({ text }) => Object.assign({ text }, { passwordHash: 'secret-hash' }))])
  expect(await world.ask('note.echo', { text: 'hi' })).toEqual({ ok: false, code: 'unexpected', detail: {}, now: NOW.toISOString(), requestId: 'run-1' })
  expect(world.lines.join()).toContain('passwordHash')
  expect(world.lines.join()).not.toContain('secret-hash')
})

test('a role that may never do it is refused before anything runs', async () => {
  const world = worldOf(() => [reads(invite, async () => fail('ran'))])
  expect(await world.ask('note.invite', {})).toMatchObject({ code: 'forbidden', detail: { reason: 'role' } })
})

test('a WeChat user of another mini-program, an unbound one and one whose account is off get no further', async () => {
  const world = worldOf(() => [reads(echo, async ({ text }) => ({ text }))])
  expect(await world.ask('note.echo', { text: '' }, undefined, { appId: 'other' })).toMatchObject({ code: 'account.app-not-allowed' })
  expect(await world.ask('note.echo', { text: '' }, undefined, { openid: 'wang' })).toMatchObject({ code: 'account.not-bound' })
  await world.store.update('accounts', { _id: 'acc-1' }, { set: { active: false } })
  expect(await world.ask('note.echo', { text: '' })).toMatchObject({ code: 'account.off' })
})

test('a repeated change gets the first answer, also when the first was a refusal that left something behind', async () => {
  const world = worldOf(() => [counting])
  const first = await world.ask('note.write', { text: 'a' }, REQUEST)
  expect(await world.ask('note.write', { text: 'a' }, REQUEST)).toEqual(first)
  const other = 'request-000000000002'
  expect(await world.ask('note.write', { text: 'refuse' }, other)).toMatchObject({ code: 'note.refused', detail: { value: 2 } })
  expect(await world.ask('note.write', { text: 'refuse' }, other)).toMatchObject({ code: 'note.refused', detail: { value: 2 } })
  expect(runsOf(world)).toBe(2)
  expect(world.store.all('audit')).toHaveLength(1)
})

test('after a day the same id asks anew; within it, only the same question', async () => {
  const world = worldOf(() => [counting])
  await world.ask('note.write', { text: 'a' }, REQUEST)
  expect(await world.ask('note.write', { text: 'b' }, REQUEST)).toMatchObject({ code: 'request.reused' })
  world.now = new Date(NOW.getTime() + 24 * 3_600_000)
  expect(await world.ask('note.write', { text: 'b' }, REQUEST)).toMatchObject({ ok: true, data: { count: 2 } })
})

test('two people may use one request id', async () => {
  const world = worldOf(() => [counting])
  await world.store.add('accounts', [{ ...account, _id: 'acc-2', loginName: 'wang' }])
  await world.store.add('wechat_links', [{ ...link, _id: 'app:wang', openid: 'wang', accountId: 'acc-2' }])
  await world.ask('note.write', { text: 'a' }, REQUEST)
  expect(await world.ask('note.write', { text: 'b' }, REQUEST, { openid: 'wang' })).toMatchObject({ ok: true, data: { count: 2 } })
})

test('a replay is authorised anew', async () => {
  const world = worldOf(() => [counting])
  await world.ask('note.write', { text: 'a' }, REQUEST)
  await world.store.update('accounts', { _id: 'acc-1' }, { set: { role: 'viewer' } })
  expect(await world.ask('note.write', { text: 'a' }, REQUEST)).toMatchObject({ code: 'forbidden' })
})

test('a failure undoes everything and is not remembered', async () => {
  const world = worldOf(() => [counting])
  expect(await world.ask('note.write', { text: 'fail' }, REQUEST)).toMatchObject({ code: 'note.failed' })
  expect([runsOf(world), world.store.all('requests'), world.store.all('audit')]).toEqual([0, [], []])
})

test('a secret answer is stored nowhere', async () => {
  const world = worldOf(() => [changes(write, { secret: true, run: async () => ({ output: { count: 424242 } }) })])
  await world.ask('note.write', { text: 'a' }, REQUEST)
  expect(world.store.all('requests')).toEqual([])
})

test('what was asked is kept as a hash only: it may be a password', async () => {
  const world = worldOf(() => [counting])
  await world.ask('note.write', { text: 'my-password' }, REQUEST)
  expect(JSON.stringify(world.store.all('requests'))).not.toContain('my-password')
})

test('when somebody else was faster it decides anew, and gives up in words', async () => {
  const world = worldOf(() => [counting])
  let troubles = 2
  world.store.before = ({ name }) => { if (name === 'transaction' && (troubles -= 1) >= 0) throw new StoreError(troubles % 2 ? 'duplicate' : 'conflict', 'x') }
  expect(await world.ask('note.write', { text: 'a' }, REQUEST)).toMatchObject({ ok: true })
  troubles = 99
  expect(await world.ask('note.write', { text: 'b' }, 'request-000000000003')).toMatchObject({ code: 'busy' })
})

test('an answer lost on the way back is found again instead of doing it twice', async () => {
  const world = worldOf(() => [counting])
  let lost = true
  world.store.after = ({ name }) => { if (name === 'transaction' && lost) { lost = false; throw new StoreError('unavailable', 'reply lost') } }
  expect(await world.ask('note.write', { text: 'a' }, REQUEST)).toMatchObject({ ok: true, data: { count: 1 } })
  expect(runsOf(world)).toBe(1)
})

test('what follows the commit cannot spoil the answer', async () => {
  const world = worldOf(() => [changes(write, { run: async () => ({ output: { count: 1 }, afterwards: () => Promise.reject(new Error('files are away')) }) })])
  expect(await world.ask('note.write', { text: 'a' }, REQUEST)).toMatchObject({ ok: true })
  expect(world.lines.join()).toContain('afterwards-failed')
})

test('a change of more than fifty documents is found before the cloud finds it', async () => {
  const big = changes(write, {
    async run(_input, _caller, { tx }) {
      for (let i = 0; i < 51; i += 1) await tx.set('counters', { _id: `c${i}`, schema: 1, institutionId: 'hospital', value: i })
      return { output: { count: 51 } }
    },
  })
  const world = worldOf(() => [big])
  expect(await world.ask('note.write', { text: 'a' })).toMatchObject({ code: 'unexpected' })
  expect(world.store.all('counters')).toEqual([])
})

test('two verbs of one name are a mistake of ours', () => {
  expect(() => worldOf(() => [counting, counting])).toThrow('one name')
})

describe('over HTTP', () => {
  const visiting = changesForAnyone(command('note.visit', { input: v.strictObject({}), output: v.strictObject({ key: v.string() }), may: 'identified' }), {
    run: async (_input, { visitor }) => ({ output: { key: visitor.key } }),
  })
  const web: Identity = { ...caller, appId: '', openid: '', source: 'wx_http' }
  const http = (change: object = {}, who: Partial<Identity> = {}) =>
    worldOf(() => [visiting]).gate({ httpMethod: 'POST', headers: {}, body: JSON.stringify({ operation: 'note.visit', input: {} }), ...change }, { ...web, ...who }) as Promise<{ statusCode: number; headers: Record<string, string>; body: string }>

  test('a visitor is known by the address that the cloud or the last hop says, never by what he says', async () => {
    expect(JSON.parse((await http({ headers: { 'X-Forwarded-For': '1.1.1.1, 2.2.2.2' } })).body)).toMatchObject({ data: { key: 'web:2.2.2.2' } })
    expect(JSON.parse((await http({ headers: { 'x-forwarded-for': '1.1.1.1' } }, { address: '3.3.3.3' })).body)).toMatchObject({ data: { key: 'web:3.3.3.3' } })
  })

  test('the body may come in base64', async () => {
    const body = Buffer.from(JSON.stringify({ operation: 'note.visit', input: {} })).toString('base64')
    expect((await http({ body, isBase64Encoded: true })).statusCode).toBe(200)
  })

  test('only POST from the own pages is run, and not of any size', async () => {
    expect((await http({ httpMethod: 'GET' })).statusCode).toBe(405)
    expect((await http({ body: 'x'.repeat(100_001) })).statusCode).toBe(413)
    expect((await http({ headers: { origin: 'https://evil.example' } })).statusCode).toBe(403)
    expect((await http({ headers: { origin: 'https://api.example', host: 'api.example' } })).statusCode).toBe(200)
    const preflight = await http({ httpMethod: 'OPTIONS', headers: { origin: 'https://web.example' } })
    expect([preflight.statusCode, preflight.headers['access-control-allow-origin']]).toEqual([204, 'https://web.example'])
    expect((await http({ httpMethod: 'OPTIONS', headers: { origin: 'https://evil.example' } })).statusCode).toBe(403)
  })

  test('somebody without a name in the cloud, a timer and an anonymous user are nobody', async () => {
    const world = worldOf(() => [visiting])
    expect(await world.gate({ Type: 'Timer' }, { ...web, trigger: 'timer' })).toMatchObject({ ok: false, code: 'account.unknown-caller' })
    expect(await world.gate({ httpMethod: 'POST', body: '{}' }, { ...web, anonymous: true })).toMatchObject({ ok: false })
    expect(await world.gate(null, web)).toMatchObject({ ok: false })
  })
})
