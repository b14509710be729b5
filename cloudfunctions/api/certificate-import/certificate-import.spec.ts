import { strToU8, unzipSync, strFromU8, zipSync } from 'fflate'
import type { Reply } from '../../../contract/call'
import type { JobRow, JobView } from '../../../contract/job'
import type { SheetPreview } from '../../../contract/import'
import { codeOf, data, freshHospital } from '../../../demo/fresh-hospital'
import { HOSPITAL } from '../../../demo/departments'
import { CERTIFICATE_COLUMNS } from '../../../domain/certificate/sheet-columns'
import { addDays } from '../../../domain/kernel/civil-day'
import { readSheet } from '../../../cloud/sheets/read-sheet'
import { writeCsv } from '../../../cloud/sheets/write-csv'
import { writeBook } from '../../../cloud/sheets/write-xlsx'

const NOW = new Date('2026-11-25T02:00:00Z')
const HOUR_MS = 3_600_000
const TODAY = '2026-11-25'
/** 院级管理员, 科室负责人 of 影像中心. */
const ADMIN = 'wx-wangjun'
const HEAD = 'wx-lisi'
const HEADER = ['唯一码', '证件号', '姓名', '有效期至', '提前预警时间(天)', '发送形式']
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 67, ...new Uint8Array(65), 0xff, 0xda, 0, 3, 1, 5, 6, 7, 0xff, 0xd9])
/** The header of 9504 × 6336 pixels. */
const SIXTY_MEGAPIXELS = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x18, 0xc0, 0x25, 0x20, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9])

