import '@testing-library/jest-dom'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listDepartments, listDevices, type DeviceRow } from '../../../contract/device'
import { answer, asked, forgetCalls } from '../fake-cloud'
import { forgetAll, reachesBottom, wentTo } from '../fake-taro'
import { showPage } from '../on-screen'
import DeviceListPage from './list'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../fake-taro')>('../fake-taro').fakeTaro)
jest.mock('../../platform/cloud', () => jest.requireActual<typeof import('../fake-cloud')>('../fake-cloud'))

const device = (code: string, part: Partial<DeviceRow> = {}): DeviceRow => ({
  id: `dev-${code}`, code, name: '裂隙灯', department: { id: 'dept-eye', name: '眼科' }, status: 'in-service', model: 'SL-2G', assetNumber: '', unit: '', origin: '',
  serialNumber: '', type: '', maintainer: '', validHolders: 1, ...part,
})
const page = (rows: DeviceRow[], total = rows.length) => answer(listDevices, ({ page: number, pageSize }) => ({ rows, total, page: number, pageSize }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [{ id: 'dept-eye', name: '眼科', parentId: null }, { id: 'dept-ct', name: 'CT室', parentId: null }] }))
})

describe('设备 on the phone', () => {
  test('S47: every device shows name, 唯一码, department and model, so that two of one name are told apart', async () => {
    page([device('000068', { name: '高压注射器', model: 'Spectris Solaris D' }), device('000067', { name: '高压注射器', model: 'Spectris Solaris EP' })])
    showPage(<DeviceListPage />)
    expect(await screen.findAllByText('高压注射器')).toHaveLength(2)
    for (const text of ['000068', '000067', 'Spectris Solaris D', 'Spectris Solaris EP']) expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.getAllByText('眼科').length).toBeGreaterThan(1)
  })

  test('B4: a device that nobody may operate today says 0 人 with the red mark', async () => {
    page([device('000062', { validHolders: 0 }), device('000060', { validHolders: 3 })])
    const { container } = showPage(<DeviceListPage />)
    await screen.findByText('000062')
    const counts = [...container.querySelectorAll('.holders')].map((each) => ({ text: each.textContent, red: each.querySelector('.mk--over') !== null }))
    expect(counts).toEqual([{ text: '0人', red: true }, { text: '3人', red: false }])
  })

  test('B19: 查询 asks the functions for the keyword as it was typed', async () => {
    page([device('000055')])
    showPage(<DeviceListPage />)
    await userEvent.type(await screen.findByLabelText('名称、唯一码'), 'lxd{enter}')
    await waitFor(() => expect(asked(listDevices).at(-1)).toEqual({ keyword: 'lxd', page: 1, pageSize: 20 }))
  })

  test('the keyword stays when somebody comes back to the list, and 清空 widens it again', async () => {
    page([device('000055')])
    showPage(<DeviceListPage />)
    expect(await screen.findByDisplayValue('lxd')).toBeInTheDocument()
    expect(asked(listDevices).at(-1)).toMatchObject({ keyword: 'lxd' })
    await userEvent.click(screen.getByLabelText('清空'))
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ keyword: '' }))
  })

  test('who uses the app next finds the list without the filters of the one before', async () => {
    page([device('000055')])
    const { unmount } = showPage(<DeviceListPage />)
    await userEvent.type(await screen.findByLabelText('名称、唯一码'), 'lxd{enter}')
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ keyword: 'lxd' }))
    unmount()
    showPage(<DeviceListPage />, { accountId: 'acc-li' })
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ keyword: '' }))
    expect(screen.queryByDisplayValue('lxd')).toBeNull()
  })

  test('S47: a department narrows the list and 全部 widens it again', async () => {
    page([device('000055')])
    showPage(<DeviceListPage />)
    await userEvent.click(await screen.findByRole('tab', { name: 'CT室' }))
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ departmentId: 'dept-ct' }))
    await userEvent.click(screen.getByRole('tab', { name: '全部' }))
    await waitFor(() => expect(asked(listDevices).at(-1)).not.toHaveProperty('departmentId'))
  })

  test('the end of the list brings the next twenty rows under those that are there', async () => {
    answer(listDevices, ({ page: number, pageSize }) => ({ rows: Array.from({ length: number === 1 ? 20 : 5 }, (_, index) => device(String(100 - (number - 1) * 20 - index).padStart(6, '0'))), total: 25, page: number, pageSize }))
    showPage(<DeviceListPage />)
    expect(await screen.findByText('再看 5 台')).toBeInTheDocument()
    act(reachesBottom)
    expect(await screen.findByText('共 25 台，已全部列出')).toBeInTheDocument()
    expect(screen.getAllByText('裂隙灯')).toHaveLength(25)
    expect(asked(listDevices).map((input) => input.page)).toEqual([1, 2])
  })

  test('a tap opens the device', async () => {
    page([device('000055')])
    showPage(<DeviceListPage />)
    await userEvent.click(await screen.findByText('裂隙灯'))
    expect(wentTo).toEqual(['/pages/device/record/detail?id=dev-000055'])
  })

  test('S10: no device at all says 暂无数据 and offers the next step to who may take it', async () => {
    page([])
    showPage(<DeviceListPage />)
    expect(await screen.findByText('暂无数据')).toBeInTheDocument()
    await userEvent.click((await screen.findAllByRole('button', { name: '新增设备档案' }))[1] as HTMLElement)
    expect(wentTo).toEqual(['/pages/device/record/create'])
  })

  test('who may not enter devices is offered no button for it', async () => {
    page([device('000055')])
    showPage(<DeviceListPage />, { role: 'staff' })
    await screen.findByText('裂隙灯')
    expect(screen.queryByRole('button', { name: '新增设备档案' })).toBeNull()
  })

  test('a dead network is told in words, and 重试 brings the list', async () => {
    answer(listDevices, () => {
      throw new Error('no network')
    })
    showPage(<DeviceListPage />)
    expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
    page([device('000055')])
    await userEvent.click(screen.getByText('重试'))
    expect(await screen.findByText('裂隙灯')).toBeInTheDocument()
  })
})

