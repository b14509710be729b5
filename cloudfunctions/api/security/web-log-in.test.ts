import type { Reply } from '../../../contract/call'
import { askWeb, httpEvent, openWorld, tokenOf, type World } from './world'

/** B22: a log-in by the code on the web page, and what somebody would try with it. */

interface Code { ticket: string; secret: string; digits: string }

let counter = 0
const requestId = (): string => `request-${String((counter += 1)).padStart(12, '0')}`
const codeOf = (reply: Reply | null): string => (reply === null ? 'no reply' : reply.ok ? 'ok' : reply.code)
const later = (world: World, seconds: number): void => { world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000) }

const byWeb = async (world: World, operation: string, input: unknown, token = ''): Promise<Reply | null> => (await askWeb(world, httpEvent({ operation, input, requestId: requestId() }, token))).reply
const byPhone = (world: World, who: string, operation: string, input: unknown): Promise<Reply> => world.ask(`o-${who}`, { operation, input, requestId: requestId() })

async function begun(world: World): Promise<Code> {
  const reply = await byWeb(world, 'account.begin-web-log-in', { system: 'windows', browser: 'edge' })
  if (!reply?.ok) throw new Error(codeOf(reply))
  const { ticket, secret, digits } = reply.data as Code
  return { ticket, secret, digits }
}
const scan = async (world: World, who: string, { ticket }: Code): Promise<string> => codeOf(await byPhone(world, who, 'account.scan-web-log-in', { ticket }))
const answer = async (world: World, who: string, { ticket, digits }: Code, confirmed = true): Promise<string> => codeOf(await byPhone(world, who, 'account.answer-web-log-in', { ticket, digits: confirmed ? digits : null }))
const take = (world: World, { ticket, secret }: Code): Promise<Reply | null> => byWeb(world, 'account.take-web-log-in', { ticket, secret })
const stateOf = (reply: Reply | null): string => (reply?.ok ? (reply.data as { state: string }).state : codeOf(reply))

const ME = 'a-staff-x'

test('B22: the page shows a code, the bound phone sees which browser asks and confirms, and the page gets its session, once', async () => {
  const world = openWorld()
  const code = await begun(world)
  expect(stateOf(await take(world, code))).toBe('waiting')
  expect(await byPhone(world, ME, 'account.scan-web-log-in', { ticket: code.ticket })).toMatchObject({ ok: true, data: { system: 'windows', browser: 'edge', address: '10.0.0.1' } })
  expect(stateOf(await take(world, code))).toBe('scanned')
  expect(await answer(world, ME, code)).toBe('ok')
  const taken = await take(world, code)
  expect(taken).toMatchObject({ ok: true, data: { state: 'in', account: { id: ME } } })
  const { token } = (taken as { data: { token: string } }).data
  expect(await byWeb(world, 'account.me', {}, token)).toMatchObject({ ok: true, data: { account: { id: ME } } })
  expect(codeOf(await take(world, code))).toBe('web-log-in.over')
  expect(world.store.all('audit').slice(-2).map(({ operation, accountId }) => [operation, accountId])).toEqual([['account.answer-web-log-in', ME], ['account.take-web-log-in', ME]])
})

test('B22: a code says nothing to a browser without its secret, and neither of the two is stored', async () => {
  const world = openWorld()
  const code = await begun(world)
  await answer(world, ME, code)
  expect(codeOf(await take(world, { ...code, secret: 'x'.repeat(43) }))).toBe('web-log-in.over')
  expect(stateOf(await take(world, code))).toBe('in')
  const kept = JSON.stringify([world.store.all('web_log_ins'), world.store.all('requests'), world.told])
  expect([code.ticket, code.secret].filter((each) => kept.includes(each))).toEqual([])
})

