import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CertificateDoc } from '../../cloud/documents'
import { untouchedSettings } from '../../cloud/repositories/channel-settings'
import { schema } from '../../cloud/schema'
import { account, certificate, credit, follower, INSTITUTION, link, MINI, OFFICIAL, rowsOf } from '../../cloud/testing/reminder-bench'
import { addDays, instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import { SUBSCRIBE_MESSAGE_LAYOUT } from '../../domain/reminder/wechat-layout'
import { startEmulator, type Emulator, type Message } from '../../emulator/emulator'

/** What the providers' ends do to a day's messages, over the wire and through the bundles. */
const saved = instantOf('2024-08-01', '00:00:00')
const secrets = { official: 'official-secret-value', mini: 'mini-secret-value', sms: 'sms-secret-value' }
const only = (channel: 'sms' | 'wechat') => ({ home: false, sms: channel === 'sms', wechat: channel === 'wechat' })
const SUBSCRIBE = 'tmpl'
const EMPLOYEE = 'employee-expiry'

const environment = (base: string): Record<string, Record<string, string>> => ({
  remind: { DELIVER_KEY: 'key' },
  deliver: {
    DELIVER_KEY: 'key', WECHAT_API: base, OFFICIAL_APP_ID: OFFICIAL, OFFICIAL_APP_SECRET: secrets.official, OFFICIAL_TEMPLATE_ID: 'official-expiry',
    MINI_APP_ID: MINI, MINI_APP_SECRET: secrets.mini, SUBSCRIBE_TEMPLATE_ID: SUBSCRIBE,
    SMS_ENDPOINT: base, SMS_SECRET_ID: 'sms-id', SMS_SECRET_KEY: secrets.sms, SMS_APP_ID: '1400000000', SMS_SIGN: '医疗机构测试1', SMS_TEMPLATE_ID: '1', SMS_DIGEST_TEMPLATE_ID: '2',
  },
})

/** In memory where there is such a place: thousands of ticks need not wait for a disk. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
let folder = ''
let mornings = 0
let cloud: Emulator

const seedOf = (certificates: readonly CertificateDoc[]) => ({
  collections: {
    ...Object.fromEntries(Object.keys(schema).map((name): [string, unknown[]] => [name, []])),
    accounts: [account('acc-zhang')], wechat_links: [link('acc-zhang')], followers: [follower('acc-zhang')], subscription_credits: [credit('acc-zhang', 2)],
    certificates: [...certificates], certificate_devices: certificates.flatMap(rowsOf),
  },
  wechatUsers: [{ openid: 'o-acc-zhang', unionid: 'u-acc-zhang', officialOpenid: 'f-acc-zhang', name: '张三', follows: true }],
})
const control = async (path: string, body: unknown): Promise<void> => {
  const { status } = await fetch(`${cloud.base}/_emulator/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  expect(status).toBe(200)
}

beforeAll(async () => {
  folder = mkdtempSync(join(scratch, 'providers-'))
  cloud = await startEmulator({
    dataFolder: folder, schema, functionsFolder: resolve('dist/cloudfunctions'), functionEnvironment: environment, port: 0, now: saved,
    wechat: { miniAppId: MINI, miniSecret: secrets.mini, officialAppId: OFFICIAL, officialSecret: secrets.official, pushToken: 'push', pushUrlPath: '/wechat' },
    sms: { secretId: 'sms-id', secretKey: secrets.sms },
    seed: async () => seedOf([]),
  })
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

let staff = false
const employ = async (): Promise<void> => {
  await control('wechat/employ', { openid: 'o-acc-zhang', templateIds: [EMPLOYEE] })
  await cloud.store.insert('channel_settings', [{ ...untouchedSettings(INSTITUTION, saved), version: 1, employeeMessage: { on: true, templateId: EMPLOYEE, layout: SUBSCRIBE_MESSAGE_LAYOUT } }])
  await cloud.store.insert('employee_bonds', [{ _id: `${MINI}:o-acc-zhang`, schema: 1, institutionId: INSTITUTION, accountId: 'acc-zhang', appId: MINI, openid: 'o-acc-zhang', templateId: EMPLOYEE, related: true, agreed: true, at: saved }])
}

/** A day of one certificate, told by one channel, while the provider's end does `faults`. */
const day = async (channel: 'sms' | 'wechat', faults: readonly object[], minutes = 30): Promise<void> => {
  await cloud.reset(true)
  // A morning of its own: WeChat remembers the ids of the last ten minutes, whatever happens here.
  mornings += 1
  const ten = instantOf(addDays('2024-08-04', mornings), '10:00:00')
  cloud.clock.freeze(plusMinutes(ten, -1))
  await fetch(`${cloud.base}/_emulator/providers/faults`, { method: 'DELETE' })
  await cloud.store.insert('certificates', [{ ...certificate('c1', { channels: only(channel) }, saved) }])
  await cloud.store.insert('certificate_devices', rowsOf(certificate('c1', {}, saved)).map((row) => ({ ...row })))
  await control('wechat/accept', { openid: 'o-acc-zhang', templateId: SUBSCRIBE, count: 2 })
  if (staff) await employ()
  for (const fault of faults) await control('providers/faults', fault)
  await cloud.advance(plusMinutes(ten, minutes))
}
const arrived = (): Array<Message['channel']> => cloud.outbox.list().map(({ channel }) => channel)
const deliveries = () => cloud.store.find('deliveries', { institutionId: INSTITUTION }).docs
const remaining = () => cloud.store.find('subscription_credits', { _id: `acc-zhang:${SUBSCRIBE}` }).docs[0]?.remaining

test('SMS: cut before the effect or after it, it is never tried again, and the record says that nobody knows', async () => {
  await day('sms', [{ end: 'sms', cut: 'after' }])
  expect(arrived()).toEqual(['sms'])
  expect(deliveries()).toMatchObject([{ state: 'unknown', reason: 'http.cut', attempts: 1 }])
  await day('sms', [{ end: 'sms', cut: 'before' }])
  expect(arrived()).toEqual([])
  expect(deliveries()).toMatchObject([{ state: 'unknown', attempts: 1 }])
}, 60_000)

test('SMS: a number’s limit ends its day, an overloaded interface is asked again', async () => {
  await day('sms', [{ end: 'sms', code: 'LimitExceeded.PhoneNumberDailyLimit' }])
  expect(deliveries()).toMatchObject([{ state: 'failed', reason: 'LimitExceeded.PhoneNumberDailyLimit', attempts: 1 }])
  await day('sms', [{ end: 'sms', code: 'RequestLimitExceeded', wholeCall: true, times: 2 }])
  expect(arrived()).toEqual(['sms'])
  expect(deliveries()).toMatchObject([{ state: 'sent', attempts: 3 }])
}, 60_000)

test('official account: cut after the effect, the repetition carries the same id and WeChat drops it', async () => {
  await day('wechat', [{ end: 'template-message', cut: 'after' }])
  expect(arrived()).toEqual(['official-account'])
  expect(deliveries()).toMatchObject([{ state: 'sent', route: 'official-account', attempts: 2 }])
}, 60_000)

test('official account: a stale token is replaced, a busy WeChat asked again', async () => {
  await day('wechat', [{ end: 'template-message', code: 42001 }, { end: 'template-message', code: -1 }])
  expect(arrived()).toEqual(['official-account'])
  expect(deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }])
}, 60_000)

