import { emptyForm, type CertificateForm } from '../../../domain/certificate/certificate'
import { HOSPITAL } from '../../../demo/departments'
import { data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
/** 院级管理员; 科室人员 of MR室. */
const ADMIN = 'wx-wangjun'
const STAFF = 'wx-wangwu'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW, demo: false })

const ask = <T>(operation: string, input: unknown, openid = ADMIN): Promise<T> => data<T>(hospital.call(openid, operation, input))
const save = (change: Partial<CertificateForm>, { id = null as string | null, version = null as number | null, openid = ADMIN } = {}) =>
  ask<{ id: string; version: number }>('certificate.save', {
    id, version, form: { ...emptyForm(), number: 'K-0001', holderName: '孙八', issuer: '卫健委', issuedOn: '2026-01-01', expiresOn: '2027-03-01', sendTime: '08:00:00', ...change },
  }, openid)

interface Row { number: string; deviceName: string; typeId: string; department: { name: string } }
const numbers = async (filter: Record<string, unknown>, openid = ADMIN) => ({
  entries: (await ask<{ rows: Array<{ number: string }> }>('certificate.list', filter, openid)).rows.map(({ number }) => number),
  rows: (await ask<{ rows: Row[] }>('certificate.table', filter, openid)).rows.map(({ number }) => number),
})

const three = async () => {
  await save({ deviceIds: ['dev-000059'] })
  await save({ number: 'K-0002', typeId: 'equipment-licence', deviceIds: ['dev-000059', 'dev-000060'] })
  return save({ number: 'K-0003', typeId: 'health-check', deviceIds: [] }, { openid: STAFF })
}

test('S4: each menu name has the certificates of its types, one without devices too, and a type narrows them', async () => {
  await three()
  expect(await numbers({ menu: 'device-certificate' })).toEqual({ entries: ['K-0001'], rows: ['K-0001'] })
  expect(await numbers({ menu: 'device-licence' })).toEqual({ entries: ['K-0002'], rows: ['K-0002', 'K-0002'] })
  expect(await numbers({ menu: 'staff-qualification', keyword: '孙八' })).toEqual({ entries: ['K-0003'], rows: ['K-0003'] })
  expect(await numbers({ menu: 'staff-qualification', typeId: 'radiation-training' })).toEqual({ entries: [], rows: [] })
  expect(await numbers({ menu: 'staff-qualification', typeId: 'equipment-licence' })).toEqual({ entries: [], rows: [] })
  expect((await numbers({})).entries.sort()).toEqual(['K-0001', 'K-0002', 'K-0003'])
})

test('B25: one without devices is seen in the department of who entered it, and called by its type', async () => {
  await three()
  expect(await numbers({ menu: 'staff-qualification' }, STAFF)).toEqual({ entries: ['K-0003'], rows: ['K-0003'] })
  expect((await ask<{ rows: Row[] }>('certificate.table', { menu: 'staff-qualification' }, STAFF)).rows).toMatchObject([{ typeId: 'health-check', deviceId: '', deviceName: '', department: { name: 'MR室' } }])
  expect((await ask<{ rows: unknown[] }>('certificate.list', { menu: 'staff-qualification' })).rows).toMatchObject([{ typeName: '职业健康检查', devices: [], deviceCount: 0 }])
})

test('a certificate that is linked to a device later, or to none any more, has the rows of what it is now', async () => {
  const rowsOf = (id: string) => (hospital.emulator.store.find('certificate_devices', { institutionId: HOSPITAL, certificateId: id }).docs as unknown as Array<{ deviceId: string }>).map(({ deviceId }) => deviceId)
  const { id, version } = await save({ typeId: 'health-check', deviceIds: [] })
  expect(rowsOf(id)).toEqual([''])
  const linked = await save({ typeId: 'health-check', deviceIds: ['dev-000059'] }, { id, version })
  expect(rowsOf(id)).toEqual(['dev-000059'])
  await save({ typeId: 'health-check', deviceIds: [] }, { id, version: linked.version })
  expect(rowsOf(id)).toEqual([''])
})

test('S35: a warning of one without devices is handled in its row, too', async () => {
  const { id, version } = await save({ typeId: 'health-check', deviceIds: [] })
  await ask('certificate.handle', { id, version, kind: 'noted', note: '已知', reference: '', until: null, renewal: null })
  expect((await ask<{ rows: Array<{ handling: { kind: string } }> }>('certificate.table', { menu: 'staff-qualification' })).rows[0]?.handling.kind).toBe('noted')
})

test('B23: each list is exported under its own name, with the type of each row', async () => {
  await three()
  expect(await ask('certificate.export', { menu: 'staff-qualification' })).toMatchObject({ name: '人员资质 2026-11-25.xlsx', rows: 1 })
  expect(await ask('certificate.export', { menu: 'device-licence' })).toMatchObject({ name: '设备配置许可证 2026-11-25.xlsx', rows: 2 })
})

test('a type that is moved under another menu name takes its certificates along', async () => {
  await three()
  const { types } = await ask<{ types: Array<Record<string, unknown> & { id: string; version: number }> }>('type.list', {})
  const found = types.find(({ id }) => id === 'health-check')
  const type = Object.fromEntries(Object.entries(found ?? {}).filter(([key]) => key !== 'id' && key !== 'version'))
  await ask('type.save', { id: 'health-check', version: 0, type: { ...type, menu: 'device-certificate' } })
  expect((await numbers({ menu: 'device-certificate' })).entries.sort()).toEqual(['K-0001', 'K-0003'])
  expect(await numbers({ menu: 'staff-qualification' })).toEqual({ entries: [], rows: [] })
})
