import type { Reply } from '../../../contract/call'
import type { SheetPreview } from '../../../contract/import'
import type { JobRow, JobView } from '../../../contract/job'
import { data, freshHospital } from '../../../demo/fresh-hospital'
import { HOSPITAL } from '../../../demo/departments'
import { writeBook } from '../../../cloud/sheets/write-xlsx'
import { readSheet } from '../../../cloud/sheets/read-sheet'
import { DEVICE_IMPORT_COLUMNS } from '../../../domain/device/import-columns'
import { emptyDeviceFields } from '../../../domain/device/device'
import { DEVICE_COLUMNS } from '../../../domain/device/sheet'

const NOW = new Date('2026-11-25T02:00:00Z')
const ADMIN = 'wx-wangjun'
const HEADER = ['资产编号', '名称', '科室', '规格型号', 'SN', '购置日期', '设备状态']

/** Of the large import; `npm run test:long` has 2,000. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 60)

jest.setTimeout(180_000 + ROWS * 1000)

const hospital = freshHospital({ now: NOW, demo: false })

const call = (operation: string, input: unknown, openid = ADMIN): Promise<Reply> => hospital.call(openid, operation, input)
const book = (rows: string[][], header: readonly string[] = HEADER): Promise<Uint8Array> => writeBook([{ name: '台账', columns: header.map((text) => ({ header: text, width: 12 })), batches: [rows] }])
async function staged(bytes: Uint8Array) {
  const { id, path } = await data<{ id: string; path: string }>(call('import.begin', { kind: 'sheet', name: '台账.xlsx', bytes: bytes.length, way: 'cloud' }))
  await hospital.upload(ADMIN, path, bytes)
  return { fileId: id, sheet: null, columns: {} }
}
type Asked = Awaited<ReturnType<typeof staged>>
const preview = (asked: Asked) => data<SheetPreview>(call('device-import.preview', asked))
const begin = async (asked: Asked) => (await data<{ jobId: string }>(call('device-import.start', { ...asked, digest: (await preview(asked)).digest }))).jobId
async function worked(id: string): Promise<JobView> {
  let job = await data<JobView>(call('job.run', { id }))
  while (job.mayRun) job = await data<JobView>(call('job.run', { id }))
  return job
}
const devices = () => hospital.emulator.store.find('devices', { institutionId: HOSPITAL }, { sort: { code: 1 }, limit: 5000 }).docs as Array<{ _id: string; code: string; status: string; departmentName: string; fields: Record<string, string | null> }>
const rowsOf = async (id: string): Promise<JobRow[]> => (await data<{ rows: JobRow[] }>(call('job.rows', { id, pageSize: 100 }))).rows
const row = (at: number, over: Partial<Record<number, string>> = {}): string[] =>
  [`A${at}`, `监护仪 ${at}`, '影像中心', 'M1', `S${at}`, '2024年3月1日', ''].map((cell, column) => over[column] ?? cell)

describe('B23: 设备档案导入', () => {
  test('says of each row at fault what is wrong, imports the others and never half of one', async () => {
    const before = devices().length
    const asked = await staged(await book([
      row(1), row(2, { 0: 'Ａ０２', 4: 'Ｓ－２', 6: '报废' }), row(3, { 1: '' }), row(4, { 2: '不存在科' }), row(5, { 5: '去年' }), row(6, { 4: 'S1' }), row(7, { 6: '坏了' }),
    ]))
    const looked = await preview(asked)
    expect(looked).toMatchObject({ total: 7, ready: 2, faulty: 5, missing: [] })
    expect(looked.faultyRows.map(({ row: at, problems }) => [at, problems.map(({ code }) => code)])).toEqual([
      [4, ['device.name-missing']], [5, ['import.department-unknown']], [6, ['import.day-unreadable']], [7, ['import.serial-repeated']], [8, ['import.status-unknown']],
    ])
    expect(devices()).toHaveLength(before)
    expect(await worked(await begin(asked))).toMatchObject({ state: 'done', applied: 2, refused: 0 })
    expect(devices().slice(before)).toMatchObject([
      { status: 'in-service', departmentName: '影像中心', fields: { assetNumber: 'A1', purchasedOn: '2024-03-01' } },
      { status: 'scrapped', fields: { assetNumber: 'A02', serialNumber: 'S-2' } },
    ])
  })

  test('what is in the archive already is shown with its device, and goes in once', async () => {
    const asked = await staged(await book([row(1)]))
    await worked(await begin(asked))
    const again = await preview(await staged(await book([row(1), row(2)])))
    expect(again).toMatchObject({ ready: 1, faulty: 1 })
    expect(again.faultyRows[0]?.problems.map(({ code, detail }) => [code, detail])).toEqual([['import.asset-taken', devices().at(-1)?._id], ['import.serial-taken', devices().at(-1)?._id]])
  })

  test('an import is undone as long as nothing uses it; a device with a certificate stays, and no 唯一码 is used again', async () => {
    const before = devices().length
    const jobId = await begin(await staged(await book([row(1), row(2)])))
    await worked(jobId)
    const [kept, gone] = await rowsOf(jobId)
    await data(call('device.add-record', { deviceId: kept?.subjectId, record: { kind: 'service', on: '2026-11-20', until: null, title: '维修', person: '', phone: '', note: '' }, attachmentIds: [] }))
    const last = devices().at(-1)?.code ?? ''
    await data(call('job.undo', { id: jobId }))
    expect(await worked(jobId)).toMatchObject({ state: 'undone', applied: 1 })
    expect(devices().map(({ _id }) => _id)).not.toContain(gone?.subjectId)
    expect(devices()).toHaveLength(before + 1)
    await worked(await begin(await staged(await book([row(9)]))))
    expect(Number(devices().at(-1)?.code)).toBe(Number(last) + 1)
  })
})

describe('S16, B23: at once', () => {
  test('two imports of one file enter each device once, and the other rows say who was faster', async () => {
    const before = devices().length
    const asked = await staged(await book(Array.from({ length: 12 }, (_, at) => row(at + 1))))
    const jobs = await Promise.all([await begin(asked), await begin(asked)].map(worked))
    expect(jobs.map(({ applied, refused }) => applied + refused)).toEqual([12, 12])
    const entered = devices().slice(before)
    expect(entered.map(({ fields }) => fields.assetNumber).sort()).toEqual(Array.from({ length: 12 }, (_, at) => `A${at + 1}`).sort())
    const rows = (await Promise.all(jobs.map(({ id }) => rowsOf(id)))).flat()
    expect(rows.filter(({ state }) => state === 'refused').map(({ problems }) => problems[0]?.code)).toEqual(Array.from({ length: 12 }, () => 'import.asset-taken'))
  })

  test('ten people who add a device get ten 唯一码 without a gap, and of two with one 设备编码 one is refused', async () => {
    const before = devices().length
    const first = Number(devices().at(-1)?.code ?? 0)
    const departmentId = 'dept-imaging'
    const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => call('device.create', { fields: { ...emptyDeviceFields(), name: `监护仪 ${at}`, departmentId, assetNumber: `Z${at % 9}` } })))
    const wrong = replies.flatMap((reply) => (reply.ok ? [] : [reply]))
    expect(wrong).toMatchObject([{ code: 'invalid-input', detail: { fields: { assetNumber: 'device.asset-taken' } } }])
    expect(devices().slice(before).map(({ code }) => Number(code) - first)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('a 设备编码 that was corrected or taken back is free again', async () => {
    const jobId = await begin(await staged(await book([row(1), row(2)])))
    await worked(jobId)
    const [device] = devices().slice(-2)
    const update = (assetNumber: string, version: number) =>
      call('device.update', { id: device?._id, version, fields: { ...device?.fields, assetNumber }, holdersWanted: 1, attachmentIds: [] })
    expect(await update('A2', 1)).toMatchObject({ code: 'invalid-input', detail: { fields: { assetNumber: 'device.asset-taken' } } })
    await data(update('A3', 1))
    await data(call('job.undo', { id: jobId }))
    await worked(jobId)
    expect(await preview(await staged(await book([row(1, { 4: '' }), row(2), row(3)])))).toMatchObject({ ready: 2, faulty: 1 })
    expect(hospital.emulator.store.find('device_keys', { institutionId: HOSPITAL }).docs).toHaveLength(2)
  })
})

test('S16, B23: two imports at once give every device a 唯一码 without a gap, and what is exported is read back unchanged', async () => {
  const before = devices().length
  const first = Number(devices().at(-1)?.code ?? 0)
  const half = (from: number) => Array.from({ length: ROWS / 2 }, (_, at) => row(from + at))
  const jobs = [await begin(await staged(await book(half(1)))), await begin(await staged(await book(half(ROWS / 2 + 1))))]
  for (const job of await Promise.all(jobs.map(worked))) expect(job).toMatchObject({ state: 'done', applied: ROWS / 2, refused: 0 })
  const codes = devices().slice(before).map(({ code }) => Number(code))
  expect(codes).toEqual(Array.from({ length: ROWS }, (_, at) => first + 1 + at))

  const { url } = await data<{ url: string }>(call('device.export', { keyword: '监护仪' }))
  const exported = await readSheet(new Uint8Array(await (await fetch(url)).arrayBuffer()), DEVICE_IMPORT_COLUMNS, { sheet: null, chosen: {} })
  expect(exported.missing).toEqual([])
  const stored = devices().slice(before).reverse()
  expect(exported.rows.map(({ cells }) => DEVICE_COLUMNS.map(({ key }) => cells[key]))).toEqual(
    stored.map(({ fields, departmentName }) => DEVICE_COLUMNS.map(({ key }) => (key === 'department' ? departmentName : fields[key] ?? ''))),
  )
})
