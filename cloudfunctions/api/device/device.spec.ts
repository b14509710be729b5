import type { getDevice, listDeviceRecords, listDevices } from '../../../contract/device'
import type { InputOf, OutputOf } from '../../../contract/operation'
import { emptyForm } from '../../../domain/certificate/certificate'
import { emptyDeviceFields, type DeviceFields } from '../../../domain/device/device'
import type { RecordForm } from '../../../domain/device/record'
import { instantOf } from '../../../domain/kernel/civil-day'
import { DEVICE_COLUMNS } from '../../../domain/device/sheet'
import { readSheet } from '../../../cloud/sheets/read-sheet'
import { codeOf, data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'
const STAFF = 'wx-wangwu'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call, docs } = hospital


const get = (id: string) => data<OutputOf<typeof getDevice>>(call(ADMIN, 'device.get', { id }))
const list = async (input: Partial<InputOf<typeof listDevices>>) =>
  (await data<OutputOf<typeof listDevices>>(call(ADMIN, 'device.list', { ...input, page: 1, pageSize: 50 }))).rows.map(({ code }) => code)
const records = (kind: string, deviceId = 'dev-000055') => data<OutputOf<typeof listDeviceRecords>>(call(ADMIN, 'device.records', { deviceId, kind }))
const change = async (id: string, part: Partial<DeviceFields>, more: { version?: number; holdersWanted?: number; attachmentIds?: string[] } = {}) => {
  const { version, fields } = await get(id)
  return call(ADMIN, 'device.update', { id, version, fields: { ...fields, ...part }, holdersWanted: 1, attachmentIds: [], ...more })
}
const setStatus = async (id: string, status: string) => call(ADMIN, 'device.set-status', { id, version: (await get(id)).version, status })
const transfer = async (id: string, departmentId: string, openid = ADMIN) =>
  call(openid, 'device.transfer', { id, version: (await get(id)).version, departmentId, on: '2026-11-25', note: '搬到新楼' })
const addCertificate = (deviceIds: string[], number: string) => data<{ id: string }>(call(ADMIN, 'certificate.save', {
  id: null, version: null, form: { ...emptyForm(), deviceIds, number, holderName: '张三', issuedOn: '2024-01-01', expiresOn: '2026-12-20', leadDays: 60, recipientIds: ['acc-lisi'], channels: { home: true, sms: false, wechat: false } },
}))
const certificates = async (input: Record<string, unknown>) =>
  (await data<{ rows: Array<{ id: string; nextSendAt: string | null }> }>(call(ADMIN, 'certificate.list', { ...input, page: 1, pageSize: 50 }))).rows
const hold = async (id: string) => (await data<{ certificate: { holdReason: string | null; nextSendAt: string | null } }>(call(ADMIN, 'certificate.get', { id }))).certificate