describe('查询设备档案 on the desk', () => {
  test('S47: the columns stand in the guide’s order', async () => {
    page([device('000075', { name: '检眼镜', assetNumber: '011', unit: '台(套)', origin: '中国' })])
    showPage(<DeviceListPage />, { wide: true })
    const heads = (await screen.findAllByRole('columnheader')).map((cell) => cell.textContent)
    expect(heads).toEqual(['序号', '操作', '在档状态', '设备名称', '唯一码', '所属科室名称', '规格型号', '设备编码', '单位', '产地'])
    const cells = within(screen.getAllByRole('row')[1] as HTMLElement).getAllByRole('cell').map((cell) => cell.textContent)
    expect(cells).toEqual(['1', '详情', '在档', '检眼镜', '000075', '眼科', 'SL-2G', '011', '台(套)', '中国'])
  })

  test('S47: 10条/页, the pager and 跳至 ask for the page; 序号 goes on counting', async () => {
    page([device('000055')], 75)
    showPage(<DeviceListPage />, { wide: true })
    await screen.findByText('共 75 台')
    expect(asked(listDevices).at(-1)).toMatchObject({ page: 1, pageSize: 10 })
    await userEvent.click(screen.getByText('下一页'))
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ page: 2 }))
    await userEvent.type(screen.getByLabelText('跳至第几页'), '6{enter}')
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ page: 6 }))
    expect(await screen.findByRole('cell', { name: '51' })).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText('跳至第几页'), '99{enter}')
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ page: 8 }))
  })

  test('S47: 科室 and 清空', async () => {
    page([device('000055')])
    showPage(<DeviceListPage />, { wide: true })
    await screen.findByText('000055')
    await userEvent.selectOptions(screen.getByLabelText('科室'), 'CT室')
    await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ departmentId: 'dept-ct', page: 1 }))
    await userEvent.click(screen.getByText('清空'))
    await waitFor(() => expect(asked(listDevices).at(-1)).not.toHaveProperty('departmentId'))
  })
})

test('S47: 在档状态 and 设备类型 narrow the table, 清空 widens it', async () => {
  page([device('000055')])
  showPage(<DeviceListPage />, { wide: true })
  await screen.findByText('000055')
  await userEvent.selectOptions(screen.getByLabelText('在档状态'), '外借')
  await userEvent.selectOptions(screen.getByLabelText('设备类型'), '眼科')
  await waitFor(() => expect(asked(listDevices).at(-1)).toMatchObject({ status: 'lent', type: '眼科', page: 1 }))
  await userEvent.click(screen.getByText('清空'))
  await waitFor(() => expect(screen.getByLabelText('在档状态')).toHaveDisplayValue('全部'))
  expect(screen.getByLabelText('设备类型')).toHaveDisplayValue('全部')
})