/** Of the first import; `npm run test:long` has 2,000. Every row is a transaction. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 200)

jest.setTimeout(300_000 + ROWS * 1000)

const hospital = freshHospital({ now: NOW, demo: false })

const call = (operation: string, input: unknown, openid = ADMIN): Promise<Reply> => hospital.call(openid, operation, input)

async function staged(kind: 'sheet' | 'photos', bytes: Uint8Array, openid = ADMIN): Promise<string> {
  const { id, path } = await data<{ id: string; path: string }>(call('import.begin', { kind, name: kind === 'sheet' ? '证件.xlsx' : '照片.zip', bytes: bytes.length, way: 'cloud' }, openid))
  await hospital.upload(openid, path, bytes)
  return id
}
const book = (rows: string[][], header = HEADER): Promise<Uint8Array> => writeBook([{ name: '操作证', columns: header.map((text) => ({ header: text, width: 12 })), batches: [rows] }])

type Preview = SheetPreview & { expired: number; warned: number; photos: { matched: number; unmatched: number; names: string[] } }
interface Asked { fileId: string; sheet: string | null; columns: Record<string, string>; packIds: string[] }
const asked = (fileId: string, over: Partial<Asked> = {}): Asked => ({ fileId, sheet: null, columns: {}, packIds: [], ...over })
const preview = (input: Asked, openid = ADMIN) => data<Preview>(call('certificate-import.preview', input, openid))

async function imported(input: Asked): Promise<{ jobId: string; job: JobView }> {
  const { digest } = await preview(input)
  const { jobId } = await data<{ jobId: string }>(call('certificate-import.start', { ...input, digest }))
  let job = await data<JobView>(call('job.run', { id: jobId }))
  while (job.mayRun) job = await data<JobView>(call('job.run', { id: jobId }))
  return { jobId, job }
}
const documents = (collection: string, query: Record<string, unknown> = { institutionId: HOSPITAL }) => hospital.emulator.store.find(collection, query).docs as Array<Record<string, unknown>>
const rowsOf = async (id: string): Promise<JobRow[]> => (await data<{ rows: JobRow[] }>(call('job.rows', { id, pageSize: 100 }))).rows

const good = (at: number, over: Partial<Record<number, string>> = {}): string[] =>
  [String(55 + (at % 20)), `C${String(at).padStart(9, '0')}`, `持证人${at}`, '2028-01-06', '5', '首页'].map((cell, column) => over[column] ?? cell)

describe('B23: a sheet of certificates', () => {
  test('is looked at row by row, its faulty rows come back with their causes, and mended they are imported', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => good(at + 1))
    const bad: Array<[number, number, string]> = [[10, 3, '明年'], [20, 0, '999999'], [30, 3, ''], [40, 4, '很早'], [50, 1, 'C000000001'], [60, 5, '电报'], [70, 0, '']]
    for (const [at, column, cell] of bad) rows[at]![column] = cell
    const input = asked(await staged('sheet', await book(rows)))
    const seen = await preview(input)
    expect(seen).toMatchObject({ total: 80, ready: 73, faulty: 7, missing: [], fileName: '证件.xlsx', sheets: ['操作证'] })
    expect(seen.faultyRows.map(({ row, problems: [first] }) => [row, first?.field, first?.code])).toEqual([
      [12, 'expiresOn', 'import.day-unreadable'], [22, 'deviceCodes', 'import.device-unknown'], [32, 'expiresOn', 'certificate.expiry-missing'], [42, 'leadDays', 'certificate.lead-not-whole'],
      [52, 'number', 'import.number-repeated'], [62, 'channels', 'import.channel-unknown'], [72, 'deviceCodes', 'certificate.devices-missing'],
    ])
    const { url } = await data<{ url: string }>(call('certificate-import.faulty', input))
    const file = new Uint8Array(await (await fetch(url)).arrayBuffer())
    const mended = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!)
    expect(mended).toContain('有效期至：「明年」不是日期')
    expect(await preview(asked(await staged('sheet', file)))).toMatchObject({ total: 7, faulty: 6, headers: [{ text: '原因', key: '' }, ...HEADER.map((text) => ({ text }))] })

    expect((await imported(input)).job).toMatchObject({ state: 'done', total: 73, applied: 73, refused: 0, mayUndo: true })
    const again = asked(await staged('sheet', await book(bad.map(([at]) => good(at + 1)))))
    expect((await imported(again)).job).toMatchObject({ applied: 7, refused: 0 })
    expect(documents('certificates')).toHaveLength(80)
  })

  test('with columns of its own names is read as a person says, and the other sheet when he wants that', async () => {
    const sheets = [['老编号', '谁', '到期'], ['老编号', '谁', '到期']]
    const bytes = await writeBook(sheets.map((header, at) => ({ name: `表${at + 1}`, columns: header.map((text) => ({ header: text, width: 9 })), batches: [[['59', `人${at}`, '2028年1月6日']]] })))
    const fileId = await staged('sheet', bytes)
    expect(await preview(asked(fileId))).toMatchObject({ missing: ['expiresOn'], total: 0, sheets: ['表1', '表2'] })
    const columns = { 老编号: 'deviceCodes', 谁: 'holderName', 到期: 'expiresOn' }
    expect(await preview(asked(fileId, { columns, sheet: '表2' }))).toMatchObject({ ready: 1, sheet: '表2', headers: [{ sample: '59' }, { sample: '人1' }, { sample: '2028年1月6日' }] })
  })

  test('as CSV, with devices by 设备编码, people by 工号 and recipients by name', async () => {
    const rows = [['设备编码', '证件号', '工号', '姓名', '有效期至', '通知人员'], ['011', 'C1', '2002', '', '长期', '李四'], ['011', 'C2', '2002', '张三', '长期', '张三丰'], ['012', 'C3', '', '甲', '长期', '']]
    const seen = await preview(asked(await staged('sheet', writeCsv(rows))))
    expect(seen.faultyRows).toEqual([
      { row: 3, label: '张三　C2', problems: [{ field: 'recipients', code: 'import.account-unknown', detail: '张三丰' }, { field: 'holderName', code: 'import.name-differs', detail: '王五' }] },
      { row: 4, label: '甲　C3', problems: [{ field: 'assetNumbers', code: 'import.asset-unknown', detail: '012' }] },
    ])
    await imported(asked(await staged('sheet', writeCsv(rows))))
    expect(documents('certificates')).toMatchObject([{ number: 'C1', holderName: '王五', deviceIds: ['dev-000075'], recipientIds: ['acc-lisi'], longTerm: true }])
  })

  test('B33: the same 证件号 and type is refused with the certificate that is there; a preview that is overtaken is not confirmed', async () => {
    const input = asked(await staged('sheet', await book([good(1), good(2)])))
    const { digest } = await preview(input)
    await imported(asked(await staged('sheet', await book([good(1)]))))
    const [there] = documents('certificates')
    expect((await preview(input)).faultyRows).toMatchObject([{ row: 2, problems: [{ field: 'number', code: 'certificate.number-taken', detail: there?._id }] }])
    expect(await codeOf(call('certificate-import.start', { ...input, digest }))).toBe('import.changed-meanwhile')
  })

  test('of a department head holds only devices of his department', async () => {
    const input = asked(await staged('sheet', await book([good(4), good(2)]), HEAD))
    expect(await preview(input, HEAD)).toMatchObject({ ready: 1, faultyRows: [{ problems: [{ code: 'import.device-unknown' }] }] })
    expect(await codeOf(call('certificate-import.preview', input))).toBe('import.file-gone')
    expect(await codeOf(call('import.begin', { kind: 'sheet', name: 'a', bytes: 1, way: 'cloud' }, 'wx-sunba'))).toBe('account.not-bound')
  })

  test('the template is a sheet whose example is not imported', async () => {
    const { url, name } = await data<{ url: string; name: string }>(call('certificate-import.template', {}))
    expect(name).toBe('操作证导入模板.xlsx')
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
    expect(await preview(asked(await staged('sheet', bytes)))).toMatchObject({ total: 0, missing: [], sheet: '操作证', sheets: ['操作证', '填写说明'] })
  })
})

describe('B23: a file that is none', () => {
  const refused = async (bytes: Uint8Array): Promise<string> => codeOf(call('certificate-import.preview', asked(await staged('sheet', bytes))))

  test('is refused with its reason, and nothing is imported', async () => {
    expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('sheet.old-or-locked')
    expect(await refused(strToU8('%PDF-1.7'))).toBe('sheet.not-a-sheet')
    expect(await refused(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) }))).toBe('sheet.too-large')
    const whole = await book(Array.from({ length: 5000 }, (_, at) => good(at)))
    expect(await refused(whole.slice(0, whole.length - 300))).toBe('sheet.broken')
    expect(await codeOf(call('import.begin', { kind: 'sheet', name: '大.xlsx', bytes: 300 * 1024 * 1024, way: 'cloud' }))).toBe('import.too-large')
    expect(documents('certificates')).toEqual([])
  })

  test('of 5,000 rows that are all wrong is looked at in one call, and every row comes back with its cause', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => good(at, { 0: String(900_000 + at), 3: '不详' }))
    const input = asked(await staged('sheet', await book(rows)))
    const seen = await preview(input)
    expect(seen).toMatchObject({ total: 5000, ready: 0, faulty: 5000 })
    expect(seen.faultyRows).toHaveLength(200)
    expect(await codeOf(call('certificate-import.start', { ...input, digest: seen.digest }))).toBe('import.nothing-ready')
    const { url } = await data<{ url: string }>(call('certificate-import.faulty', input))
    const { rows: back } = await readSheet(new Uint8Array(await (await fetch(url)).arrayBuffer()), CERTIFICATE_COLUMNS)
    expect(back).toHaveLength(5000)
  })

  test('said to be small and sent large is refused by its length', async () => {
    const { id, path } = await data<{ id: string; path: string }>(call('import.begin', { kind: 'sheet', name: 'a.xlsx', bytes: 10, way: 'cloud' }))
    await hospital.upload(ADMIN, path, new Uint8Array(11 * 1024 * 1024))
    expect(await codeOf(call('certificate-import.preview', asked(id)))).toBe('import.too-large')
  })
})

describe('B23: an import', () => {
  test('that was cut off goes on by the timer, and no row is there twice', async () => {
    const input = asked(await staged('sheet', await book([good(1), good(2), good(3)])))
    const { digest } = await preview(input)
    const { jobId } = await data<{ jobId: string }>(call('certificate-import.start', { ...input, digest }))
    await hospital.emulator.advance(new Date(NOW.getTime() + 60_000))
    expect(await data(call('job.get', { id: jobId }))).toMatchObject({ state: 'done', applied: 3 })
    expect(documents('certificates').map(({ number }) => number).sort()).toEqual(['C000000001', 'C000000002', 'C000000003'])
  })

  test('can be taken back as long as nothing came of it', async () => {
    const { jobId } = await imported(asked(await staged('sheet', await book([good(1), good(2)]))))
    const [row] = await rowsOf(jobId)
    await hospital.emulator.store.modify('certificates', { _id: row!.subjectId }, { $set: { version: 2 } }, { multi: false, upsert: false, merge: true })
    await data(call('job.undo', { id: jobId }))
    expect(await data(call('job.run', { id: jobId }))).toMatchObject({ state: 'undone', applied: 1 })
    expect(documents('certificates').map(({ _id }) => _id)).toEqual([row!.subjectId])
    expect(documents('certificate_devices', { certificateId: row!.subjectId }).map(({ certificateId }) => certificateId)).toEqual([row!.subjectId])
    expect((await rowsOf(jobId))[0]).toMatchObject({ state: 'kept', problems: [{ code: 'job.changed-since' }] })
  })
})

/** Messages of one person by channel: deliveries that were sent. */
const sentPer = (): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { accountId, channel, state } of documents('deliveries')) if (state === 'sent') counts[`${String(accountId)} ${String(channel)}`] = (counts[`${String(accountId)} ${String(channel)}`] ?? 0) + 1
  return counts
}

