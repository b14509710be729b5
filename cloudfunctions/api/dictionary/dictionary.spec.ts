import type { Reply } from '../../../contract/call'
import type { DictionaryRow } from '../../../contract/dictionary-list'
import type { SheetPreview } from '../../../contract/import'
import type { JobView } from '../../../contract/job'
import { data, freshHospital } from '../../../demo/fresh-hospital'
import { HOSPITAL } from '../../../demo/departments'
import { writeBook } from '../../../cloud/sheets/write-xlsx'
import { emptyDeviceFields } from '../../../domain/device/device'

const NOW = new Date('2026-11-25T02:00:00Z')
const ADMIN = 'wx-wangjun'

jest.setTimeout(120_000)

const hospital = freshHospital({ now: NOW })

const call = (operation: string, input: unknown): Promise<Reply> => hospital.call(ADMIN, operation, input)
const codeOf = async (reply: Promise<Reply>): Promise<string> => reply.then((answer) => (answer.ok ? '' : answer.code))
const rows = async (kind: string, over: object = {}): Promise<DictionaryRow[]> => (await data<{ rows: DictionaryRow[] }>(call('dictionary.list', { kind, pageSize: 100, ...over }))).rows
const entry = async (kind: string, name: string): Promise<DictionaryRow> => (await rows(kind)).find((row) => row.name === name) ?? Promise.reject(new Error(`no ${name}`))
async function worked(id: string | null): Promise<JobView | null> {
  if (id === null) return null
  let job = await data<JobView>(call('job.run', { id }))
  while (job.mayRun) job = await data<JobView>(call('job.run', { id }))
  return job
}
const stored = (collection: string, where: Record<string, unknown> = {}) => hospital.emulator.store.find(collection, { institutionId: HOSPITAL, ...where }, { limit: 1000 }).docs as Array<Record<string, unknown>>
const enter = (fields: object) => data<{ device: { id: string; code: string } }>(call('device.create', { fields: { ...emptyDeviceFields(), departmentId: 'dept-eye', ...fields } }))
const audited = (operation: string) => stored('audit', { operation })

describe('departments', () => {
  test('S52: a new name reaches the devices, their certificates’ rows and the lists, and is on record', async () => {
    const eye = await entry('department', '眼科')
    const { jobId } = await data<{ jobId: string | null }>(call('dictionary.rename', { kind: 'department', id: eye.id, version: eye.version, name: '眼科中心' }))
    expect(await worked(jobId)).toMatchObject({ state: 'done', refused: 0 })
    expect(stored('devices', { departmentId: eye.id }).map(({ departmentName }) => departmentName)).not.toContain('眼科')
    expect(stored('certificate_devices', { departmentId: eye.id }).map(({ departmentName }) => departmentName)).not.toContain('眼科')
    expect(stored('devices', { copiesOwed: true })).toEqual([])
    expect(audited('dictionary.rename')).toMatchObject([{ subject: eye.id, before: { name: '眼科' }, after: { name: '眼科中心' } }])
  })

  test('S52, S54: two departments become one: devices, certificates, people, accounts and what lies below follow; the old one is offered no more', async () => {
    const [from, into] = [await entry('department', '影像中心'), await entry('department', '口腔科')]
    expect(from.heads).toHaveLength(1)
    const before = { devices: stored('devices', { departmentId: from.id }).length, people: stored('people', { departmentId: from.id }).length }
    expect(await data(call('dictionary.uses', { kind: 'department', id: from.id }))).toMatchObject({ devices: before.devices, people: before.people, children: 2 })
    const { jobId } = await data<{ jobId: string | null }>(call('dictionary.merge', { kind: 'department', id: from.id, version: from.version, intoId: into.id }))
    expect(await worked(jobId)).toMatchObject({ state: 'done', refused: 0 })
    expect(before.devices).toBeGreaterThan(0)
    for (const collection of ['devices', 'people', 'accounts', 'certificate_devices', 'device_covers']) expect([collection, stored(collection, { departmentId: from.id })]).toEqual([collection, []])
    expect(stored('certificates').flatMap(({ departmentIds }) => departmentIds as string[])).not.toContain(from.id)
    expect((await entry('department', 'CT室')).path).toEqual(['口腔科'])
    expect((await data<{ rows: Array<{ name: string }> }>(call('department.list', {}))).rows.map(({ name }) => name)).not.toContain('影像中心')
    expect(await rows('department', { retired: true })).toMatchObject([{ name: '影像中心', mergedInto: '口腔科' }])
    expect(await codeOf(call('device.create', { fields: { ...emptyDeviceFields(), name: '新机', departmentId: from.id } }))).toBe('invalid-input')
    expect(await codeOf(call('dictionary.retire', { kind: 'department', id: from.id, version: from.version + 1, retired: false }))).toBe('dictionary.merged')
  })

  test('S52: a department stands under another, never under itself, and one that is lived in is not switched off', async () => {
    const { id } = await data<{ id: string }>(call('department.add', { name: '核磁二室', parentId: 'dept-mr' }))
    expect((await entry('department', '核磁二室')).path).toEqual(['影像中心', 'MR室'])
    expect(await codeOf(call('department.move', { id: 'dept-imaging', version: 0, parentId: id }))).toBe('department.under-itself')
    expect(await codeOf(call('dictionary.merge', { kind: 'department', id: 'dept-imaging', version: 0, intoId: id }))).toBe('department.under-itself')
    expect(await codeOf(call('department.add', { name: '核磁二室', parentId: 'dept-mr' }))).toBe('dictionary.name-taken')
    expect(await codeOf(call('dictionary.retire', { kind: 'department', id: 'dept-mr', version: 0, retired: true }))).toBe('department.in-use')
    await data(call('department.move', { id, version: 1, parentId: null }))
    await data(call('dictionary.retire', { kind: 'department', id, version: 2, retired: true }))
    expect(await codeOf(call('person.save', { id: null, version: 0, form: { staffNumber: '9001', name: '王', departmentId: id, title: '', employment: 'permanent' } }))).toBe('department.not-found')
  })
})

