import type { Health } from '../../../contract/health'
import { OFFICIAL_APP_ID } from '../../../demo/people'
import { data, keptHospital } from '../../../demo/fresh-hospital'
import { emptyForm } from '../../../domain/certificate/certificate'
import { addDays, dayOf, instantOf, plusMinutes } from '../../../domain/kernel/civil-day'

/** 运行状况 and its alarms over the wire, while the providers’ ends refuse (B18). */
const ADMIN = 'wx-wangjun'
const STAFF = 'wx-wangwu'
const NOW = instantOf('2026-11-25', '09:00:00')

jest.setTimeout(120_000)
const hospital = keptHospital({ now: NOW, demo: false })
beforeEach(async () => {
  await hospital.emulator.reset(false)
  await fetch(`${hospital.emulator.base}/_emulator/providers/faults`, { method: 'DELETE' })
  hospital.emulator.clock.freeze(NOW)
})

const call = <T>(operation: string, input: unknown = {}, openid = ADMIN): Promise<T> => data<T>(hospital.call(openid, operation, input))
const health = (): Promise<Health> => call<Health>('health.get')
const alarm = async (openid = ADMIN): Promise<string> => (await call<{ alarm: string }>('home.overview', {}, openid)).alarm
const fault = (of: object) => fetch(`${hospital.emulator.base}/_emulator/providers/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(of) })
/** Told to whoever saves it, today at 09:01. */
const save = (n: number, channels: object): Promise<{ id: string }> => call('certificate.save', {
  id: null, version: null,
  form: { ...emptyForm(), deviceIds: ['dev-000059'], number: `N-${n}`, holderName: '张三', issuedOn: '2023-01-01', expiresOn: '2026-11-28', sendTime: '09:01:00', channels: { home: false, sms: false, wechat: false, ...channels } },
})
const minutes = (count: number): Promise<unknown> => hospital.emulator.advance(plusMinutes(NOW, count))

test('B18: a hospital that nobody has started yet says so; after its first tick all is well', async () => {
  expect(await alarm()).toBe('提醒服务还没有运行过。')
  await minutes(1)
  expect(await alarm()).toBe('')
  const { doors, alarms, queue, days, credits } = await health()
  expect([alarms, queue]).toEqual([[], { due: 0, ready: 0, later: 0, working: false, jobs: 0 }])
  expect(doors).toEqual([{ door: 'remind', lastAt: plusMinutes(NOW, 1).toISOString(), silent: false }, { door: 'sweep', lastAt: null, silent: false }, { door: 'digest', lastAt: null, silent: false }])
  expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, at) => addDays('2026-11-25', -at)))
  expect(credits).not.toBeNull()
})

test('B18: the provider refuses our signature: managers read it on 首页 with its words, staff do not, and what is sent again ends it', async () => {
  await save(1, { sms: true, home: true })
  await fault({ end: 'sms', code: 'FailedOperation.SignatureIncorrectOrUnapproved' })
  await minutes(3)
  expect(await alarm()).toBe('短信自 09:01 起发不出去：短信签名没有通过审核。')
  expect(await alarm(STAFF)).toBe('')
  const seen = await health()
  expect(seen.alarms).toMatchObject([{ kind: 'settings', way: 'sms', own: false }])
  expect(seen.failed).toEqual([{ channel: 'sms', reason: 'FailedOperation.SignatureIncorrectOrUnapproved', count: 1 }])
  expect(seen.days[0]).toEqual({ day: '2026-11-25', channels: [
    { channel: 'home', sent: 1, failed: 0, unknown: 0, held: 0, waiting: 0 }, { channel: 'sms', sent: 0, failed: 1, unknown: 0, held: 0, waiting: 0 }, { channel: 'wechat', sent: 0, failed: 0, unknown: 0, held: 0, waiting: 0 },
  ] })
  await fetch(`${hospital.emulator.base}/_emulator/providers/faults`, { method: 'DELETE' })
  await hospital.emulator.advance(instantOf('2026-11-26', '10:05:00'), 3_600_000)
  expect(await alarm()).toBe('')
  expect((await health()).sms.today).toBe(1)
})

test('B18: WeChat does not know our address (40164): told by the way, not by each message', async () => {
  await fault({ end: 'stable-token', code: 40164, times: 50 })
  await hospital.emulator.store.insert('followers', [{ _id: `${OFFICIAL_APP_ID}:oa-wangjun`, schema: 1, appId: OFFICIAL_APP_ID, openid: 'oa-wangjun', unionid: 'union-wangjun', followedAt: NOW }])
  await save(1, { wechat: true })
  await minutes(3)
  expect(await health()).toMatchObject({ alarms: [{ kind: 'settings', way: 'official-account', code: '40164', own: false }], failed: [{ channel: 'wechat', reason: '40164', count: 1 }] })
  expect(await alarm()).toBe('公众号自 09:01 起发不出去：系统的 IP 不在微信白名单里。')
})

test('B18: the timer that stops is told after fifteen minutes, and what is due is counted', async () => {
  await minutes(1)
  await save(1, { home: true })
  hospital.emulator.clock.freeze(plusMinutes(NOW, 17))
  expect(await alarm()).toBe('提醒服务自 09:01 起没有运行。')
  expect(await health()).toMatchObject({ alarms: [{ kind: 'silent', door: 'remind' }], queue: { due: 1, ready: 0 } })
})

test('B18: every morning 院级管理员 and 设备科 find one 每日运行摘要, whatever the ticks', async () => {
  await save(1, { home: true })
  await minutes(2)
  await hospital.emulator.advance(instantOf('2026-11-26', '20:40:00'), 3_600_000)
  const digests = ['acc-wangjun', 'acc-zhangsan', 'acc-wangwu', 'acc-2-admin'].flatMap((accountId) => hospital.emulator.store.find('inbox', { accountId }).docs).filter(({ title }) => title === '每日运行摘要')
  const at = digests.map((doc) => dayOf(doc.at as Date))
  expect([...new Set(at)].sort()).toEqual(['2026-11-25', '2026-11-26'])
  expect(new Set(digests.map(({ accountId, at: when }) => `${String(accountId)} ${dayOf(when as Date)}`)).size).toBe(digests.length)
  expect(digests.find(({ at: when }) => dayOf(when as Date) === '2026-11-26')?.text).toMatch(/^11-25 发出首页 1 条/)
})

test('B25: only those who answer for the reminders see 运行状况', async () => {
  expect(await hospital.call(STAFF, 'health.get')).toMatchObject({ ok: false, code: 'forbidden' })
})

test('every line of every door’s log is JSON with the run’s request id, and holds nobody’s data', async () => {
  await save(1, { home: true, sms: true })
  await fault({ end: 'sms', code: 'InternalError.Timeout' })
  await hospital.emulator.advance(instantOf('2026-11-26', '09:00:00'), 3_600_000)
  await hospital.call(ADMIN, 'certificate.save', { id: 'none', version: 1, form: { ...emptyForm(), holderName: '张三' } })
  const calls = (await (await fetch(`${hospital.emulator.base}/_emulator/logs?limit=500`)).json()) as Array<{ name: string; requestId: string; lines: Array<{ text: string }> }>
  const lines = calls.flatMap(({ requestId, lines: written }) => written.map(({ text }) => ({ requestId, text })))
  expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(['api', 'remind', 'deliver', 'sweep', 'digest']))
  expect(lines.length).toBeGreaterThan(5)
  for (const { requestId, text } of lines) {
    expect(JSON.parse(text)).toMatchObject({ requestId })
    expect(text).not.toMatch(/张三|王军|N-1|1380000000\d|wx-wangjun|oa-wangjun|union-/)
  }
})

test('B18: guessed bind codes: three WeChat users who are locked for them are told to the managers of any hospital, for an hour', async () => {
  await minutes(1)
  const guess = (openid: string) => hospital.call(openid, 'account.bind', { by: 'code', loginName: 'lisi', code: '0000000000' })
  for (const openid of ['wx-zhangsan', 'wx-zhaoliu', 'wx-qianqi']) {
    expect(await alarm()).toBe('')
    for (let n = 0; n < 5; n += 1) await guess(openid)
    expect(await guess(openid)).toMatchObject({ code: 'account.locked' })
  }
  expect(await alarm()).toBe('有 3 处因连续输错绑定码被锁，可能有人在猜绑定码。')
  expect((await health()).alarms).toEqual([{ kind: 'guessing', locked: 3 }])
  await minutes(62)
  expect(await alarm()).toBe('')
})
