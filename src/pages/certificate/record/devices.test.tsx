import '@testing-library/jest-dom'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createDevice, getDevice, listDepartments, listDevices, type DeviceRow } from '../../../../contract/device'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { draftKey, dropDraft, readDraft } from '../../../features/certificate/draft-desk'
import { answer, asked, forgetCalls } from '../../fake-cloud'
import { forgetAll, params, reachesBottom, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import DevicePickerPage from './devices'
import CertificateEditPage from './edit'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro-with-sheets')>('./fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const device = (number: number): DeviceRow => ({
  id: `dev-${number}`, code: String(number).padStart(6, '0'), name: `设备${number}`, department: { id: 'dept-ct', name: 'CT室' }, status: 'in-service', model: `型号${number}`,
  assetNumber: '', unit: '台(套)', origin: '', serialNumber: `SN${number}`, type: '', maintainer: number === 55 ? '服务商测试1' : '', validHolders: 0,
})
/** 唯一码 descending, as the functions list them. */
const all = Array.from({ length: 25 }, (_, index) => device(79 - index))

const KEY = draftKey('acc-zhang', { id: null, deviceId: null })
const chosen = () => readDraft(KEY)?.form.deviceIds

beforeEach(() => {
  forgetCalls()
  forgetAll()
  dropDraft(KEY)
  dropDraft(draftKey('acc-zhang', { id: null, deviceId: 'dev-70' }))
  forgetAll()
  answer(listDevices, ({ keyword, page, pageSize }) => {
    const found = all.filter(({ name }) => name.includes(keyword))
    return { rows: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, pageSize }
  })
  answer(listDepartments, () => ({ rows: [{ id: 'dept-ct', name: 'CT室', parentId: null }] }))
})

const row = (name: string) => screen.getByRole('checkbox', { name: new RegExp(name) })

describe('选择设备 on the phone', () => {
  test('S15: ticks survive the next twenty rows, a search and 刷新, and become the form’s with 确定', async () => {
    showPage(<DevicePickerPage />)
    await userEvent.click(await screen.findByText('设备79'))
    act(reachesBottom)
    await userEvent.click(await screen.findByText('设备55'))
    fireEvent.change(screen.getByLabelText('请输入查询条件'), { target: { value: '设备6' } })
    await userEvent.click(screen.getByText('查询'))
    await waitFor(() => expect(screen.queryByText('设备79')).toBeNull())
    await userEvent.click(screen.getByText('设备60'))
    await userEvent.click(screen.getByText('刷新'))
    expect(screen.getByText('已选 3 台')).toBeInTheDocument()
    await userEvent.click(screen.getByText('确定'))
    expect(chosen()).toEqual(['dev-79', 'dev-55', 'dev-60'])
    expect(wentTo).toEqual(['back'])
  })

  test('S15: 取消 keeps nothing of it', async () => {
    showPage(<DevicePickerPage />)
    await userEvent.click(await screen.findByText('设备79'))
    await userEvent.click(screen.getByText('取消'))
    expect(chosen()).toEqual([])
  })

  test('S15: what the form holds is ticked already', async () => {
    params.deviceId = 'dev-70'
    answer(getDevice, () => ({ device: device(70), fields: { ...emptyDeviceFields(), name: '设备70' }, holders: [], version: 1, holdersWanted: 1, attachments: [], today: '2026-11-23' }))
    showPage(<DevicePickerPage />)
    await screen.findByText('设备70')
    expect(row('设备70')).toBeChecked()
    expect(row('设备71')).not.toBeChecked()
  })

  test('S14: a row names 唯一码, department, model, 单位 and 序列号, and 详情 opens the device', async () => {
    showPage(<DevicePickerPage />)
    expect(await screen.findByText('000079 CT室 型号79 台(套) SN79')).toBeInTheDocument()
    await userEvent.click(screen.getByLabelText('详情 设备79 000079'))
    expect(wentTo).toEqual(['/pages/device/record/detail?id=dev-79'])
  })

  test('S14: a new device is made without leaving, and is ticked', async () => {
    answer(createDevice, ({ fields }) => ({ device: { ...device(80), name: fields.name } }))
    showPage(<DevicePickerPage />)
    await userEvent.click(await screen.findByText('新增设备档案'))
    await userEvent.click(screen.getByText('建档并选中'))
    expect(screen.getByText('请填设备名称')).toBeInTheDocument()
    expect(screen.getByText('请选所属科室')).toBeInTheDocument()
    fireEvent.change(screen.getByLabelText(/^设备名称/), { target: { value: '新检眼镜' } })
    await userEvent.selectOptions(screen.getByLabelText(/^所属科室/), 'CT室')
    await userEvent.click(screen.getByText('建档并选中'))
    expect(await screen.findByText('已选 1 台')).toBeInTheDocument()
    expect(asked(createDevice)[0]?.fields).toMatchObject({ name: '新检眼镜', departmentId: 'dept-ct' })
  })

  test('B25: who may not enter devices is not offered to', async () => {
    showPage(<DevicePickerPage />, { role: 'staff' })
    await screen.findByText('设备79')
    expect(screen.queryByText('新增设备档案')).toBeNull()
  })
})

describe('选择设备 on the desk', () => {
  const open = async () => {
    showPage(<CertificateEditPage />, { wide: true })
    await userEvent.click(await screen.findByText('关联设备'))
    return screen.findByRole('dialog', { name: '选择设备' })
  }

  test('S14: the columns stand in the guide’s order', async () => {
    const dialog = await open()
    const heads = await within(dialog).findAllByRole('columnheader')
    expect(heads.map((head) => head.textContent)).toEqual(['', '操作', '设备名称', '唯一码', '维保服务商', '设备类型', '规格型号', '单位', '序列号'])
  })

  test('S14, S15: the head’s tick takes the page, and ticks survive turning it', async () => {
    const dialog = await open()
    await userEvent.click(await within(dialog).findByRole('checkbox', { name: '本页全选' }))
    expect(within(dialog).getByText('已选 10 台')).toBeInTheDocument()
    await userEvent.click(within(dialog).getByText('下一页'))
    await userEvent.click(await within(dialog).findByRole('checkbox', { name: '设备69 000069' }))
    expect(within(dialog).getByText('已选 11 台')).toBeInTheDocument()
    await userEvent.click(within(dialog).getByText('确定'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('已选择设备 11')).toBeInTheDocument()
  })

  test('S15: 取消 and the cross leave the form as it was', async () => {
    const dialog = await open()
    await userEvent.click(await within(dialog).findByRole('checkbox', { name: '本页全选' }))
    await userEvent.click(within(dialog).getByLabelText('关闭'))
    expect(screen.getByText('已选择设备')).toBeInTheDocument()
    await userEvent.click(screen.getByText('关联设备'))
    expect(await screen.findByText('已选 0 台')).toBeInTheDocument()
  })
})
