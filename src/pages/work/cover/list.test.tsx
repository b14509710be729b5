import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { coverMatrix, type CoverRow } from '../../../../contract/cover'
import { listDepartments } from '../../../../contract/device'
import { listPeople } from '../../../../contract/person'
import { answer, asked, forgetCalls } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import CoverPage from './list'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const ID: Record<string, string> = { 钱七: 'qian', 孙八: 'sun', 周九: 'zhou' }

type Holder = CoverRow['holders'][number]
const holder = (name: string, over: Partial<Holder> = {}): Holder => ({ certificateId: `cert-${ID[name]}`, name, title: '主治医师', personId: `p-${ID[name]}`, expiresOn: '2027-11-23', longTerm: false, ...over })
const row = (code: string, holders: Holder[], wanted = 1): CoverRow => ({ id: `dev-${code}`, code, name: `设备${code}`, model: '', department: { id: 'dept-mr', name: 'MR室' }, wanted, holders, bareFrom: null })
const rows = [row('000075', []), row('000059', [holder('钱七'), holder('孙八', { supervised: true })], 2), row('000058', [holder('钱七', { certificateId: 'cert-2', expiresOn: '2026-12-01' })])]

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(coverMatrix, ({ page, pageSize, on }) => ({ rows, total: rows.length, page, pageSize, on: on ?? '2026-11-23', today: '2026-11-23' }))
  answer(listDepartments, () => ({ rows: [{ id: 'dept-mr', name: 'MR室', parentId: null }] }))
  answer(listPeople, ({ page, pageSize }) => ({ rows: ['钱七', '周九'].map((name) => ({ id: `p-${ID[name]}`, staffNumber: '', name, department: { id: 'dept-mr', name: 'MR室' }, title: '技师', employment: 'permanent' as const, presence: 'present' as const })), total: 2, page, pageSize }))
})

test('B4: on the desk 人员 × 设备 says until when each may operate each device, what is bare, what has too few, and a name narrows it', async () => {
  showPage(<CoverPage />, { wide: true })
  fireEvent.click(await screen.findByRole('tab', { name: '按人员' }))
  const matrix = await screen.findByRole('table', { name: '人员与设备' })
  const [head, ...people] = within(matrix).getAllByRole('row')
  expect(head).toHaveTextContent('人员设备000075000075无有效记录设备0000590000591 人，应有 2 人设备0000580000581 人')
  expect(people.map((line) => within(line).getAllByRole('cell').map((cell) => cell.textContent))).toEqual(expect.arrayContaining([
    ['钱七主治医师', '', '2027-11-23', '2026-12-01'], ['孙八主治医师', '', '2027-11-23带教下操作', ''],
  ]))
  expect(within(matrix).getByRole('button', { name: '2026-12-01 钱七 设备000058 000058' })).toBeInTheDocument()
  expect(within(matrix).getByRole('button', { name: '2027-11-23 带教下操作 孙八 设备000059 000059' })).toBeInTheDocument()
  fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '孙' } })
  fireEvent.click(screen.getAllByRole('button', { name: '查询' })[1] as HTMLElement)
  await waitFor(() => expect(within(matrix).getAllByRole('row')).toHaveLength(2))
  fireEvent.click(within(matrix).getByRole('button', { name: '2027-11-23 带教下操作 孙八 设备000059 000059' }))
  expect(wentTo.at(-1)).toContain('cert-sun')
})

test('B4, B27: with 全科人员 the department\'s people without a certificate stand in the matrix too', async () => {
  showPage(<CoverPage />, { wide: true })
  fireEvent.click(await screen.findByRole('tab', { name: '按人员' }))
  fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '' } })
  expect(screen.queryByText('周九')).not.toBeInTheDocument()
  await screen.findByRole('option', { name: 'MR室' })
  fireEvent.change(screen.getByRole('combobox', { name: '所属科室' }), { target: { value: 'dept-mr' } })
  fireEvent.change(await screen.findByRole('combobox', { name: '人员' }), { target: { value: 'all' } })
  expect(await screen.findByText('周九')).toBeInTheDocument()
  expect(asked(listPeople)).toEqual([{ departmentId: 'dept-mr', presence: 'present', page: 1, pageSize: 100 }])
})

test('B4: on the phone each person is listed with the devices he may operate', async () => {
  showPage(<CoverPage />)
  fireEvent.click(await screen.findByRole('tab', { name: '按人员' }))
  expect(await screen.findByText('设备000059 000059（带教下操作，至 2027-11-23）')).toBeInTheDocument()
  expect(screen.getByText('设备000058 000058（至 2026-12-01）')).toBeInTheDocument()
  expect(screen.getByText('2 台')).toBeInTheDocument()
})

test('B35: 打印 puts every device of the department on paper, not only the rows drawn by then', async () => {
  const many = Array.from({ length: 60 }, (_, at) => row(String(100 + at).padStart(6, '0'), []))
  answer(coverMatrix, ({ page, pageSize, on }) => ({ rows: many.slice(0, pageSize), total: many.length, page, pageSize, on: on ?? '2026-11-23', today: '2026-11-23' }))
  const printed: number[] = []
  window.print = () => {
    window.dispatchEvent(new Event('beforeprint'))
    printed.push(document.querySelectorAll('tbody tr').length)
  }
  showPage(<CoverPage />, { wide: true })
  fireEvent.click(await screen.findByRole('tab', { name: '按设备' }))
  await screen.findByText('000100')
  fireEvent.click(screen.getByRole('button', { name: '打印' }))
  await waitFor(() => expect(printed).toEqual([60]))
})
