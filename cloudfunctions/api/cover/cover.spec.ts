import type { Reply } from '../../../contract/call'
import { HOSPITAL } from '../../../demo/departments'
import { data, freshHospital } from '../../../demo/fresh-hospital'
import { emptyForm } from '../../../domain/certificate/certificate'
import { instantOf } from '../../../domain/kernel/civil-day'
import { readSheet } from '../../../cloud/sheets/read-sheet'

const ADMIN = 'wx-wangjun'

jest.setTimeout(60_000)
const hospital = freshHospital({ now: instantOf('2026-11-25', '09:00:00'), demo: false })

const answer = (operation: string, input: unknown): Promise<Reply> => hospital.call(ADMIN, operation, input)
const call = <T>(operation: string, input: unknown): Promise<T> => data<T>(answer(operation, input))
interface Saved { id: string; version: number }
const save = (over: object = {}, of: { id: string | null; version: number | null } = { id: null, version: null }): Promise<Saved> =>
  call('certificate.save', { ...of, form: { ...emptyForm(), deviceIds: ['dev-000059'], number: 'N-0001', holderName: '张伟', issuedOn: '2022-01-01', expiresOn: '2026-11-30', ...over } })
const renew = ({ id, version }: Saved, renewal: object): Promise<Saved> =>
  call('certificate.handle', { id, version, kind: 'renewed', note: '', reference: '', until: null, renewal: { number: '', longTerm: false, attachmentIds: [], ...renewal } })

interface Cover { rows: Array<{ code: string; holders: Array<{ name: string }>; bareFrom: string | null }> }
const coverOn = async (on?: string): Promise<[string[], string | null]> => {
  const { rows } = await call<Cover>('cover.matrix', { keyword: '000059', ...(on && { on }) })
  return [rows[0]?.holders.map(({ name }) => name) ?? [], rows[0]?.bareFrom ?? null]
}

test('B4, B31: who may operate a device is answered for today, for a day to come with the first bare day, and for a past one from former cycles', async () => {
  const first = await save()
  expect(await coverOn()).toEqual([['张伟'], '2026-12-01'])
  expect(await coverOn('2026-12-01')).toEqual([[], '2026-12-01'])
  hospital.emulator.clock.freeze(instantOf('2026-12-12', '09:00:00'))
  await renew(first, { issuedOn: '2026-12-12', expiresOn: '2030-12-11' })
  expect(await coverOn()).toEqual([['张伟'], '2030-12-12'])
  expect((await coverOn('2026-11-25'))[0]).toEqual(['张伟'])
  expect((await coverOn('2026-12-05'))[0]).toEqual([])
  expect((await coverOn('2021-12-31'))[0]).toEqual([])
})

test('B13: the former cycle is kept and its gap is counted; B25: who changed what is told newest first', async () => {
  const first = await save()
  hospital.emulator.clock.freeze(instantOf('2026-12-13', '09:00:00'))
  const changed = await save({ title: '主治医师' }, { id: first.id, version: first.version })
  hospital.emulator.clock.freeze(instantOf('2026-12-13', '09:00:01'))
  await renew({ id: first.id, version: changed.version }, { issuedOn: '2026-12-13', expiresOn: '2030-12-12' })
  const { cycles } = await call<{ cycles: Array<{ cycle: number; expiresOn: string; gapDays: number }> }>('certificate.chain', { id: first.id })
  expect(cycles).toMatchObject([{ cycle: 1, expiresOn: '2026-11-30', gapDays: 12 }])
  const { rows } = await call<{ rows: Array<{ operation: string; kind: string | null; changes: unknown[] }> }>('certificate.history', { id: first.id })
  expect(rows.map(({ operation, kind }) => [operation, kind])).toEqual([['certificate.handle', 'renewed'], ['certificate.save', null], ['certificate.save', null]])
  expect(rows[1]?.changes).toEqual([{ field: 'title', before: '', after: '主治医师', added: 0, removed: 0 }])
})

test('B23: the list is exported as filtered, with the guide\'s columns, and reads back as it is; a formula stays a text', async () => {
  await save({ deviceIds: ['dev-000059', 'dev-000060'], holderName: '=cmd|A1' })
  await save({ number: 'N-0002', holderName: '李四', expiresOn: null, longTerm: true })
  const exported = await call<{ name: string; url: string; rows: number }>('certificate.export', {})
  expect(exported).toMatchObject({ name: '设备操作证 2026-11-25.xlsx', rows: 3 })
  const bytes = new Uint8Array(await (await fetch(exported.url)).arrayBuffer())
  const columns = ['序号', '唯一码', '姓名', '操作证有效期', '发送时间'].map((header) => ({ key: header, header, needed: true }))
  const { rows } = await readSheet(bytes, columns)
  expect(rows.map(({ cells }) => Object.values(cells))).toEqual([
    ['1', expect.any(String), '=cmd|A1', '2026-11-30', '08:00'],
    ['2', expect.any(String), '=cmd|A1', '2026-11-30', '08:00'],
    ['3', '000059', '李四', '长期有效', '08:00'],
  ])
  expect(await call('certificate.export', { bucket: 'within-30' })).toMatchObject({ rows: 2 })
  expect(await answer('certificate.export', { keyword: '没有这样的证' })).toMatchObject({ ok: false, code: 'export.nothing' })
})

test('B35: who is 暂离 is not among the holders, 规培 stand beside somebody who may by himself, and a call finds the number and is on record', async () => {
  const { device: { department } } = await call<{ device: { department: { id: string } } }>('device.get', { id: 'dev-000059' })
  const learner = await call<Saved>('person.save', { id: null, version: 0, form: { staffNumber: '8001', name: '规一', departmentId: department.id, title: '', employment: 'resident' } })
  const papers = { learner: await save({ number: 'N-8001', holderName: '规一' }), teacher: await save({ number: 'N-8002', holderName: '孙八' }) }
  await call('person.claim', { id: learner.id, certificateId: papers.learner.id, theirs: true })
  await call('person.claim', { id: 'person-sunba', certificateId: papers.teacher.id, theirs: true })
  type Holders = { holders: Array<{ name: string; supervised?: true; callable?: true }>; absent: number; device: { validHolders: number } }
  const told = (): Promise<Holders> => call<Holders>('device.get', { id: 'dev-000059' })
  expect(await told()).toMatchObject({ device: { validHolders: 1 }, absent: 0, holders: [{ name: '孙八', callable: true }, { name: '规一', supervised: true }] })
  expect(await call('device.call', { deviceId: 'dev-000059', certificateId: papers.teacher.id })).toEqual({ phone: expect.stringMatching(/^1\d{10}$/) })
  expect(await answer('device.call', { deviceId: 'dev-000059', certificateId: papers.learner.id })).toMatchObject({ code: 'device.no-phone' })
  const { docs } = hospital.emulator.store.find('audit', { institutionId: HOSPITAL, operation: 'device.call' }, { limit: 10 })
  expect(docs.map(({ after }) => after)).toEqual([{ certificateId: papers.teacher.id }])

  const [stored] = hospital.emulator.store.find('people', { _id: 'person-sunba' }).docs
  await call('person.set-presence', { id: 'person-sunba', version: stored?.version ?? 0, presence: 'away', account: null })
  expect(await told()).toMatchObject({ device: { validHolders: 0 }, absent: 1, holders: [] })
  expect((await coverOn())[0]).toEqual([])
  expect((await coverOn('2026-11-24'))[0].sort()).toEqual(['规一', '孙八'].sort())
  expect(await answer('device.call', { deviceId: 'dev-000059', certificateId: papers.teacher.id })).toMatchObject({ code: 'not-found' })
})