describe('a device is changed (S44)', () => {
  test('every field, 大型设备管理类别 and the number of holders wanted are stored', async () => {
    const fields: DeviceFields = {
      ...emptyDeviceFields(), name: '裂隙灯显微镜', departmentId: 'dept-eye', model: 'SL-3G', assetNumber: '012', unit: '台(套)', brand: '拓普康', origin: '日本', manufacturer: '拓普康公司',
      serialNumber: 'SN-77', warrantyType: '原厂', udi: '06901234567892', producedOn: '2020-01-01', warrantyUntil: '2027-01-01', purchasedOn: '2020-03-01', installedOn: '2020-04-01',
      meteringMode: '强检', maintenanceMode: '自行', description: '一楼', type: '眼科', largeClass: '非目录(原乙类)', catalogue: '2023',
    }
    expect(await codeOf(change('dev-000055', fields, { holdersWanted: 2 }))).toBe('ok')
    expect(await get('dev-000055')).toMatchObject({ fields, holdersWanted: 2, version: 2, device: { code: '000055' } })
  })

  test('S47: found by name, 唯一码, 设备编码, 规格型号, 序列号, UDI and 厂家 of now', async () => {
    await change('dev-000055', { name: '前房角镜', assetNumber: 'ZC-0912', model: 'QX-9', serialNumber: 'SN-7788', udi: '06901234567892', manufacturer: '苏州六六' })
    for (const keyword of ['前房角镜', 'qfjj', '000055', 'ZC-0912', 'qx9', 'sn-7788', '06901234567892', '苏州六六']) expect(await list({ keyword })).toEqual(['000055'])
    expect(await list({ keyword: '裂隙灯' })).toEqual([])
  })

  test('who changed it meanwhile is told by name, and nothing is overwritten', async () => {
    await change('dev-000055', { model: 'SL-9' })
    const late = await change('dev-000055', { model: 'SL-1' }, { version: 1 })
    expect(late).toMatchObject({ code: 'device.changed-meanwhile', detail: { by: '王军', version: 2 } })
    expect((await get('dev-000055')).fields.model).toBe('SL-9')
  })

  test('S54: the department is not changed on the side', async () => {
    expect(await change('dev-000055', { departmentId: 'dept-ct' })).toMatchObject({ code: 'invalid-input', detail: { fields: { departmentId: 'device.by-transfer' } } })
  })

  test('S4, S8: its certificates show the new name, type and unit, and are found by them', async () => {
    const { id } = await addCertificate(['dev-000073', 'dev-000074'], 'N-73')
    await change('dev-000073', { name: '骨科电钻', type: '手术急救', unit: '把' })
    expect(docs('certificate_devices').find((row) => row._id === `${id}:dev-000073`)).toMatchObject({ deviceName: '骨科电钻', deviceType: '手术急救', unit: '把' })
    expect((await certificates({ keyword: '骨科电钻' })).map((row) => row.id)).toEqual([id])
    expect((await certificates({ keyword: 'N-73' })).map((row) => row.id)).toEqual([id])
  })

  test('B25: who may only look changes nothing', async () => {
    expect(await codeOf(call(STAFF, 'device.update', { id: 'dev-000060', version: 1, fields: (await get('dev-000060')).fields, holdersWanted: 1, attachmentIds: [] }))).toBe('forbidden')
    expect(await codeOf(call(STAFF, 'device.transfer', { id: 'dev-000060', version: 1, departmentId: 'dept-ct', on: '2026-11-25', note: '' }))).toBe('forbidden')
  })

  test('another institution’s device does not exist', async () => {
    const fields = { ...emptyDeviceFields(), name: '除颤仪', departmentId: 'dept-2-office' }
    expect(await codeOf(call(ADMIN, 'device.update', { id: 'dev-2-000001', version: 1, fields, holdersWanted: 1, attachmentIds: [] }))).toBe('not-found')
    expect(await codeOf(call(ADMIN, 'device.records', { deviceId: 'dev-2-000001', kind: 'service' }))).toBe('not-found')
  })
})

describe('在档状态 (S47, B34)', () => {
  test('S47: the list is narrowed by 在档状态 and 设备类型', async () => {
    await setStatus('dev-000055', 'lent')
    expect(await list({ status: 'lent' })).toEqual(['000055'])
    expect(await list({ status: 'in-service', type: '眼科' })).toEqual(['000075', '000056'])
    expect(await list({ type: '眼科', keyword: 'lxd' })).toEqual(['000055'])
  })

  test('B34: a certificate whose every device is out of use is held with that reason, and goes on when one is in use again', async () => {
    const { id } = await addCertificate(['dev-000073', 'dev-000074'], 'N-73')
    await setStatus('dev-000073', 'scrapped')
    expect(await hold(id)).toMatchObject({ holdReason: null })
    await setStatus('dev-000074', 'stopped')
    expect(await hold(id)).toMatchObject({ holdReason: 'devices-retired', nextSendAt: null })
    await setStatus('dev-000074', 'in-service')
    expect(await hold(id)).toMatchObject({ holdReason: null, nextSendAt: NOW.toISOString() })
  })

  test('B34: 改挂新设备 ends the hold', async () => {
    const { id } = await addCertificate(['dev-000073'], 'N-73')
    await setStatus('dev-000073', 'scrapped')
    const { certificate } = await data<{ certificate: { version: number; form: object } }>(call(ADMIN, 'certificate.get', { id }))
    await data(call(ADMIN, 'certificate.save', { id, version: certificate.version, form: { ...certificate.form, deviceIds: ['dev-000074'] } }))
    expect((await hold(id)).nextSendAt).not.toBeNull()
  })

  test('外借 reminds as before', async () => {
    const { id } = await addCertificate(['dev-000073'], 'N-73')
    await setStatus('dev-000073', 'lent')
    expect((await hold(id)).holdReason).toBeNull()
  })
})

