import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { CertificateDoc, InboxDoc } from '../../cloud/documents'
import { schema } from '../../cloud/schema'
import { addDays, dayOf, instantOf, timeOf } from '../../domain/kernel/civil-day'
import { startEmulator, type Emulator, type Message } from '../../emulator/emulator'
import { ENV_ID, PLATFORM_SECRET_ID } from '../../emulator/functions/environment'
import { account, certificate, INSTITUTION, link, follower, MINI, OFFICIAL, rowsOf } from '../../cloud/testing/reminder-bench'

/** The real path: the timer, the bundles of `remind` and `deliver`, the real SDK, WeChat's and Tencent's ends on loopback. */
const saved = instantOf('2024-08-01', '00:00:00')
const first = instantOf('2024-08-04', '10:00:00')
const keys = { officialSecret: 'official-secret', miniSecret: 'mini-secret', secretId: 'sms-id', secretKey: 'sms-key', deliver: 'deliver-key', aes: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' }
const handling = { kind: 'noted', note: '已换证', reference: '', until: null, byAccountId: 'acc-zhang', byName: '张三', at: saved }

const environment = (base: string): Record<string, Record<string, string>> => ({
  remind: { DELIVER_KEY: keys.deliver },
  deliver: {
    DELIVER_KEY: keys.deliver, WECHAT_API: base, OFFICIAL_APP_ID: OFFICIAL, OFFICIAL_APP_SECRET: keys.officialSecret, OFFICIAL_TEMPLATE_ID: 'official-expiry',
    MINI_APP_ID: MINI, MINI_APP_SECRET: keys.miniSecret, SUBSCRIBE_TEMPLATE_ID: 'subscribe-expiry', WEB_ORIGIN: base,
    SMS_ENDPOINT: base, SMS_SECRET_ID: keys.secretId, SMS_SECRET_KEY: keys.secretKey, SMS_APP_ID: '1400000000', SMS_SIGN: '医疗机构测试1', SMS_TEMPLATE_ID: '1', SMS_DIGEST_TEMPLATE_ID: '2',
  },
  wechat: { WECHAT_API: base, OFFICIAL_APP_ID: OFFICIAL, OFFICIAL_APP_SECRET: keys.officialSecret, PUSH_TOKEN: 'push', PUSH_AES_KEY: keys.aes },
})

const guide = (over: Partial<CertificateDoc> = {}): CertificateDoc => certificate('c1', over, saved)
/** In memory where there is such a place: thousands of ticks need not wait for a disk. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
let folder = ''
let cloud: Emulator

const open = async (certificates: readonly CertificateDoc[], now: Date = saved): Promise<Emulator> => {
  folder = mkdtempSync(join(scratch, 's34-'))
  const empty = Object.fromEntries(Object.keys(schema).map((name): [string, unknown[]] => [name, []]))
  cloud = await startEmulator({
    dataFolder: folder, schema, functionsFolder: resolve('dist/cloudfunctions'), functionEnvironment: environment, routes: { '/api': 'api', '/wechat': 'wechat' }, clientCallable: ['api'], port: 0, now,
    wechat: { miniAppId: MINI, miniSecret: keys.miniSecret, officialAppId: OFFICIAL, officialSecret: keys.officialSecret, pushToken: 'push', pushAesKey: keys.aes, pushUrlPath: '/wechat' },
    sms: { secretId: keys.secretId, secretKey: keys.secretKey },
    seed: async () => ({
      collections: {
        ...empty, institutions: [{ _id: INSTITUTION, schema: 1, name: '医疗机构测试1', createdAt: saved }],
        accounts: [account('acc-zhang')], wechat_links: [link('acc-zhang')], followers: [follower('acc-zhang')],
        certificates: [...certificates], certificate_devices: certificates.flatMap(rowsOf),
      },
      wechatUsers: [{ openid: 'o-acc-zhang', unionid: 'u-acc-zhang', officialOpenid: 'f-acc-zhang', name: '张三', phone: '13800000001', follows: true }],
    }),
  })
  return cloud
}
afterEach(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const stamp = (at: Date): string => `${dayOf(at)} ${timeOf(at)}`
const inbox = (): InboxDoc[] => (cloud.store.find('inbox', { accountId: 'acc-zhang' }, { sort: { at: -1 } }).docs as unknown as InboxDoc[]).reverse()
const outbox = (channel: Message['channel']): Message[] => cloud.outbox.list().filter((message) => message.channel === channel)
const counts = (): Record<string, number> => ({ home: inbox().length, sms: outbox('sms').length, wechat: outbox('official-account').length })
const change = (id: string, set: Record<string, unknown>): Promise<unknown> => cloud.store.modify('certificates', { _id: id }, { $set: set }, { multi: false, upsert: false, merge: true })
const HOUR = 3600_000

/** What another function, or an administrator's script, can call. */
const callAsFunction = async (name: string, data: object): Promise<unknown> => {
  const platform = { env: ENV_ID, secretId: PLATFORM_SECRET_ID, secretKey: 'emulator-secret-key', serviceUrl: `${cloud.base}/admin` }
  return (await tcb.init(platform as Parameters<typeof tcb.init>[0]).callFunction({ name, data })).result as unknown
}

test('S34: 181 messages per channel from 2024-08-04 10:00 to 2025-01-31 10:00, minute by minute around 10:00 of each day', async () => {
  await open([guide()])
  await cloud.advance(instantOf('2024-08-04', '09:59:00'), HOUR)
  expect(counts()).toEqual({ home: 0, sms: 0, wechat: 0 })
  await cloud.advance(instantOf('2024-08-04', '10:05:00'))
  expect(counts()).toEqual({ home: 1, sms: 1, wechat: 1 })
  for (let day = '2024-08-05'; day < '2025-02-03'; day = addDays(day, 1)) {
    await cloud.advance(instantOf(day, '09:59:00'), 24 * HOUR)
    await cloud.advance(instantOf(day, '10:01:00'))
  }

  const times = [inbox().map(({ at }) => stamp(at)), outbox('sms').map(({ at }) => stamp(new Date(at))), outbox('official-account').map(({ at }) => stamp(new Date(at)))]
  for (const sent of times) {
    expect(sent).toHaveLength(181)
    expect(sent[0]).toBe('2024-08-04 10:00:00')
    expect(sent[180]).toBe('2025-01-31 10:00:00')
    expect(new Set(sent.map((each) => each.slice(0, 10))).size).toBe(181)
    expect(sent.every((each) => each.endsWith(' 10:00:00'))).toBe(true)
  }
  expect(inbox()[0]?.text).toBe('裂隙灯1、裂隙灯2已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!')
  expect(outbox('official-account')[0]?.fields).toMatchObject({ thing1: '裂隙灯1 等 2 台' })
  expect(outbox('sms')[0]).toMatchObject({ to: '13800000001', templateId: '1', parameters: ['裂隙灯1', '等2台', '2025', '01月31日', '180'] })
  expect(cloud.store.find('certificates', { _id: 'c1' }).docs[0]).toMatchObject({ version: 1, reminder: { nextAt: null } })
  const deliveries = cloud.store.find('deliveries', { institutionId: INSTITUTION }).docs
  expect(deliveries.filter(({ state, attempts }) => state === 'sent' && attempts === 1)).toHaveLength(543)
  expect(cloud.store.count('delivery_attempts', { deliveryId: { $in: deliveries.map(({ _id }) => _id) } }).total).toBe(543)
}, 300_000)

test('S33: handled on the first day, nothing is sent on the next', async () => {
  await open([guide()])
  await cloud.advance(instantOf('2024-08-04', '23:00:00'), HOUR)
  expect(counts()).toEqual({ home: 1, sms: 1, wechat: 1 })
  // The engine judges the certificate as it stands when it is to send, even where its next instant was left behind.
  await change('c1', { handling })
  await cloud.advance(instantOf('2024-08-07', '23:00:00'), HOUR)
  expect(counts()).toEqual({ home: 1, sms: 1, wechat: 1 })
  expect(cloud.store.find('certificates', { _id: 'c1' }).docs[0]).toMatchObject({ reminder: { nextAt: null, holdReason: 'handled' } })
}, 60_000)

test('B8: the same tick fired again and again sends nothing twice', async () => {
  await open([guide()], new Date(first.getTime() - 60_000))
  for (let again = 0; again < 3; again += 1) {
    cloud.clock.freeze(new Date(first.getTime() - 60_000))
    await cloud.advance(first)
  }
  expect(counts()).toEqual({ home: 1, sms: 1, wechat: 1 })
}, 60_000)

test('B8: instances that work the same institution at once send nothing twice', async () => {
  await open([guide()], first)
  const at = first.toISOString()
  const signature = createHmac('sha256', keys.deliver).update(JSON.stringify([INSTITUTION, at])).digest('hex')
  const call = (data: object) => callAsFunction('deliver', data)
  const replies = await Promise.all(Array.from({ length: 4 }, () => call({ institutionId: INSTITUTION, at, signature })))
  expect(replies.every((reply) => (reply as { ok: boolean }).ok)).toBe(true)
  expect(counts()).toEqual({ home: 1, sms: 1, wechat: 1 })
  expect(await call({ institutionId: 'other', at, signature })).toEqual({ ok: false, code: 'deliver.not-signed' })
}, 60_000)

test('a forged timer call is refused: by the rules, and by the function itself', async () => {
  await open([guide()], first)
  const event = { Type: 'Timer', TriggerName: 'remind', Time: first.toISOString(), Message: '' }
  await expect(cloud.invoke('remind', event, 'o-acc-zhang')).rejects.toThrow()
  expect(await callAsFunction('remind', event)).toEqual({ ok: false, code: 'remind.not-the-timer' })
  expect(counts()).toEqual({ home: 0, sms: 0, wechat: 0 })
  expect(cloud.store.count('runs', { _id: 'heartbeat' }).total).toBe(0)
}, 60_000)

test('a certificate edited at 09:59:59 for 10:00 is told as it was edited, once', async () => {
  await open([guide({ sendTime: '20:00:00' })])
  await cloud.advance(new Date(first.getTime() - 1000), HOUR)
  const edited = certificate('c1', { sendTime: '10:00:00', template: '[设备名称]: [证件号]', channels: { home: true, sms: false, wechat: false } }, new Date(first.getTime() - 1000))
  await change('c1', { sendTime: edited.sendTime, template: edited.template, channels: edited.channels, 'reminder.nextAt': edited.reminder.nextAt })
  await cloud.advance(instantOf('2024-08-04', '10:05:00'))
  await cloud.advance(instantOf('2024-08-04', '23:00:00'), HOUR)
  expect(inbox().map(({ at, text }) => `${stamp(at)} ${text}`)).toEqual(['2024-08-04 10:00:00 裂隙灯1、裂隙灯2: C000000001'])
  expect(counts()).toEqual({ home: 1, sms: 0, wechat: 0 })
}, 60_000)

test('S57: who unfollows is told by SMS and on the home page only, with the reason; who follows again gets messages again', async () => {
  await open([guide()])
  const world = (what: 'follow' | 'unfollow' | 'verify', mode = 'aes') => fetch(`${cloud.base}/_emulator/wechat/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ openid: 'o-acc-zhang', mode }) })
  expect(await (await world('verify')).json()).toMatchObject({ ok: true })
  expect(await (await world('unfollow', 'plain')).json()).toMatchObject({ push: { delivered: false, status: 403 } })
  expect((await world('unfollow')).status).toBe(200)
  expect(cloud.store.count('followers', { unionid: 'u-acc-zhang' }).total).toBe(0)
  await cloud.advance(instantOf('2024-08-04', '23:00:00'), HOUR)
  expect(counts()).toEqual({ home: 1, sms: 1, wechat: 0 })
  expect(cloud.store.find('deliveries', { channel: 'wechat', institutionId: INSTITUTION, day: '2024-08-04' }).docs).toMatchObject([{ state: 'held', reason: 'not-following-no-credit' }])
  expect((await world('follow')).status).toBe(200)
  expect(cloud.store.find('followers', { unionid: 'u-acc-zhang' }).docs).toMatchObject([{ openid: 'f-acc-zhang', appId: OFFICIAL }])
  await cloud.advance(instantOf(addDays('2024-08-04', 1), '23:00:00'), HOUR)
  expect(counts()).toEqual({ home: 2, sms: 2, wechat: 1 })
}, 60_000)
