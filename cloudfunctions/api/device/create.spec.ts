import type { Reply } from '../../../contract/call'
import type { CertificateEntry } from '../../../contract/certificate'
import type { createDevice, getDevice } from '../../../contract/device'
import type { InputOf, OutputOf } from '../../../contract/operation'
import { emptyForm, type CertificateForm } from '../../../domain/certificate/certificate'
import { emptyDeviceFields } from '../../../domain/device/device'
import { withoutDevices, type DevicelessForm, type PaperTab } from '../../../domain/device/paper-tabs'
import { data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW, demo: false })

const call = (operation: string, input: unknown): Promise<Reply> => hospital.call(ADMIN, operation, input)
const ask = <T>(operation: string, input: unknown): Promise<T> => data<T>(call(operation, input))
const count = (collection: string): number => hospital.emulator.store.find(collection, {}, { sort: { _id: 1 }, limit: 1000 }).docs.length
const COLLECTIONS = ['devices', 'device_records', 'certificates', 'certificate_devices', 'device_covers', 'uploads', 'audit'] as const
const counts = () => Object.fromEntries(COLLECTIONS.map((name) => [name, count(name)]))
const number = () => (hospital.emulator.store.find('counters', {}, { sort: { _id: 1 }, limit: 10 }).docs as unknown as Array<{ _id: string; value: number }>).find(({ _id }) => _id === 'hospital-1:device-code')?.value

const form = (change: Partial<CertificateForm>): DevicelessForm => ({ ...withoutDevices(emptyForm()), expiresOn: '2027-06-30', ...change })
const paper = (tab: PaperTab, change: Partial<CertificateForm>) => ({ tab, form: form(change) })
const PLAN = paper('device-upkeep', { typeId: 'upkeep-plan', issuedOn: '2026-06-01', expiresOn: '2026-12-01', cycleMonths: 6, leadDays: 30 })
const METROLOGY = paper('device-metrology', { typeId: 'metrology-plan', issuedOn: '2026-06-01', expiresOn: '2027-05-31', cycleMonths: 12 })
const LICENCE = paper('device-licence', { typeId: 'equipment-licence', number: 'P-1', issuer: '卫健委' })
const CERTIFICATE = paper('device-certificate', { number: 'C-1', holderName: '李四', issuedOn: '2026-01-01' })
const RECORD = { kind: 'maintainer' as const, on: '2026-01-01', until: null, title: ' 服务商测试9 ', person: '', phone: '', note: '' }
const FIELDS = { ...emptyDeviceFields(), name: '超声诊断仪', departmentId: 'dept-eye' }
const WHOLE = { fields: FIELDS, maintainer: { record: RECORD, attachmentIds: [] }, papers: [PLAN, METROLOGY, LICENCE, CERTIFICATE] }

const create = async (input: Partial<InputOf<typeof createDevice>>) => (await ask<OutputOf<typeof createDevice>>('device.create', { fields: FIELDS, ...input })).device
const get = (id: string) => ask<OutputOf<typeof getDevice>>('device.get', { id })
const papersUnder = async (deviceId: string, menu: PaperTab) => (await ask<{ rows: CertificateEntry[] }>('certificate.list', { deviceId, menu })).rows
const plan = async (deviceId: string) => (await papersUnder(deviceId, 'device-upkeep'))[0]!

test('S45, S46, S53: one save stores the device, its 维保商, both plans, its licence and its certificate, each under its own tab', async () => {
  const { id } = await create(WHOLE)
  expect((await get(id)).device.maintainer).toBe('服务商测试9')
  const found = await Promise.all((['device-upkeep', 'device-metrology', 'device-licence', 'device-certificate'] as const).map((menu) => papersUnder(id, menu)))
  expect(found.map((rows) => rows.map(({ typeName, number: said }) => typeName + said))).toEqual([['保养计划'], ['计量计划'], ['大型医用设备配置许可证P-1'], ['C-1']])
  expect((await ask<{ rows: unknown[] }>('device.records', { deviceId: id, kind: 'maintainer' })).rows).toMatchObject([{ title: '服务商测试9', on: '2026-01-01' }])
})

test('S46: what is wrong in the last part alone leaves nothing behind, not even the 唯一码', async () => {
  const [before, last] = [counts(), number()]
  const reply = await call('device.create', { ...WHOLE, papers: [...WHOLE.papers.slice(0, 3), paper('device-certificate', { ...CERTIFICATE.form, attachmentIds: ['never-staged'] })] })
  expect(reply).toMatchObject({ ok: false, code: 'attachment.not-staged', detail: { tab: 'device-certificate' } })
  expect([counts(), number()]).toEqual([before, last])
})

