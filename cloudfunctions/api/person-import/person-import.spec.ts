import type { Reply } from '../../../contract/call'
import type { SheetPreview } from '../../../contract/import'
import type { JobRow, JobView } from '../../../contract/job'
import type { PersonRow } from '../../../contract/person'
import { data, freshHospital } from '../../../demo/fresh-hospital'
import { writeBook } from '../../../cloud/sheets/write-xlsx'

const NOW = new Date('2026-11-25T02:00:00Z')
/** 院级管理员; 科室负责人 of 影像中心. */
const ADMIN = 'wx-wangjun'
const HEAD = 'wx-lisi'
const HEADER = ['职工号', '姓名', '部门', '职称', '用工性质', '在职状态']

jest.setTimeout(60_000)

const hospital = freshHospital({ now: NOW, demo: false })

const call = (operation: string, input: unknown, openid = ADMIN): Promise<Reply> => hospital.call(openid, operation, input)
async function staged(rows: string[][], openid = ADMIN) {
  const bytes = await writeBook([{ name: '名册', columns: HEADER.map((header) => ({ header, width: 12 })), batches: [rows] }])
  const { id, path } = await data<{ id: string; path: string }>(call('import.begin', { kind: 'sheet', name: '名册.xlsx', bytes: bytes.length, way: 'cloud' }, openid))
  await hospital.upload(openid, path, bytes)
  return { fileId: id, sheet: null, columns: {} }
}
type Asked = Awaited<ReturnType<typeof staged>>
const preview = (asked: Asked, openid = ADMIN) => data<SheetPreview>(call('person-import.preview', asked, openid))
const begin = async (asked: Asked) => (await data<{ jobId: string }>(call('person-import.start', { ...asked, digest: (await preview(asked)).digest }))).jobId
async function worked(id: string): Promise<JobView> {
  let job = await data<JobView>(call('job.run', { id }))
  while (job.mayRun) job = await data<JobView>(call('job.run', { id }))
  return job
}
const people = async (keyword: string): Promise<PersonRow[]> => (await data<{ rows: PersonRow[] }>(call('person.list', { keyword, pageSize: 100 }))).rows
const row = (at: number, over: Partial<Record<number, string>> = {}): string[] => [`N${at}`, `新员工${at}`, '影像中心', '技师', '合同制', '在职'].map((cell, column) => over[column] ?? cell)

describe('B23, B27: people out of a personnel list', () => {
  test('each row at fault says what is wrong; the others come in whole, 暂离 as such, and two 张伟 stay two', async () => {
    const asked = await staged([
      row(1, { 1: '张伟' }), row(2, { 1: '张伟', 4: '', 5: '产假' }), row(3, { 0: '' }), row(4, { 2: '没有的科' }), row(5, { 4: '外星人' }), row(6, { 0: 'ｎ１' }), row(7, { 5: '离职' }),
    ])
    const looked = await preview(asked)
    expect(looked).toMatchObject({ total: 7, ready: 2, faulty: 5, missing: [] })
    expect(looked.faultyRows.map(({ row: at, problems }) => [at, problems.map(({ code }) => code)])).toEqual([
      [4, ['person.staff-number-missing']], [5, ['import.department-unknown']], [6, ['import.employment-unknown']], [7, ['import.staff-number-repeated']], [8, ['import.person-left']],
    ])
    expect(await worked(await begin(asked))).toMatchObject({ state: 'done', applied: 2, refused: 0 })
    expect((await people('张伟')).filter(({ staffNumber }) => staffNumber.startsWith('N')).sort((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1))).toMatchObject([
      { staffNumber: 'N1', employment: 'contract', presence: 'present', department: { name: '影像中心' } }, { staffNumber: 'N2', employment: 'permanent', presence: 'away' },
    ])
  })

  test('who is on record already is shown with his record and does not come in again', async () => {
    await worked(await begin(await staged([row(1)])))
    const again = await preview(await staged([row(1), row(2)]))
    expect(again).toMatchObject({ ready: 1, faulty: 1 })
    expect(again.faultyRows[0]?.problems).toEqual([{ field: 'staffNumber', code: 'import.person-there', detail: (await people('N1'))[0]?.id }])
  })

  test('an import is undone but for whom somebody has changed since', async () => {
    const jobId = await begin(await staged([row(1), row(2)]))
    await worked(jobId)
    const { rows } = await data<{ rows: JobRow[] }>(call('job.rows', { id: jobId, pageSize: 10 }))
    await data(call('person.set-presence', { id: rows[0]?.subjectId, version: 1, presence: 'away', account: null }))
    await data(call('job.undo', { id: jobId }))
    expect(await worked(jobId)).toMatchObject({ state: 'undone', applied: 1 })
    expect((await people('新员工')).map(({ staffNumber }) => staffNumber)).toEqual(['N1'])
  })

  test('B25: a 科室负责人 brings in people of his own department only', async () => {
    const looked = await preview(await staged([row(1), row(2, { 2: '眼科' })], HEAD), HEAD)
    expect(looked.faultyRows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['import.department-unknown']])
  })
})

test('B27: 300 new staff come in by one file', async () => {
  const asked = await staged(Array.from({ length: 300 }, (_, at) => row(at + 1)))
  expect(await worked(await begin(asked))).toMatchObject({ state: 'done', applied: 300, refused: 0 })
  expect((await data<{ total: number }>(call('person.list', { keyword: '新员工', pageSize: 10 }))).total).toBe(300)
})
