import { HOSPITAL } from '../../../demo/departments'
import { data, keptHospital } from '../../../demo/fresh-hospital'
import { emptyForm } from '../../../domain/certificate/certificate'
import { instantOf } from '../../../domain/kernel/civil-day'
import { archiveEntries, unpackEntry } from '../../../cloud/sheets/archive'

const ADMIN = 'wx-wangjun'
const TODAY = '2026-11-25'

jest.setTimeout(60_000)
const hospital = keptHospital({ now: instantOf(TODAY, '09:00:00'), demo: false })

const call = <T>(operation: string, input: unknown): Promise<T> => data<T>(hospital.call(ADMIN, operation, input))
/** All that the sheets of a book say, as one text. */
const wordsOf = async (url: string): Promise<string> => {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const sheets = archiveEntries(bytes, { entries: 50, unpackedBytes: 1e8, ratio: 1000 }).filter(({ name }) => name.includes('worksheets') || name === 'xl/workbook.xml')
  return sheets.map((entry) => new TextDecoder().decode(unpackEntry(bytes, entry))).join('\n')
}
const uploaded = async (): Promise<string> => {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9])
  const { id, path } = await call<{ id: string; path: string }>('attachment.begin', { name: '证.jpg', bytes: bytes.length, type: 'image/jpeg', way: 'cloud' })
  await hospital.upload(ADMIN, path, bytes)
  await call('attachment.confirm', { id })
  return id
}

test('B17, B31, B36: the pack of a past day names each certificate as it stood with its scans and gaps, is on record, and the year’s plan is exported by name', async () => {
  const scan = await uploaded()
  const saved = await call<{ id: string; version: number }>('certificate.save', {
    id: null, version: null,
    form: { ...emptyForm(), deviceIds: ['dev-000059'], number: '=cmd|1', holderName: '张伟', issuedOn: '2022-01-01', expiresOn: '2026-10-31', attachmentIds: [scan] },
  })
  await call('certificate.handle', { id: saved.id, version: saved.version, kind: 'renewed', note: '', reference: '', until: null, renewal: { number: 'N-2', issuedOn: '2026-11-20', expiresOn: '2027-05-19', longTerm: false, attachmentIds: [] } })

  interface Pack { book: { url: string }; stamp: string; certificates: number; scans: Array<{ certificateId: string; attachmentId: string; path: string }> }
  const past = await call<Pack>('review.pack', { on: '2026-10-01' })
  expect(past).toMatchObject({ certificates: 1, stamp: expect.stringMatching(/^仅供.+评审使用 · 王军 · 2026-11-25$/) })
  expect(past.scans).toMatchObject([{ attachmentId: scan, path: expect.stringMatching(/^扫描件\/.+\/张伟_设备操作证_=cmd 1_1\.jpg$/) }])
  const { urls } = await call<{ urls: string[] }>('review.scans', { scans: past.scans.map(({ certificateId, attachmentId }) => ({ certificateId, attachmentId })) })
  expect((await fetch(urls[0] ?? '')).ok).toBe(true)
  expect(await wordsOf(past.book.url)).toMatch(/2026-10-31/)

  const department = (await call<{ device: { department: { id: string } } }>('device.get', { id: 'dev-000059' })).device.department.id
  expect(await call('review.outline', { on: '2026-10-01', departmentId: department })).toMatchObject({ certificates: 1, valid: 1, soon: 1, scans: 1, rate: null })
  interface Devices { rows: Array<{ id: string; wanted: number; holders: number; papers: unknown[] }>; total: number }
  const { rows: devices, total } = await call<Devices>('review.devices', { on: '2026-10-01', departmentId: department, pageSize: 100 })
  expect(devices.length).toBe(total)
  expect(devices.find(({ id }) => id === 'dev-000059')).toMatchObject({ wanted: 1, holders: 1, papers: [{ certificateId: saved.id, holder: '张伟', number: '=cmd|1', expiresOn: '2026-10-31', valid: true, scans: [{ attachmentId: scan }] }] })
  expect((await call<Devices>('review.devices', { on: '2026-11-10', departmentId: department, pageSize: 100 })).rows.find(({ id }) => id === 'dev-000059')).toMatchObject({ holders: 0, papers: [{ valid: false }] })

  await call('statistics.save-needs', { version: 0, needs: [{ by: 'department', of: department, typeId: 'device-operator' }] })
  const person = await call<{ id: string }>('person.save', { id: null, version: 0, form: { staffNumber: '7001', name: '张伟', departmentId: department, title: '', employment: 'permanent' } })
  await call('person.claim', { id: person.id, certificateId: saved.id, theirs: true })
  const { rate } = await call<{ rate: number }>('review.outline', { on: TODAY, departmentId: department })
  expect(rate).toBe((await call<{ all: { rate: number } }>('statistics.holding', { departmentId: department })).all.rate)
  expect(rate).toBeGreaterThan(0)

  const now = await wordsOf((await call<Pack>('review.pack', { on: TODAY })).book.url)
  expect(now).toMatch(/曾断档.*2026-11-01.*>19</)
  expect(now).not.toMatch(/<f>/)
  expect(now).toMatch(/按科室.*缺证名单|缺证名单[^]*按科室/)
  const { docs } = hospital.emulator.store.find('audit', { institutionId: HOSPITAL, operation: 'review.pack' })
  expect(docs.map(({ after }) => after)).toContainEqual({ on: TODAY, rows: 1, scans: 0 })

  const plan = await call<{ months: string[]; rows: Array<{ months: number[] }> }>('year-plan.get', {})
  expect(plan.rows.map(({ months }) => plan.months[months.indexOf(1)])).toEqual(['2027-05'])
  const file = await call<{ url: string; rows: number }>('year-plan.export', {})
  expect(file.rows).toBe(1)
  expect(await wordsOf(file.url)).toMatch(/2027-05.*张伟/)

  // A picture that did not pass WeChat's content check has no link, neither here nor among 换证记录.
  const risky = { schema: 1, institutionId: HOSPITAL, accountId: 'acc-wangjun', attachmentId: scan, name: '证.jpg', appId: 'wx', state: 'risky', code: '20002', at: new Date(0), keepUntil: null }
  await hospital.emulator.store.modify('media_checks', { _id: 't1' }, { $set: risky }, { multi: false, upsert: true, merge: true })
  expect(await call('review.scans', { scans: [{ certificateId: saved.id, attachmentId: scan }] })).toEqual({ urls: [''] })
  expect(await call('certificate.chain', { id: saved.id })).toMatchObject({ cycles: [{ attachments: [{ id: scan, url: '', hidden: true }] }] })
})