test('S46: a wrong field is told with its tab, and every one at once', async () => {
  const reply = await call('device.create', {
    ...WHOLE, maintainer: { record: { ...RECORD, title: '' }, attachmentIds: [] },
    papers: [paper('device-upkeep', { ...PLAN.form, cycleMonths: 0 }), paper('device-licence', { ...LICENCE.form, issuer: '', expiresOn: null }), paper('device-certificate', { ...CERTIFICATE.form, typeId: 'upkeep-plan' })],
  })
  expect(reply).toMatchObject({ ok: false, code: 'invalid-input', detail: { fields: {
    'maintainer.title': 'record.company-missing', 'device-upkeep.cycleMonths': 'plan.cycle-invalid', 'device-licence.issuer': 'certificate.field-missing',
    'device-licence.expiresOn': 'certificate.expiry-missing', 'device-certificate.typeId': 'certificate.type-unknown',
  } } })
  expect(count('devices')).toBe(22)
})

test('B33, S46: a 证件号 that is there already is told in its tab', async () => {
  await create({ papers: [CERTIFICATE] })
  expect(await call('device.create', { fields: FIELDS, papers: [CERTIFICATE] })).toMatchObject({ ok: false, code: 'certificate.number-taken', detail: { tab: 'device-certificate' } })
})

test('S46: tabs that nobody touched store nothing', async () => {
  const before = counts()
  await create({})
  expect(counts()).toEqual({ ...before, devices: 22 + 1, audit: Number(before.audit) + 1 })
})

test('B4, S48: a licence and a plan entitle nobody, a certificate does', async () => {
  const { id } = await create({ papers: [PLAN, METROLOGY, LICENCE] })
  expect((await get(id)).holders).toEqual([])
  expect(count('device_covers')).toBe(0)
  const other = await create({ papers: [CERTIFICATE] })
  expect((await get(other.id)).holders.map(({ name }) => name)).toEqual(['李四'])
  expect(count('device_covers')).toBe(1)
})

test('S48: 登记本次完成 keeps the cycle that ends and begins the next one, which is reminded in its turn', async () => {
  const { id } = await create({ papers: [PLAN] })
  const due = await plan(id)
  expect(due).toMatchObject({ plan: { cycleMonths: 6, lastOn: '2026-06-01', cycle: 1 }, expiresOn: '2026-12-01', nextSendAt: '2026-11-25T01:00:00.000Z' })
  await ask('certificate.handle', {
    id: due.id, version: due.version, kind: 'renewed', note: '', reference: '', until: null, renewal: { number: '', issuedOn: '2026-11-25', expiresOn: '2027-05-25', longTerm: false, attachmentIds: [] },
  })
  expect(await plan(id)).toMatchObject({ plan: { cycleMonths: 6, lastOn: '2026-11-25', cycle: 2 }, expiresOn: '2027-05-25', nextSendAt: '2027-04-25T00:00:00.000Z' })
  expect((await ask<{ cycles: unknown[] }>('certificate.chain', { id: due.id })).cycles).toMatchObject([{ issuedOn: '2026-06-01', expiresOn: '2026-12-01', closedBy: '王军' }])
})

test('S36, S48: a plan stands in 预警计划 and on 首页 among what is to be done, called by its type', async () => {
  const { id } = await create({ papers: [PLAN] })
  const { id: planId } = await plan(id)
  expect((await ask<{ rows: CertificateEntry[] }>('plan.list', {})).rows.find((row) => row.id === planId)).toMatchObject({ typeName: '保养计划', state: 'running' })
  expect((await ask<{ todo: CertificateEntry[] }>('home.overview', {})).todo.map(({ typeName }) => typeName)).toEqual(['保养计划'])
})

test('S54: a transferred device takes its plan along, and lists by department follow', async () => {
  const { id } = await create({ papers: [PLAN] })
  const { version } = await get(id)
  await ask('device.transfer', { id, version, departmentId: 'dept-ct', on: '2026-11-25', note: '' })
  const listed = async (departmentId: string) => (await ask<{ rows: unknown[] }>('certificate.list', { departmentId, menu: 'device-upkeep' })).rows.length
  expect([await listed('dept-eye'), await listed('dept-ct')]).toEqual([0, 1])
})

test('S48: a plan has a cycle, an end, and no SMS; it needs neither number nor holder', async () => {
  const { id: deviceId } = await create({})
  const save = (change: Partial<CertificateForm>) => call('certificate.save', { id: null, version: null, form: { ...PLAN.form, deviceIds: [deviceId], ...change } })
  expect((await save({})).ok).toBe(true)
  expect(await save({ longTerm: true, expiresOn: null })).toMatchObject({ detail: { fields: { expiresOn: 'certificate.expiry-missing' } } })
  expect(await save({ channels: { home: true, sms: true, wechat: false } })).toMatchObject({ detail: { fields: { channels: 'plan.no-sms' } } })
})