test('B22: after a minute nobody can scan, confirm or take', async () => {
  const world = openWorld()
  const [late, confirmed] = [await begun(world), await begun(world)]
  expect(await answer(world, ME, confirmed)).toBe('ok')
  later(world, 60)
  expect([await scan(world, ME, late), await answer(world, ME, late), codeOf(await take(world, confirmed))]).toEqual(['web-log-in.over', 'web-log-in.over', 'web-log-in.over'])
  expect(world.store.all('sessions').filter(({ createdAt }) => createdAt >= world.clock.now)).toEqual([])
})

test('B22: whoever scans in the last second has a minute to read and answer, and looking again does not lengthen it', async () => {
  const world = openWorld()
  const [answered, dawdled] = [await begun(world), await begun(world)]
  later(world, 59)
  expect([await scan(world, ME, answered), await scan(world, ME, dawdled)]).toEqual(['ok', 'ok'])
  later(world, 59)
  expect([await scan(world, ME, dawdled), await answer(world, ME, answered)]).toEqual(['ok', 'ok'])
  later(world, 1)
  expect(await answer(world, ME, dawdled)).toBe('web-log-in.over')
})

test('B22: whoever types other digits than the page shows turns it down for good, and the page is told', async () => {
  const world = openWorld()
  const code = await begun(world)
  const other = String((Number(code.digits) + 1) % 100).padStart(2, '0')
  expect(await answer(world, ME, { ...code, digits: other })).toBe('web-log-in.wrong-digits')
  expect([await answer(world, ME, code), stateOf(await take(world, code))]).toEqual(['web-log-in.over', 'refused'])
  expect(world.store.all('audit').at(-1)).toMatchObject({ operation: 'account.answer-web-log-in', after: { confirmed: false } })
})

test('B22: a second phone can neither look at nor confirm what another has scanned, and an answer is given once', async () => {
  const world = openWorld()
  const code = await begun(world)
  expect(await scan(world, ME, code)).toBe('ok')
  expect([await scan(world, 'a-viewer-x', code), await answer(world, 'b-staff-x', code)]).toEqual(['web-log-in.over', 'web-log-in.over'])
  expect(await answer(world, ME, code, false)).toBe('ok')
  expect(await answer(world, ME, code)).toBe('web-log-in.over')
  expect(stateOf(await take(world, code))).toBe('refused')
})

test('B22: an account that is switched off or untied between the confirmation and the session gets none; a deactivated or unbound phone confirms nothing', async () => {
  for (const lose of [
    (world: World) => world.store.update('accounts', { _id: ME }, { set: { active: false } }),
    (world: World) => world.store.remove('wechat_links', { accountId: ME }),
  ]) {
    const world = openWorld()
    const code = await begun(world)
    expect([await answer(world, 'a-gone-x', code), await answer(world, 'stranger', code)]).toEqual(['account.off', 'account.not-bound'])
    await answer(world, ME, code)
    await lose(world)
    expect(codeOf(await take(world, code))).toBe('web-log-in.over')
  }
})

test('B22: a session of the web cannot confirm another log-in, and a phone can take none', async () => {
  const world = openWorld()
  const [first, second] = [await begun(world), await begun(world)]
  await answer(world, ME, first)
  const { token } = ((await take(world, first)) as { data: { token: string } }).data
  expect(codeOf(await byWeb(world, 'account.answer-web-log-in', { ticket: second.ticket, digits: second.digits }, token))).toBe('account.wechat-only')
  expect(codeOf(await byPhone(world, ME, 'account.take-web-log-in', { ticket: second.ticket, secret: second.secret }))).toBe('account.web-only')
  expect(codeOf(await byPhone(world, ME, 'account.begin-web-log-in', { system: 'other', browser: 'other' }))).toBe('account.web-only')
})

test('whoever asks for codes without end from one address is stopped there, before WeChat is asked', async () => {
  const world = openWorld()
  await world.store.add('attempts', [{ _id: 'web-log-in:web:10.0.0.1', schema: 1, failures: 1199, since: world.clock.now, lockedUntil: null }])
  await begun(world)
  expect(codeOf(await byWeb(world, 'account.begin-web-log-in', { system: 'other', browser: 'other' }))).toBe('account.locked')
  later(world, 15 * 60)
  expect(codeOf(await byWeb(world, 'account.begin-web-log-in', { system: 'other', browser: 'other' }))).toBe('ok')
})

