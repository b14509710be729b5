import type { Reply } from '../../../contract/call'
import { emptyForm, type CertificateForm } from '../../../domain/certificate/certificate'
import { DEFAULT_INSTITUTION_RULES } from '../../../domain/institution/rules'
import { HOSPITAL } from '../../../demo/departments'
import { data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
/** 院级管理员, 科室人员 of MR室. */
const ADMIN = 'wx-wangjun'
const STAFF = 'wx-wangwu'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call } = hospital

const failureOf = async (reply: Promise<Reply>): Promise<unknown> => {
  const answer = await reply
  return answer.ok ? 'ok' : [answer.code, answer.detail]
}

interface Type { id: string; name: string; version: number; rules: { rhythm: Record<string, string> }; [key: string]: unknown }
const types = async (openid: string): Promise<Type[]> => (await data<{ types: Type[] }>(call(openid, 'type.list', {}))).types
const without = (type: Type) => Object.fromEntries(Object.entries(type).filter(([key]) => key !== 'id' && key !== 'version'))
const form = (change: Partial<CertificateForm>): CertificateForm =>
  ({ ...emptyForm(), deviceIds: ['dev-000059'], number: 'R-0001', holderName: '孙八', expiresOn: '2027-03-01', leadDays: 180, sendTime: '08:00:00', ...change })
const saved = (openid: string, change: Partial<CertificateForm>) => data<{ id: string; version: number; nextSendAt: string | null }>(call(openid, 'certificate.save', { id: null, version: null, form: form(change) }))
const nextOf = async (id: string) => (await data<{ certificate: { nextSendAt: string | null } }>(call(ADMIN, 'certificate.get', { id }))).certificate.nextSendAt
const STEPS = { home: 'steps', sms: 'steps', wechat: 'steps' }

describe('certificate types (B14, B32)', () => {
  test('everybody sees the proposals with their 依据; only managers save, with an audit entry', async () => {
    const seen = await types(STAFF)
    expect(seen.map(({ name }) => name)).toEqual(expect.arrayContaining(['设备操作证', '放射防护培训', '职业健康检查', '大型医用设备配置许可证']))
    const [first] = seen as [Type]
    expect(await failureOf(call(STAFF, 'type.save', { id: first.id, version: 0, type: without(first) }))).toEqual(['forbidden', expect.anything()])
    expect(await data(call(ADMIN, 'type.save', { id: first.id, version: 0, type: { ...without(first), name: '操作证' } }))).toEqual({ id: first.id, version: 1 })
    expect((await types(STAFF)).find(({ id }) => id === first.id)).toMatchObject({ name: '操作证', version: 1 })
    const log = hospital.emulator.store.find('audit', { institutionId: HOSPITAL }).docs as unknown as Array<{ operation: string; before: Type; after: Type }>
    expect(log.filter(({ operation }) => operation === 'type.save').map(({ before, after }) => [before.name, after.name])).toEqual([['设备操作证', '操作证']])
  })

  test('an old version, a taken name and a wrong value are refused with their codes', async () => {
    const [first] = await types(ADMIN) as [Type]
    expect(await failureOf(call(ADMIN, 'type.save', { id: first.id, version: 3, type: without(first) }))).toEqual(['type.changed-meanwhile', { version: 0 }])
    expect(await failureOf(call(ADMIN, 'type.save', { id: null, version: 0, type: { ...without(first), name: '职业健康检查' } }))).toEqual(['type.name-taken', expect.anything()])
    expect(await failureOf(call(ADMIN, 'type.save', { id: first.id, version: 0, type: { ...without(first), leadDays: -1 } }))).toEqual(['invalid-input', { fields: { leadDays: 'certificate.lead-out-of-range' } }])
  })

  test('a type without a device is saved without one, stays in the scope of who entered it, and its form is asked for what it demands', async () => {
    expect(await failureOf(call(STAFF, 'certificate.save', { id: null, version: null, form: form({ typeId: 'health-check', deviceIds: [] }) })))
      .toEqual(['invalid-input', { fields: { issuedOn: 'certificate.field-missing' } }])
    const { id } = await saved(STAFF, { typeId: 'health-check', deviceIds: [], issuedOn: '2026-11-01' })
    expect(await data<{ certificate: { form: CertificateForm } }>(call(STAFF, 'certificate.get', { id }))).toMatchObject({ certificate: { form: { typeId: 'health-check', deviceIds: [] } } })
    expect(await failureOf(call(STAFF, 'certificate.save', { id: null, version: null, form: form({ typeId: 'no-such-type' }) }))).toEqual(['invalid-input', { fields: { typeId: 'certificate.type-unknown' } }])
  })

  test('B10: rules of reminding that change move every plan of the type, and no other', async () => {
    const one = await saved(ADMIN, {})
    const other = await saved(ADMIN, { number: 'R-0002', typeId: 'equipment-licence', issuer: '卫健委' })
    const [first] = await types(ADMIN) as [Type]
    await data(call(ADMIN, 'type.save', { id: first.id, version: 0, type: { ...without(first), rules: { ...first.rules, rhythm: STEPS } } }))
    await hospital.emulator.advance(new Date(NOW.getTime() + 60_000))
    await hospital.emulator.advance(new Date(NOW.getTime() + 120_000))
    expect([await nextOf(one.id), await nextOf(other.id)]).toEqual(['2026-12-01T00:00:00.000Z', '2026-11-26T00:00:00.000Z'])
  })
})

