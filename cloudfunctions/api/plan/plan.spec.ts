import { emptyForm, type CertificateForm } from '../../../domain/certificate/certificate'
import { codeOf, data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const MINUTE = 60_000
/** 院级管理员, 科室负责人 of 影像中心, 科室人员 of MR室. */
const ADMIN = 'wx-wangjun'
const HEAD = 'wx-lisi'
const STAFF = 'wx-wangwu'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call } = hospital


interface Row { id: string; number: string; state: string; reason: string; nextSendAt: string | null; recipients: number; toldToday: number; firstAt: string | null; sends: number }
interface Plans { rows: Row[]; total: number; counts: Record<string, number>; lastTickAt: string | null }
const plans = (openid: string, input: Record<string, unknown> = {}): Promise<Plans> => data<Plans>(call(openid, 'plan.list', { pageSize: 100, ...input }))

const form = (change: Partial<CertificateForm>): CertificateForm =>
  ({ ...emptyForm(), deviceIds: ['dev-000059'], number: 'P-0001', holderName: '孙八', expiresOn: '2026-12-01', leadDays: 30, sendTime: '08:00:00', ...change })
const save = async (openid: string, change: Partial<CertificateForm>) => {
  const { id, version } = await data<{ id: string; version: number }>(call(openid, 'certificate.save', { id: null, version: null, form: form(change) }))
  return { id, version }
}
const tick = (minutes = 1) => hospital.emulator.advance(new Date(hospital.emulator.clock.now().getTime() + minutes * MINUTE))
const change = (name: string, id: string, set: Record<string, unknown>) => hospital.emulator.store.modify(name, { _id: id }, { $set: set }, { multi: false, upsert: false, merge: true })

interface Told { id: string; account: string; channel: string; state: string; reason: string }
const deliveriesOf = async (id: string) => (await data<{ rows: Told[] }>(call(ADMIN, 'certificate.deliveries', { id, pageSize: 100 }))).rows

describe('预警计划 (S36)', () => {
  test('a saved certificate is a plan: every one stands in exactly one state', async () => {
    const { rows, total, counts } = await plans(ADMIN)
    expect(rows).toHaveLength(22)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(counts).toEqual({ running: 3, waiting: 15, silent: 1, handled: 0, ended: 2, off: 1 })
    const before = counts.running
    const { id } = await save(ADMIN, {})
    const after = await plans(ADMIN, { state: 'running' })
    expect(after.counts.running).toBe((before ?? 0) + 1)
    expect(after.rows.find((row) => row.id === id)).toMatchObject({ state: 'running', reason: '', sends: 31, firstAt: '2026-11-01T00:00:00.000Z', recipients: 1, nextSendAt: NOW.toISOString() })
  })

  test('each state says why, and can be asked for alone', async () => {
    const told = await save(ADMIN, { number: 'P-0002' })
    const nobody = await save(ADMIN, { number: 'P-0003', relatedRoles: [], recipientIds: [], expiresOn: '2027-06-01' })
    const silent = await save(ADMIN, { number: 'P-0004', channels: { home: false, sms: false, wechat: false } })
    await data(call(ADMIN, 'certificate.handle', { ...told, kind: 'noted', note: '已换岗', reference: '', until: null, renewal: null }))
    expect((await plans(ADMIN, { state: 'handled' })).rows).toMatchObject([{ id: told.id, nextSendAt: null, reason: 'handled' }])
    const off = await plans(ADMIN, { state: 'off' })
    expect(off.rows.map(({ id, reason }) => [id, reason])).toEqual(expect.arrayContaining([[nobody.id, 'no-recipient'], [silent.id, 'no-channel'], ['cert-C000000018', 'long-term']]))
    expect((await plans(ADMIN, { state: 'silent' })).rows).toMatchObject([{ number: 'C000000021', reason: 'review' }])
    expect((await plans(ADMIN, { state: 'ended' })).rows.every(({ reason, nextSendAt }) => reason === 'expired' && nextSendAt === null)).toBe(true)
  })

  test('the engine keeps it right: told today, and after the last message it has ended', async () => {
    const { id } = await save(ADMIN, { expiresOn: '2026-11-25', leadDays: 0 })
    const row = async (state: string) => (await plans(ADMIN, { state })).rows.find((each) => each.id === id)
    expect(await row('running')).toMatchObject({ toldToday: 0 })
    await tick(2)
    expect(await row('running')).toBeUndefined()
    expect(await row('ended')).toMatchObject({ reason: 'last-told', toldToday: 1, nextSendAt: null })
    expect((await plans(ADMIN)).lastTickAt).not.toBeNull()
  })

  test('B25: everybody sees the plans of his departments; keyword and department narrow rows and counts alike', async () => {
    const whole = await plans(ADMIN)
    const mine = await plans(STAFF)
    expect(mine.total).toBeGreaterThan(0)
    expect(mine.total).toBeLessThan(whole.total)
    const found = await plans(ADMIN, { keyword: 'C000000018' })
    expect(found).toMatchObject({ total: 1, counts: { off: 1, running: 0 } })
    const mr = await plans(ADMIN, { departmentId: 'dept-mr' })
    expect(mr.rows.map(({ id }) => id).sort()).toEqual(mine.rows.map(({ id }) => id).sort())
  })

  test('pages follow each other without a gap', async () => {
    const whole = (await plans(ADMIN)).rows.map(({ id }) => id)
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((page) => plans(ADMIN, { page, pageSize: 4 })))
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole)
  })
})