const code = async (operation: string, input: unknown): Promise<string> => call(operation, input).then(() => 'ok', (error: Error) => (JSON.parse(error.message) as { code: string }).code)

test('B36: the original’s place, its loan and the papers at hand are kept; of two who write at once one is told, and a renewal empties the checklist', async () => {
  const { id, version } = await call<{ id: string; version: number }>('certificate.save', {
    id: null, version: null, form: { ...emptyForm(), typeId: 'special-r1', deviceIds: ['dev-000059'], number: 'ZD-1', holderName: '李四', issuedOn: '2023-01-01', expiresOn: '2026-12-31' },
  })
  const before = await call<{ papers: Array<{ name: string; have: boolean }>; version: number }>('original.get', { certificateId: id })
  expect(before).toMatchObject({ place: '', loan: null, version: 0, mayWrite: true })
  const [paper] = before.papers
  await call('original.save', { certificateId: id, version: 0, place: ' 设备科 3 号柜 ', have: [paper?.name] })
  expect(await code('original.save', { certificateId: id, version: 0, place: '别处', have: [] })).toBe('original.changed-meanwhile')
  expect(await code('original.lend', { certificateId: id, version: 1, borrower: ' ', dueOn: TODAY })).toBe('invalid-input')
  await call('original.lend', { certificateId: id, version: 1, borrower: '王五', dueOn: '2026-11-30' })
  expect(await code('original.lend', { certificateId: id, version: 2, borrower: '赵六', dueOn: '2026-11-30' })).toBe('original.lent-already')
  expect(await call('original.get', { certificateId: id })).toMatchObject({ place: '设备科 3 号柜', loan: { borrower: '王五', lentOn: TODAY, dueOn: '2026-11-30' }, papers: [{ have: true }, { have: false }, { have: false }, { have: false }], version: 2 })
  expect(await call('original.loans', {})).toMatchObject({ rows: [{ id, holderName: '李四', borrower: '王五', daysLate: -5 }] })
  await call('original.take-back', { certificateId: id, version: 2 })
  expect(await code('original.take-back', { certificateId: id, version: 3 })).toBe('original.not-lent')
  expect(await call('original.loans', {})).toMatchObject({ rows: [] })
  await call('certificate.handle', { id, version, kind: 'renewed', note: '', reference: '', until: null, renewal: { number: 'ZD-1', issuedOn: TODAY, expiresOn: '2030-12-31', longTerm: false, attachmentIds: [] } })
  expect((await call<typeof before>('original.get', { certificateId: id })).papers.map(({ have }) => have)).not.toContain(true)
})
