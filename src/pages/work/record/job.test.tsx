import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { accountImportCodes } from '../../../../contract/account-import'
import { getJob, listJobRows, runJob, type JobRow, type JobView } from '../../../../contract/job'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params } from '../../fake-taro'
import { showPage } from '../../on-screen'
import JobPage from './job'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

jest.mock('../../../platform/save-file', () => ({ saveFile: (file: { name: string }) => { mockSaved.push(file.name); return Promise.resolve() } }))
const mockSaved: string[] = []

const job = (change: Partial<JobView> = {}): JobView => ({
  id: 'job-1', kind: 'hand-over', state: 'done', title: '李四 的提醒交给 王五', total: 3, applied: 3, refused: 0, createdBy: '王军',
  createdAt: '2026-11-25T01:00:00.000Z', endedAt: null, mayRun: false, mayUndo: false, ...change,
})
const row = (number: number, change: Partial<JobRow> = {}): JobRow => ({ row: number, label: `李四 · C00${number}`, state: 'applied', problems: [], subjectId: `cert-${number}`, ...change })
const rows = (...all: JobRow[]) => answer(listJobRows, () => ({ rows: all, total: all.length, page: 1, pageSize: 20 }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'job-1'
})

test('B20: a page that is opened in the middle of a job goes on with it until it is done', async () => {
  let now = job({ state: 'running', applied: 1, mayRun: true })
  answer(getJob, () => now)
  answer(runJob, () => (now = now.applied < 2 ? job({ state: 'running', applied: 2, mayRun: true }) : job()))
  rows(row(1))
  showPage(<JobPage />)
  expect(await screen.findByRole('heading', { name: '3 条全部办好' })).toBeInTheDocument()
  expect(asked(runJob)).toHaveLength(2)
})

test('a row that was refused says why, and the way back is offered to who may', async () => {
  answer(getJob, () => job({ applied: 2, refused: 1, mayUndo: true }))
  rows(row(1), row(2, { state: 'refused', problems: [{ field: '', code: 'account.off', detail: '' }] }))
  showPage(<JobPage />)
  expect(await screen.findByRole('heading', { name: '办好 2 条，1 条没有办成' })).toBeInTheDocument()
  expect(await screen.findByText('您的账号已停用，请找本院设备科。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '撤销这次办理' })).toBeInTheDocument()
})

test('somebody else’s job is only looked at, and a preview waits for a word', async () => {
  answer(getJob, () => job({ state: 'running', applied: 1 }))
  rows(row(1))
  showPage(<JobPage />)
  expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '33')
  await waitFor(() => expect(screen.queryByRole('button', { name: '开始办理' })).not.toBeInTheDocument())
  expect(asked(runJob)).toEqual([])
})

test('S42: whoever imported accounts takes their one-time codes away as a file, and is told in words why there are none', async () => {
  answer(getJob, () => job({ kind: 'account-import', mayUndo: true }))
  rows(row(1))
  answer(accountImportCodes, () => ({ name: '绑定码 3 人.xlsx', url: 'https://files/codes' }))
  showPage(<JobPage />)
  fireEvent.click(await screen.findByRole('button', { name: '下载绑定码' }))
  await waitFor(() => expect(mockSaved).toEqual(['绑定码 3 人.xlsx']))
  answer(accountImportCodes, () => { throw new Refusal('account-import.nobody-waits') })
  fireEvent.click(screen.getByRole('button', { name: '下载绑定码' }))
  expect(await screen.findByText('这次导入的账号都已有人登录，不需要绑定码了。')).toBeInTheDocument()
})

test('S42: a set of accounts that is not whole hands out no codes, and says what to do', async () => {
  answer(getJob, () => job({ kind: 'account-import', applied: 2, refused: 1, mayUndo: true }))
  rows(row(1))
  showPage(<JobPage />)
  expect(await screen.findByText('有 1 个账号没有建成，绑定码没有发出。请撤销这次办理，改好表格后重新导入。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '下载绑定码' })).not.toBeInTheDocument()
})