const ADMIN = 'a-hospital-admin-x'
const NAMED = { institution: '医院a', loginName: ADMIN, from: { system: 'windows', browser: 'edge' } }
const logIn = (world: World, password: string, loginName = ADMIN): Promise<Reply | null> => byWeb(world, 'account.log-in', { ...NAMED, loginName, password })
const strict = async (world: World): Promise<World> => {
  const saved = await byPhone(world, ADMIN, 'institution.save-security', { version: 0, rules: { adminsConfirm: true } })
  if (!saved.ok) throw new Error(codeOf(saved))
  return world
}
const tokenIn = (reply: Reply | null): boolean => JSON.stringify(reply).includes('"token"')

test('B25: where administrators confirm on the phone, a right password opens nothing by itself; the administrator’s own phone does, and nobody else’s', async () => {
  const world = await strict(openWorld())
  const asked = await logIn(world, 'right-2026')
  expect([stateOf(asked), tokenIn(asked)]).toEqual(['confirm', false])
  const held = (asked as { data: Code }).data
  expect([await scan(world, ME, held), await answer(world, 'a-hospital-admin-y', held)]).toEqual(['web-log-in.over', 'web-log-in.over'])
  expect([await scan(world, ADMIN, held), stateOf(await take(world, held))]).toEqual(['ok', 'scanned'])
  expect([await answer(world, ADMIN, held), stateOf(await take(world, held))]).toEqual(['ok', 'in'])
})

test('B25: a wrong password draws no code, and a locked account answers as to a wrong password, with nothing for a phone', async () => {
  const world = await strict(openWorld())
  for (let tries = 0; tries < 5; tries += 1) await logIn(world, 'wrong')
  const codes = (): number => world.store.all('web_log_ins').length
  const before = codes()
  expect(codeOf((await askWeb(world, httpEvent({ operation: 'account.log-in', input: { ...NAMED, password: 'right-2026' } }), '10.0.0.9')).reply)).toBe('account.wrong-credentials')
  expect(codes()).toBe(before)
})

test('B25: others than administrators come in as before; an administrator without a bound phone is told what to do, after his password only', async () => {
  const world = await strict(openWorld())
  expect(stateOf(await logIn(world, 'right-2026', ME))).toBe('in')
  await world.store.remove('wechat_links', { accountId: 'a-equipment-office-x' })
  expect(codeOf(await logIn(world, 'wrong', 'a-equipment-office-x'))).toBe('account.wrong-credentials')
  expect(codeOf(await logIn(world, 'right-2026', 'a-equipment-office-x'))).toBe('account.phone-unbound')
})

test('B25: nobody demands the phone of others who has none bound himself; another administrator’s reset lets a lost phone’s owner bind a new one', async () => {
  const world = openWorld()
  await world.store.remove('wechat_links', { accountId: ADMIN })
  const { reply } = await askWeb(world, httpEvent({ operation: 'institution.save-security', input: { version: 0, rules: { adminsConfirm: true } }, requestId: requestId() }, tokenOf(ADMIN)))
  expect(codeOf(reply)).toBe('security.bind-first')
  expect(codeOf(await byPhone(world, 'a-hospital-admin-y', 'institution.save-security', { version: 0, rules: { adminsConfirm: true } }))).toBe('ok')
  expect(codeOf(await logIn(world, 'right-2026'))).toBe('account.phone-unbound')
  const issued = await byPhone(world, 'a-hospital-admin-y', 'account.issue-bind-code', { accountId: ADMIN })
  const { code } = (issued as { data: { code: string } }).data
  expect(codeOf(await byPhone(world, 'stranger', 'account.bind', { by: 'code', loginName: ADMIN, code }))).toBe('ok')
  expect(stateOf(await logIn(world, 'right-2026'))).toBe('confirm')
})