describe('再发一次 (B7)', () => {
  const noPhone = async () => {
    const { id } = await save(ADMIN, { relatedRoles: [], recipientIds: ['acc-qianqi'], channels: { home: true, sms: true, wechat: false } })
    await tick(2)
    const rows = await deliveriesOf(id)
    return { id, held: rows.find(({ channel }) => channel === 'sms')!, sent: rows.find(({ channel }) => channel === 'home')! }
  }
  const resend = (openid: string, id: string, deliveryId: string) => codeOf(call(openid, 'certificate.resend', { id, deliveryId }))

  test('a message that was held for want of a number goes out once the number is there, once', async () => {
    const { id, held } = await noPhone()
    expect(held).toMatchObject({ state: 'held', reason: 'no-phone' })
    await change('accounts', 'acc-qianqi', { phone: '13800000006' })
    expect(await resend(HEAD, id, held.id)).toBe('ok')
    expect(await resend(HEAD, id, held.id)).toBe('delivery.not-failed')
    await tick(2)
    expect((await deliveriesOf(id)).find((each) => each.id === held.id)).toMatchObject({ state: 'sent', reason: '' })
    expect(hospital.emulator.outbox.list().filter(({ channel }) => channel === 'sms')).toHaveLength(1)
  })

  test('while its cause is not mended it is held again, with the reason', async () => {
    const { id, held } = await noPhone()
    expect(await resend(ADMIN, id, held.id)).toBe('ok')
    await tick(2)
    expect((await deliveriesOf(id)).find((each) => each.id === held.id)).toMatchObject({ state: 'held', reason: 'no-phone' })
  })

  test('never what was sent or may have been, never of another day, never by 科室人员, never through another certificate', async () => {
    const { id, held, sent } = await noPhone()
    expect(await resend(ADMIN, id, sent.id)).toBe('delivery.not-failed')
    expect(await resend(STAFF, id, held.id)).toBe('forbidden')
    expect(await resend(ADMIN, 'cert-C000000018', held.id)).toBe('not-found')
    await change('deliveries', held.id, { state: 'unknown' })
    expect(await resend(ADMIN, id, held.id)).toBe('delivery.not-failed')
    await change('deliveries', held.id, { state: 'failed' })
    hospital.emulator.clock.freeze(new Date(NOW.getTime() + 24 * 60 * MINUTE))
    expect(await resend(ADMIN, id, held.id)).toBe('delivery.not-today')
  })

  test('B8: not when another message of today told him meanwhile, and not while the engine works', async () => {
    const { id, held } = await noPhone()
    const stored = hospital.emulator.store.find('deliveries', { _id: held.id }).docs[0]!
    await change('runs', `lease:${String(stored.institutionId)}`, { deadline: new Date(hospital.emulator.clock.now().getTime() + MINUTE) })
    expect(await resend(ADMIN, id, held.id)).toBe('busy')
    await change('runs', `lease:${String(stored.institutionId)}`, { deadline: new Date(0) })
    await hospital.emulator.store.insert('deliveries', [{ ...stored, _id: `${held.id}x`, state: 'sent' }])
    expect(await resend(ADMIN, id, held.id)).toBe('delivery.told-otherwise')
  })
})