test.each([43004, 43117, 43116, 45009])('official account: on %d a subscription message goes in its place and costs one credit', async (code) => {
  await day('wechat', [{ end: 'template-message', code }], 3)
  expect(arrived()).toEqual(['subscribe-message'])
  expect(deliveries()).toMatchObject([{ state: 'sent', route: 'subscribe-message', attempts: 1 }])
  expect(remaining()).toBe(1)
}, 60_000)

test('subscription message: without consent the ledger is emptied, and the record says so', async () => {
  await day('wechat', [{ end: 'template-message', code: 43117 }, { end: 'subscribe-message', code: 43101 }], 3)
  expect(arrived()).toEqual([])
  expect(deliveries()).toMatchObject([{ state: 'failed', reason: '43101' }])
  expect(remaining()).toBe(0)
}, 60_000)

/** The institution has switched 用工消息 on, and 张三 took it; he has no consent left and does not follow. */
const employedDay = async (faults: readonly object[], minutes = 3): Promise<void> => {
  staff = true
  await day('wechat', [{ end: 'template-message', code: 43004 }, { end: 'subscribe-message', code: 43101 }, ...faults], minutes).finally(() => { staff = false })
}
const bond = () => cloud.store.find('employee_bonds', { accountId: 'acc-zhang' }).docs

test('B3: 用工消息 is the last way: who has no consent left is told by it the same minute, and WeChat’s message costs no credit', async () => {
  await employedDay([])
  expect(arrived()).toEqual(['employee-message'])
  expect(deliveries()).toMatchObject([{ state: 'sent', route: 'employee-message', attempts: 1 }])
  expect(cloud.outbox.list()[0]?.fields).toMatchObject({ thing1: '裂隙灯1 等 2 台' })
}, 60_000)

test('用工消息: a stale token is replaced, a busy WeChat asked again', async () => {
  await employedDay([{ end: 'employee-message', code: 42001 }, { end: 'employee-message', code: -1 }])
  expect(arrived()).toEqual(['employee-message'])
  expect(deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }])
}, 60_000)

test.each(['before', 'after'] as const)('用工消息: cut %s the effect, it is never tried again, and the record says that nobody knows', async (cut) => {
  await employedDay([{ end: 'employee-message', cut }])
  expect(arrived()).toEqual(cut === 'after' ? ['employee-message'] : [])
  expect(deliveries()).toMatchObject([{ state: 'unknown', reason: 'http.cut', route: 'employee-message' }])
}, 60_000)

test.each([[40256, false], [40097, true]])('用工消息: on %d the day is over, and whether he is still asked is %p', async (code, agreed) => {
  await employedDay([{ end: 'employee-message', code }])
  expect(arrived()).toEqual([])
  expect(deliveries()).toMatchObject([{ state: 'failed', reason: String(code), route: 'employee-message' }])
  expect(bond()).toMatchObject([{ agreed }])
}, 60_000)

test('no secret and no token lies in the functions’ log or in the database’s records', async () => {
  await day('wechat', [{ end: 'stable-token', code: 40164, message: 'invalid ip' }], 3)
  expect(deliveries()).toMatchObject([{ state: 'failed', reason: '40164' }])
  const log = await (await fetch(`${cloud.base}/_emulator/logs?limit=500`)).text()
  const records = JSON.stringify([deliveries(), cloud.store.find('delivery_attempts', { deliveryId: deliveries()[0]?._id }).docs])
  for (const secret of Object.values(secrets)) expect(log + records).not.toContain(secret)
  expect(records).not.toMatch(/1380000|acc-zhang.*o-acc-zhang/)
}, 60_000)