describe('转科 (S54)', () => {
  test('lists and certificates follow the new department, and the history says where it came from', async () => {
    const { id } = await addCertificate(['dev-000055'], 'N-55')
    expect(await codeOf(transfer('dev-000055', 'dept-ct'))).toBe('ok')
    expect(await list({ departmentId: 'dept-ct' })).toContain('000055')
    expect(await list({ departmentId: 'dept-eye' })).not.toContain('000055')
    expect((await certificates({ departmentId: 'dept-ct' })).map((row) => row.id)).toContain(id)
    expect(docs('certificate_devices').find((row) => row._id === `${id}:dev-000055`)).toMatchObject({ departmentId: 'dept-ct', departmentName: 'CT室' })
    expect(docs('device_covers').find((cover) => cover._id === 'dev-000055')).toMatchObject({ departmentId: 'dept-ct' })
    expect((await records('transfer')).rows).toEqual([expect.objectContaining({ on: '2026-11-25', title: 'CT室', person: '眼科', note: '搬到新楼', by: '王军' })])
  })

  test('to where it is already, or to nowhere, is refused', async () => {
    expect(await codeOf(transfer('dev-000055', 'dept-eye'))).toBe('device.same-department')
    expect(await codeOf(transfer('dev-000055', 'dept-2-office'))).toBe('invalid-input')
    expect((await records('transfer')).total).toBe(0)
  })

  test('what a crash left of the copies is mended by the sweep', async () => {
    const { id } = await addCertificate(['dev-000055'], 'N-55')
    await transfer('dev-000055', 'dept-ct')
    await hospital.emulator.store.modify('certificate_devices', { _id: `${id}:dev-000055` }, { $set: { departmentId: 'dept-eye' } }, { multi: false, upsert: false, merge: true })
    await hospital.emulator.store.modify('devices', { _id: 'dev-000055' }, { $set: { copiesOwed: true } }, { multi: false, upsert: false, merge: true })
    await hospital.emulator.advance(instantOf('2026-11-26', '12:00:00'), 3_600_000)
    expect(docs('certificate_devices').find((row) => row._id === `${id}:dev-000055`)).toMatchObject({ departmentId: 'dept-ct' })
    expect(docs('devices').find((device) => device._id === 'dev-000055')).toMatchObject({ copiesOwed: false })
  })
})

describe('what is on record of a device (S48)', () => {
  const contract: RecordForm = { kind: 'maintainer', on: '2025-01-01', until: '2025-12-31', title: '服务商测试1', person: '陈工', phone: '13800000000', note: '' }
  const add = (record: Partial<RecordForm>) => call(ADMIN, 'device.add-record', { deviceId: 'dev-000056', record: { ...contract, ...record }, attachmentIds: [] })
  const maintainer = async () => (await get('dev-000056')).device.maintainer

  test('S53: the list shows the company whose contract began last, also after one is taken back', async () => {
    await data(add({}))
    await data(add({ title: '早年服务商', on: '2020-01-01', until: null }))
    expect(await maintainer()).toBe('服务商测试1')
    const { id } = await data<{ id: string }>(add({ title: '新服务商', on: '2026-01-01', until: null }))
    expect(await maintainer()).toBe('新服务商')
    expect((await records('maintainer', 'dev-000056')).rows.map(({ title }) => title)).toEqual(['新服务商', '服务商测试1', '早年服务商'])
    await data(call(ADMIN, 'device.remove-record', { id }))
    expect(await maintainer()).toBe('服务商测试1')
  })

  test('S48: 历史工单 keeps day, kind, text and person', async () => {
    await data(add({ kind: 'service', on: '2026-11-20', until: null, title: '维修', person: '陈工', note: '更换灯泡' }))
    expect((await records('service', 'dev-000056')).rows).toEqual([expect.objectContaining({ on: '2026-11-20', title: '维修', person: '陈工', note: '更换灯泡', by: '王军' })])
  })

  test('what cannot be is refused at its field, and a transfer cannot be taken back', async () => {
    expect(await add({ title: ' ', until: '2024-01-01' })).toMatchObject({ code: 'invalid-input', detail: { fields: { title: 'record.company-missing', until: 'record.ends-before-begin' } } })
    await transfer('dev-000055', 'dept-ct')
    const [moved] = (await records('transfer')).rows
    expect(await codeOf(call(ADMIN, 'device.remove-record', { id: moved?.id }))).toBe('not-found')
  })
})

test('S47, B23: the list is exported as filtered with every field of the archive, and reads back as it is', async () => {
  const exported = await data<{ name: string; url: string; rows: number }>(call(ADMIN, 'device.export', { status: 'in-service' }))
  expect(exported).toMatchObject({ name: '设备档案 2026-11-25.xlsx', rows: (await list({})).length })
  const bytes = new Uint8Array(await (await fetch(exported.url)).arrayBuffer())
  const columns = ['序号', '在档状态', '唯一码', ...DEVICE_COLUMNS.map(({ header }) => header)].map((header) => ({ key: header, header, needed: true }))
  const { rows, missing } = await readSheet(bytes, columns)
  expect(missing).toEqual([])
  expect(rows.map(({ cells }) => cells.唯一码)).toEqual(await list({}))
  expect(rows.find(({ cells }) => cells.唯一码 === '000059')?.cells).toMatchObject({ 在档状态: '在档', 所属科室名称: 'CT室' })
  expect(await codeOf(call(ADMIN, 'device.export', { keyword: '没有这样的设备' }))).toBe('export.nothing')
})
