import type { Reply } from '../../../contract/call'
import type { SheetPreview } from '../../../contract/import'
import type { JobRow, JobView } from '../../../contract/job'
import { data, freshHospital } from '../../../demo/fresh-hospital'
import { ACCOUNT_COLUMNS } from '../../../domain/account/sheet-columns'
import { readSheet } from '../../../cloud/sheets/read-sheet'
import { writeBook } from '../../../cloud/sheets/write-xlsx'

const NOW = new Date('2026-11-25T02:00:00Z')
/** 院级管理员; 设备科. */
const ADMIN = 'wx-wangjun'
const OFFICE = 'wx-zhangsan'
const HEADER = ['姓名', '工号', '角色', '部门', '手机']

jest.setTimeout(60_000)
const hospital = freshHospital({ now: NOW, demo: false })
const call = (operation: string, input: unknown, openid = ADMIN): Promise<Reply> => hospital.call(openid, operation, input)

async function staged(rows: string[][], openid = ADMIN) {
  const bytes = await writeBook([{ name: '名册', columns: HEADER.map((header) => ({ header, width: 12 })), batches: [rows] }])
  const { id, path } = await data<{ id: string; path: string }>(call('import.begin', { kind: 'sheet', name: '账号.xlsx', bytes: bytes.length, way: 'cloud' }, openid))
  await hospital.upload(openid, path, bytes)
  return { fileId: id, sheet: null, columns: {} }
}
type Asked = Awaited<ReturnType<typeof staged>>
const preview = (asked: Asked, openid = ADMIN) => data<SheetPreview>(call('account-import.preview', asked, openid))
const begin = async (asked: Asked) => (await data<{ jobId: string }>(call('account-import.start', { ...asked, digest: (await preview(asked)).digest }))).jobId
async function worked(id: string): Promise<JobView> {
  let job = await data<JobView>(call('job.run', { id }))
  while (job.mayRun) job = await data<JobView>(call('job.run', { id }))
  return job
}
const row = (at: number, over: Partial<Record<number, string>> = {}): string[] => [`新人${at}`, `n${at}`, '科室人员', '影像中心', ''].map((cell, column) => over[column] ?? cell)
const accounts = () => hospital.docs('accounts').filter(({ loginName }) => /^n\d+$/.test(String(loginName))).sort((a, b) => (String(a.loginName) < String(b.loginName) ? -1 : 1))

/** What the file of codes says, by log-in name. */
async function codesOf(jobId: string): Promise<Map<string, string>> {
  const { url } = await data<{ url: string }>(call('account-import.codes', { jobId }))
  const { grid } = await readSheet(new Uint8Array(await (await fetch(url)).arrayBuffer()), ACCOUNT_COLUMNS, { sheet: null, chosen: {} })
  return new Map(grid.slice(1).map((cells) => [String(cells[1]), String(cells[4])]))
}
const bind = (openid: string, loginName: string, code: string): Promise<Reply> => call('account.bind', { by: 'code', loginName, code }, openid)