describe('为什么没收到 (B7)', () => {
  interface Why { account: { name: string }; deliveries: Array<Told & { certificates: Array<{ id: string; device: string }>; dropped: Array<{ id: string; reason: string }> }>; missed: Array<{ id: string; reason: string }> }
  const why = (openid: string, input: Record<string, unknown> = {}) => data<Why>(call(openid, 'account.why-not', input))

  test('one sees the own messages of a day, and of certificates that were due and not told the reason', async () => {
    const told = await save(ADMIN, { recipientIds: ['acc-wangwu'] })
    const later = await save(ADMIN, { number: 'P-0002', recipientIds: ['acc-wangwu'], sendTime: '20:00:00' })
    const handled = await save(ADMIN, { number: 'P-0003', recipientIds: ['acc-wangwu'] })
    await data(call(ADMIN, 'certificate.handle', { ...handled, kind: 'noted', note: '已换岗', reference: '', until: null, renewal: null }))
    await tick(2)
    const mine = await why(STAFF)
    expect(mine.account.name).toBe('王五')
    expect(mine.deliveries).toMatchObject([{ channel: 'home', state: 'sent', certificates: [{ id: told.id }] }])
    expect(mine.missed.map(({ id, reason }) => [id, reason]).sort()).toEqual([[later.id, 'not-due'], [handled.id, 'noted']].sort())
  })

  test('who entered a certificate is named by his role, and only while that role is ticked', async () => {
    const { id } = await save(ADMIN, { relatedRoles: ['creator'], sendTime: '20:00:00' })
    await save(ADMIN, { number: 'P-0002', relatedRoles: [], recipientIds: ['acc-wangwu'], sendTime: '20:00:00' })
    expect((await why(ADMIN)).missed).toMatchObject([{ id, reason: 'not-due' }])
  })

  test('a digest that left one certificate out says why, in that certificate’s record and in the person’s', async () => {
    const told = await save(ADMIN, { recipientIds: ['acc-wangwu'], channels: { home: true, sms: false, wechat: false } })
    const left = await save(ADMIN, { number: 'P-0002', recipientIds: ['acc-wangwu'], channels: { home: true, sms: false, wechat: false } })
    await tick(2)
    const [digest] = hospital.emulator.store.find('deliveries', { _id: (await why(STAFF)).deliveries[0]?.id }).docs
    await change('deliveries', String(digest?._id), { mentions: [`${told.id}:1`], dropped: [{ mention: `${left.id}:1`, reason: 'no-longer-recipient' }] })
    const mine = async (id: string) => (await deliveriesOf(id)).filter(({ account }) => account === '王五')
    expect(await mine(told.id)).toMatchObject([{ state: 'sent', reason: '' }])
    expect(await mine(left.id)).toMatchObject([{ state: 'held', reason: 'no-longer-recipient' }])
    expect((await why(STAFF)).deliveries).toMatchObject([{ state: 'sent', certificates: [{ id: told.id }], dropped: [{ id: left.id, reason: 'no-longer-recipient' }] }])
    expect(await codeOf(call(ADMIN, 'certificate.resend', { id: left.id, deliveryId: digest?._id }))).toBe('not-found')
  })

  test('another person’s day is for those who manage accounts, within their institution', async () => {
    expect((await why(ADMIN, { accountId: 'acc-qianqi' })).account.name).toBe('钱七')
    expect(await codeOf(call(HEAD, 'account.why-not', { accountId: 'acc-qianqi' }))).toBe('forbidden')
    expect(await codeOf(call(ADMIN, 'account.why-not', { accountId: 'acc-2-admin' }))).toBe('account.not-found')
  })
})
