import { secretOwner } from '../../../cloud/channels-in-force'
import { untouchedSettings } from '../../../cloud/repositories/channel-settings'
import { nodeSecretBox } from '../../../cloud/secret-box'
import type { Reply } from '../../../contract/call'
import { MINI_APP_ID } from '../../../demo/people'
import { openTemporaryHospital, type TemporaryHospital } from '../../../demo/temporary-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const ZHAOLIU = '13800000005'
jest.setTimeout(30_000)

let hospital: TemporaryHospital
beforeEach(async () => { hospital = await openTemporaryHospital({ now: NOW }) }, 60_000)
afterEach(() => hospital?.close())

let counter = 0
const call = async (openid: string, operation: string, input: unknown = {}): Promise<Reply> =>
  (await hospital.emulator.invoke('api', { operation, input, requestId: `request-${String((counter += 1)).padStart(12, '0')}` }, openid)) as Reply
const control = async (path: string, body: unknown): Promise<unknown> => {
  const reply = await fetch(`${hospital.emulator.base}/_emulator/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  expect(reply.status).toBe(200)
  return reply.json()
}
/** What the phone number button of this WeChat user hands over. */
const codeOf = async (openid: string, phone: string): Promise<string> => {
  await control('wechat/users', { openid, phone })
  return ((await control('wechat/phone-code', { openid })) as { code: string }).code
}
const put = (_id: string, set: Record<string, unknown>) => hospital.emulator.store.modify('accounts', { _id }, { $set: set }, { multi: false, upsert: false, merge: true })
interface Found { ticket: string; name: string; institution: string }
const found = (reply: Reply): Found[] => (reply.ok ? (reply.data as { accounts: Found[] }).accounts : [])

test('S42: the number that WeChat vouches for finds the account, and its ticket binds it', async () => {
  const reply = await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) })
  expect(found(reply)).toMatchObject([{ name: '赵六', institution: '医疗机构测试1' }])
  expect(JSON.stringify(reply)).not.toContain(ZHAOLIU)
  const ticket = found(reply)[0]?.ticket ?? ''
  expect(await call('wx-thief', 'account.bind', { by: 'phone', ticket })).toMatchObject({ code: 'phone.ticket-over' })
  expect(await call('wx-new', 'account.bind', { by: 'phone', ticket: ticket.replace('acc-zhaoliu', 'acc-wangjun') })).toMatchObject({ code: 'phone.ticket-over' })
  expect(await call('wx-new', 'account.bind', { by: 'phone', ticket })).toMatchObject({ ok: true, data: { account: { name: '赵六' } } })
  expect(await call('wx-new', 'account.me')).toMatchObject({ data: { account: { loginName: 'zhaoliu' } } })
})

test('S42: who works in two hospitals with one number is offered both, and a switched-off account is not among them', async () => {
  await put('acc-2-admin', { phone: ZHAOLIU })
  expect(found(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) })).map(({ institution }) => institution).sort()).toHaveLength(2)
  await put('acc-2-admin', { active: false })
  expect(found(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) }))).toHaveLength(1)
})

test('S42: a ticket is over after five minutes and when the number on record has changed; an account of another WeChat stays his', async () => {
  const ask = async () => found(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) }))[0]?.ticket ?? ''
  const [first, second] = [await ask(), await ask()]
  await put('acc-zhaoliu', { phone: '13900000099' })
  expect(await call('wx-new', 'account.bind', { by: 'phone', ticket: first })).toMatchObject({ code: 'phone.ticket-over' })
  await put('acc-zhaoliu', { phone: ZHAOLIU })
  await control('clock', { advanceTo: '2026-11-25T01:06:00Z' })
  expect(await call('wx-new', 'account.bind', { by: 'phone', ticket: second })).toMatchObject({ code: 'phone.ticket-over' })
  const taken = found(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', '13800000003') }))[0]?.ticket ?? ''
  expect(await call('wx-new', 'account.bind', { by: 'phone', ticket: taken })).toMatchObject({ code: 'account.bound-to-another' })
})

test.each([['40029', 40029], ['40013', 40013], ['45011', 45011], ['-1', -1]])('S42: what WeChat says of a code is told by its code (%s), and nothing is found', async (code, errcode) => {
  await control('providers/faults', { end: 'phone-number', times: 1, code: errcode })
  expect(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) })).toMatchObject({ code: 'phone.code', detail: { code } })
})

test('S42: a code works once, an unknown number finds nobody, and the sixth question of an hour is not asked of WeChat', async () => {
  const code = await codeOf('wx-new', '13911112222')
  expect(await call('wx-new', 'account.find-by-phone', { code })).toMatchObject({ code: 'phone.no-account' })
  expect(await call('wx-new', 'account.find-by-phone', { code })).toMatchObject({ code: 'phone.code' })
  for (let turn = 0; turn < 3; turn += 1) await call('wx-new', 'account.find-by-phone', { code: 'made-up' })
  expect(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) })).toMatchObject({ code: 'account.locked' })
  await control('clock', { advanceTo: '2026-11-25T02:01:00Z' })
  expect(await call('wx-new', 'account.find-by-phone', { code: await codeOf('wx-new', ZHAOLIU) })).toMatchObject({ ok: true })
})

test('S42: the button of an institution’s own mini-program is asked of that one, with its own secret', async () => {
  await hospital.close()
  hospital = await openTemporaryHospital({ now: NOW, environment: { MINI_APP_ID: 'wx-of-the-environment', MINI_APP_SECRET: 'its-secret', MINI_APP_IDS: `wx-of-the-environment,${MINI_APP_ID}` } })
  const code = await codeOf('wx-new', ZHAOLIU)
  expect(await call('wx-new', 'account.find-by-phone', { code })).toMatchObject({ code: 'phone.not-set-up' })
  const secret = nodeSecretBox({ SECRETS_KEY: 'loopback-secrets' }).seal('loopback-mini', secretOwner('hospital-1', 'miniSecret'))
  const blank = untouchedSettings('hospital-1', NOW)
  const own = { ...blank, version: 1, subscribeMessage: { ...blank.subscribeMessage, use: 'own', appId: MINI_APP_ID, templateId: 'own-template' }, secrets: { miniSecret: secret } }
  await hospital.emulator.store.insert('channel_settings', [own])
  expect(found(await call('wx-new', 'account.find-by-phone', { code }))).toMatchObject([{ name: '赵六' }])
})