describe('B23, B25: accounts out of a list', () => {
  test('each row at fault says what is wrong; the others come in by names of roles and departments, and nobody who was there is touched', async () => {
    const before = hospital.docs('accounts').find(({ loginName }) => loginName === 'zhangsan')
    const asked = await staged([
      row(1, { 4: '138-0000-1111' }), row(2, { 2: '设备科', 3: '' }), row(3, { 3: '没有的科' }), row(4, { 2: '院长' }), row(5, { 3: '' }), row(6, { 1: 'N1' }), row(7, { 1: 'zhangsan', 2: '只读' }), row(8, { 2: '平台运维', 3: '' }),
    ])
    const looked = await preview(asked)
    expect(looked).toMatchObject({ total: 8, ready: 2, faulty: 6, missing: [] })
    expect(looked.faultyRows.map(({ row: at, problems }) => [at, problems.map(({ code }) => code)])).toEqual([
      [4, ['import.department-unknown']], [5, ['import.role-unknown']], [6, ['account.department-missing']], [7, ['import.login-name-repeated']], [8, ['import.account-there']], [9, ['account.role-above-yours']],
    ])
    expect(await worked(await begin(asked))).toMatchObject({ state: 'done', applied: 2, refused: 0 })
    expect(accounts()).toMatchObject([
      { name: '新人1', loginName: 'n1', role: 'staff', phone: '13800001111', passwordHash: '', active: true }, { name: '新人2', loginName: 'n2', role: 'equipment-office', departmentId: null },
    ])
    expect(hospital.docs('accounts').find(({ loginName }) => loginName === 'zhangsan')).toEqual(before)
  })

  test('architecture §8: nobody imports above himself, and what was prepared by one is confirmed by no other', async () => {
    await call('account.bind', { by: 'password', institution: '医疗机构测试1', loginName: 'zhangsan', password: 'zhangsan-2026' }, OFFICE)
    const looked = await preview(await staged([row(1, { 2: '院级管理员', 3: '' }), row(2, { 2: '审计员', 3: '' }), row(3)], OFFICE), OFFICE)
    expect(looked.faultyRows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['account.role-above-yours'], ['account.role-above-yours']])
    expect(await call('account-import.start', { ...(await staged([row(3)], OFFICE)), digest: 'x' })).toMatchObject({ code: 'import.file-gone' })
  })

  test('S42: each account is opened by its own code out of the file, once; a second file has only those who have not come in, and voids the first', async () => {
    const jobId = await begin(await staged([row(1), row(2)]))
    expect(await call('account-import.codes', { jobId })).toMatchObject({ code: 'account-import.not-done' })
    await worked(jobId)
    const first = await codesOf(jobId)
    expect([...first.keys()]).toEqual(['n1', 'n2'])
    expect(await bind('wx-new-2', 'n2', first.get('n1') ?? '')).toMatchObject({ code: 'bind-code.wrong' })
    expect(await bind('wx-new-1', 'n1', first.get('n1') ?? '')).toMatchObject({ ok: true })
    const second = await codesOf(jobId)
    expect([...second.keys()]).toEqual(['n2'])
    expect(await bind('wx-new-2', 'n2', first.get('n2') ?? '')).toMatchObject({ ok: false })
    expect(await bind('wx-new-2', 'n2', second.get('n2') ?? '')).toMatchObject({ ok: true })
    expect(await call('account-import.codes', { jobId })).toMatchObject({ code: 'account-import.nobody-waits' })
    const noted = hospital.docs('audit').filter(({ operation }) => operation === 'account-import.codes')
    expect(noted.map(({ subject, after }) => [subject, (after as { rows: number }).rows]).sort()).toEqual([[jobId, 1], [jobId, 2]])
    expect(JSON.stringify(noted)).not.toContain(first.get('n1'))
  })

  test('a set is whole or none: where a row was refused no code is made, and the rest is taken back', async () => {
    const jobId = await begin(await staged([row(1), row(2)]))
    await data(call('account.create', { form: { name: '正好', loginName: 'n2', role: 'viewer', departmentId: 'dept-eye', phone: null } }))
    expect(await worked(jobId)).toMatchObject({ state: 'done', applied: 1, refused: 1 })
    expect(await call('account-import.codes', { jobId })).toMatchObject({ code: 'account-import.incomplete', detail: { refused: 1 } })
    await data(call('job.undo', { id: jobId }))
    await worked(jobId)
    expect(accounts()).toMatchObject([{ name: '正好' }])
  })

  test('an import is undone but for whom somebody has changed or who came in since', async () => {
    const jobId = await begin(await staged([row(1), row(2)]))
    await worked(jobId)
    const codes = await codesOf(jobId)
    await bind('wx-new-1', 'n1', codes.get('n1') ?? '')
    await data(call('job.undo', { id: jobId }))
    expect(await worked(jobId)).toMatchObject({ state: 'undone', applied: 1 })
    expect(accounts().map(({ loginName }) => loginName)).toEqual(['n1'])
    expect(await bind('wx-new-2', 'n2', codes.get('n2') ?? '')).toMatchObject({ ok: false })
    const { rows } = await data<{ rows: JobRow[] }>(call('job.rows', { id: jobId, pageSize: 10 }))
    expect(rows.map(({ state, problems }) => [state, problems.map(({ code }) => code)])).toEqual([['kept', ['import.account-used-since']], ['undone', []]])
  })
})

test('S42: 201 accounts come in by one file, and so do their codes', async () => {
  const jobId = await begin(await staged(Array.from({ length: 201 }, (_, at) => row(at + 1))))
  expect(await worked(jobId)).toMatchObject({ state: 'done', applied: 201, refused: 0 })
  expect(new Set((await codesOf(jobId)).values()).size).toBe(201)
})