describe('rules of the institution (B11, B28)', () => {
  const rules = { ...DEFAULT_INSTITUTION_RULES, beforeHolidays: true, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], smsPrice: 5 }

  test('defaults until somebody saves; then with version and audit', async () => {
    expect(await data(call(STAFF, 'rules.get', {}))).toEqual({ rules: DEFAULT_INSTITUTION_RULES, version: 0, marks: [] })
    expect(await failureOf(call(STAFF, 'rules.save', { version: 0, rules }))).toEqual(['forbidden', expect.anything()])
    expect(await data(call(ADMIN, 'rules.save', { version: 0, rules }))).toEqual({ version: 1 })
    expect(await data(call(ADMIN, 'rules.get', {}))).toEqual({ rules, version: 1, marks: [] })
    expect(await failureOf(call(ADMIN, 'rules.save', { version: 0, rules }))).toEqual(['rules.changed-meanwhile', { version: 1 }])
    expect(await failureOf(call(ADMIN, 'rules.save', { version: 1, rules: { ...rules, quietHours: { from: '9', to: '10' } } }))).toEqual(['invalid-input', { fields: { quietHours: 'rules.quiet-hours-invalid' } }])
  })

  test('节假日前提醒 that is switched on moves a plan to the eve', async () => {
    const { id } = await saved(ADMIN, { expiresOn: '2027-01-02', leadDays: 0 })
    expect(await nextOf(id)).toBe('2027-01-02T00:00:00.000Z')
    await data(call(ADMIN, 'rules.save', { version: 0, rules }))
    await hospital.emulator.advance(new Date(NOW.getTime() + 60_000))
    await hospital.emulator.advance(new Date(NOW.getTime() + 120_000))
    expect(await nextOf(id)).toBe('2026-12-31T00:00:00.000Z')
  })

  test('a way that WeChat stopped is shown to managers and taken back by them', async () => {
    const mark = { schema: 1, institutionId: HOSPITAL, way: 'official-account', accountId: '*', kind: 'stopped', code: '43116', at: NOW }
    await hospital.emulator.store.insert('channel_marks', [{ _id: `${HOSPITAL}:official-account:*`, ...mark }])
    expect((await data<{ marks: unknown[] }>(call(STAFF, 'rules.get', {}))).marks).toEqual([])
    expect((await data<{ marks: unknown[] }>(call(ADMIN, 'rules.get', {}))).marks).toMatchObject([{ way: 'official-account', kind: 'stopped', accountId: null, code: '43116' }])
    await data(call(ADMIN, 'rules.resume', { way: 'official-account', accountId: null }))
    expect(await failureOf(call(ADMIN, 'rules.resume', { way: 'official-account', accountId: null }))).toEqual(['not-found', expect.anything()])
  })
})