describe('B33: the first import of many old records', () => {
  test('brings the photos of a zip, tells nobody on its day, and each person once in each channel on the next', async () => {
    const expiry = (at: number): string => addDays(TODAY, at % 3 === 0 ? -100 - at : at % 3 === 1 ? 1 + (at % 25) : 400)
    const rows = Array.from({ length: ROWS }, (_, at) => good(at + 1, { 3: expiry(at), 4: '30', 5: '首页、短信' }))
    const pack = zipSync({
      ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`照片/C${String(at + 1).padStart(9, '0')}.jpg`, JPEG])),
      '照片/IMG_0001.jpg': JPEG, '照片/读我.txt': strToU8('x'), '__MACOSX/照片/._C1.jpg': strToU8('x'), '照片/': new Uint8Array(0),
    }, { level: 0 })
    const packId = await staged('photos', pack)
    expect(await data(call('import.unpack', { packId, from: 0 }))).toEqual({ next: null, total: 42, refused: [{ name: '照片 读我.txt', code: 'attachment.type-not-allowed' }] })
    const input = asked(await staged('sheet', await book(rows)), { packIds: [packId] })
    expect(await preview(input)).toMatchObject({ ready: ROWS, expired: Math.ceil(ROWS / 3), warned: Math.ceil((ROWS - 1) / 3), photos: { matched: 40, unmatched: 1, names: ['照片 IMG_0001.jpg'] } })

    expect((await imported(input)).job).toMatchObject({ state: 'done', applied: ROWS, refused: 0 })
    expect(documents('certificates').filter(({ attachments }) => (attachments as unknown[]).length === 1)).toHaveLength(40)
    expect(documents('uploads', { accountId: 'acc-wangjun', state: 'confirmed' })).toHaveLength(1)

    await hospital.emulator.advance(new Date('2026-11-25T15:59:00Z'), HOUR_MS)
    expect(sentPer()).toEqual({})
    await hospital.emulator.advance(new Date('2026-11-26T01:00:00Z'), HOUR_MS / 6)
    expect(sentPer()).toEqual({ 'acc-wangjun home': 1, 'acc-wangjun sms': 1 })
  })

  test('S32: photos of a zip obey the rules of an upload: a picture of 60 megapixels, a program under a photo’s name and an empty file stay out, each with its reason', async () => {
    const pack = zipSync({ 'C000000001.jpg': JPEG, 'C000000002.jpg': SIXTY_MEGAPIXELS, 'C000000003.jpg': strToU8('MZ a program of some length'), 'C000000004.jpg': new Uint8Array(0), 'C000000005.png': JPEG }, { level: 0 })
    const packId = await staged('photos', pack)
    expect(await data(call('import.unpack', { packId, from: 0 }))).toEqual({ next: null, total: 5, refused: [
      { name: 'C000000002.jpg', code: 'attachment.too-many-pixels' }, { name: 'C000000003.jpg', code: 'attachment.not-what-it-says' },
      { name: 'C000000004.jpg', code: 'attachment.empty' }, { name: 'C000000005.png', code: 'attachment.not-what-it-says' },
    ] })
    expect(documents('uploads', { accountId: 'acc-wangjun', state: 'confirmed' })).toMatchObject([{ name: 'C000000001.jpg', type: 'image/jpeg' }])
  })

  test('archives that bite are refused in words', async () => {
    const code = async (bytes: Uint8Array) => codeOf(call('import.unpack', { packId: await staged('photos', bytes), from: 0 }))
    expect(await code(strToU8('no archive at all, but long enough to be one'))).toBe('import.not-a-zip')
    expect(await code(zipSync({ 'a.jpg': new Uint8Array(40_000_000) }))).toBe('archive.too-large')
    expect(await code(zipSync({ 'a.jpg': JPEG }).slice(0, 60))).toBe('archive.broken')
  })
})