describe('words', () => {
  test('S44: what is typed on the spot is offered from then on, by its initials too; two spellings become one in devices, records and rules', async () => {
    const [one, two] = [await enter({ name: '吸痰机', unit: '台(套)', type: '手术急救' }), await enter({ name: '吸痰机', unit: '台（套）', type: '急救手术' })]
    await data(call('device.add-record', { deviceId: one.device.id, record: { kind: 'maintainer', on: '2026-01-01', until: null, title: '甲公司', person: '', phone: '', note: '' }, attachmentIds: [] }))
    await data(call('statistics.save-needs', { version: 1, needs: [{ by: 'device-type', of: '急救手术', typeId: 'device-operator' }] }))
    expect(await rows('device-name', { keyword: 'xtj' })).toMatchObject([{ name: '吸痰机' }])
    await data(call('dictionary.add', { kind: 'device-type', names: ['手术急救', '急救手术'] }))
    for (const [kind, from, into] of [['unit', '台（套）', '台(套)'], ['device-type', '急救手术', '手术急救']] as const) {
      const old = await entry(kind, from)
      const { jobId } = await data<{ jobId: string | null }>(call('dictionary.merge', { kind, id: old.id, version: old.version, intoId: (await entry(kind, into)).id }))
      expect(await worked(jobId)).toMatchObject({ state: 'done', refused: 0 })
    }
    const company = await entry('maintainer', '甲公司')
    await worked((await data<{ jobId: string | null }>(call('dictionary.rename', { kind: 'maintainer', id: company.id, version: company.version, name: '甲医疗' }))).jobId)
    expect(stored('devices', { _id: two.device.id })).toMatchObject([{ fields: { unit: '台(套)', type: '手术急救' } }])
    expect(stored('holding_needs', { _id: HOSPITAL })).toMatchObject([{ needs: [{ of: '手术急救' }] }])
    expect(stored('devices', { _id: one.device.id })).toMatchObject([{ maintainer: '甲医疗' }])
    expect(stored('device_records', { deviceId: one.device.id })).toMatchObject([{ title: '甲医疗' }])
    expect((await data<{ total: number }>(call('device.list', { type: '手术急救' }))).total).toBe(2)
  })

  test('words that the archive had before are taken up once; what is retired is not offered', async () => {
    const gathered = await data<{ next: string | null; added: number }>(call('dictionary.gather', { after: '' }))
    expect(gathered).toMatchObject({ next: null })
    expect(gathered.added).toBeGreaterThan(0)
    expect(await data(call('dictionary.gather', { after: '' }))).toEqual({ next: null, added: 0 })
    const [first] = await rows('device-name')
    if (!first) throw new Error('nothing gathered')
    await data(call('dictionary.retire', { kind: 'device-name', id: first.id, version: first.version, retired: true }))
    expect((await rows('device-name')).map(({ id }) => id)).not.toContain(first.id)
    expect(await data(call('dictionary.add', { kind: 'unit', names: ['只', ' 只 ', '把'] }))).toEqual({ added: 2 })
  })
})

test('S52, B23: dictionaries come in from a sheet, one column each; what is there is shown, and all of it can be taken back', async () => {
  const bytes = await writeBook([{ name: '字典', columns: ['科室名称', '上级科室', '单位'].map((header) => ({ header, width: 10 })), batches: [[['急诊科', '', '台'], ['抢救室', '急诊科', ''], ['眼科', '', ''], ['病房', '没有的科', '']]] }])
  const { id, path } = await data<{ id: string; path: string }>(call('import.begin', { kind: 'sheet', name: '字典.xlsx', bytes: bytes.length, way: 'cloud' }))
  await hospital.upload(ADMIN, path, bytes)
  const asked = { fileId: id, sheet: null, columns: {} }
  const seen = await data<SheetPreview>(call('dictionary-import.preview', asked))
  expect(seen).toMatchObject({ total: 4, ready: 2, faultyRows: [{ row: 4, problems: [{ code: 'import.word-there' }] }, { row: 5, problems: [{ code: 'import.parent-unknown' }] }] })
  const { jobId } = await data<{ jobId: string }>(call('dictionary-import.start', { ...asked, digest: seen.digest }))
  expect(await worked(jobId)).toMatchObject({ state: 'done', applied: 2, refused: 0 })
  expect((await entry('department', '抢救室')).path).toEqual(['急诊科'])
  await data(call('job.undo', { id: jobId }))
  expect(await worked(jobId)).toMatchObject({ state: 'undone' })
  expect((await rows('department')).map(({ name }) => name)).not.toContain('抢救室')
})
