import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createDevice, listDepartments } from '../../../../contract/device'
import { listDictionary } from '../../../../contract/dictionary-list'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import DeviceCreatePage from './create'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [{ id: 'dept-eye', name: '眼科', parentId: null }] }))
  answer(createDevice, ({ fields }) => ({
    device: {
      id: 'dev-76', code: '000076', name: fields.name, department: { id: 'dept-eye', name: '眼科' }, status: 'in-service' as const, model: '', assetNumber: '', unit: '', origin: '', serialNumber: '', type: '',
      maintainer: '', validHolders: 0,
    },
  }))
})

const fill = async () => {
  await userEvent.type(await screen.findByLabelText(/设备名称/), '检眼镜')
  await userEvent.selectOptions(screen.getByLabelText(/所属科室名称/), '眼科')
}

test('S44: only 设备名称 and 所属科室 are demanded, and what is missing is said at the field before anything is sent', async () => {
  showPage(<DeviceCreatePage />)
  await userEvent.click(await screen.findByText('保存'))
  expect(screen.getByText('请填写设备名称')).toBeInTheDocument()
  expect(screen.getByText('请选择所属科室')).toBeInTheDocument()
  expect(asked(createDevice)).toEqual([])
  await fill()
  await userEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(asked(createDevice)).toEqual([{ fields: { ...emptyDeviceFields(), name: '检眼镜', departmentId: 'dept-eye' } }]))
  expect(wentTo).toEqual(['/pages/device/record/detail?id=dev-76'])
})

test('S44: names that the dictionary has already are offered by their initials, and a new one may be typed', async () => {
  const word = { id: 'word-1', name: '高压注射器', version: 1, retired: false, mergedInto: '', parentId: null, path: [], heads: [] }
  answer(listDictionary, ({ kind, page, pageSize }) => ({ rows: kind === 'device-name' ? [word] : [], total: 1, page, pageSize }))
  showPage(<DeviceCreatePage />)
  await userEvent.type(await screen.findByLabelText(/设备名称/), 'gyzsq')
  await userEvent.click(await screen.findByRole('button', { name: '高压注射器' }))
  expect(screen.getByDisplayValue('高压注射器')).toBeInTheDocument()
  expect(asked(listDictionary).find(({ kind }) => kind === 'device-name')).toMatchObject({ keyword: 'gyzsq' })
})

test('S44: on the phone the other fields lie under 更多', async () => {
  showPage(<DeviceCreatePage />)
  await screen.findByText('保存')
  expect(screen.queryByLabelText('规格型号')).toBeNull()
  await userEvent.click(screen.getByText(/更多/))
  const labels = ['规格型号', '设备编码', '单位', '设备品牌', '产地', '生产厂家', '序列号', '质保类型', 'UDI码', '生产日期', '质保到期日', '购买日期', '安装日期', '计量方式', '保养方式', '设备描述']
  for (const label of labels) expect(screen.getByLabelText(label)).toBeInTheDocument()
})

test('what was typed is found again after leaving the page, and can be cleared', async () => {
  const { unmount } = showPage(<DeviceCreatePage />)
  await fill()
  unmount()
  showPage(<DeviceCreatePage />)
  expect(await screen.findByDisplayValue('检眼镜')).toBeInTheDocument()
  await userEvent.click(screen.getByText('清空重填'))
  expect(screen.queryByDisplayValue('检眼镜')).toBeNull()
})

test('a saved device leaves no draft behind', async () => {
  const { unmount } = showPage(<DeviceCreatePage />)
  await fill()
  await userEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(wentTo).toHaveLength(1))
  unmount()
  showPage(<DeviceCreatePage />)
  await screen.findByText('保存')
  expect(screen.queryByDisplayValue('检眼镜')).toBeNull()
})

test('what the functions refuse is said at its field, a dead network at the button, and nothing typed is lost', async () => {
  answer(createDevice, () => {
    throw new Refusal('invalid-input', { fields: { departmentId: 'device.department-missing' } })
  })
  showPage(<DeviceCreatePage />)
  await fill()
  await userEvent.click(screen.getByText('保存'))
  expect(await screen.findByText('请选择所属科室')).toBeInTheDocument()
  answer(createDevice, () => {
    throw new Error('no network')
  })
  await userEvent.click(screen.getByText('保存'))
  expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
  expect(screen.getByDisplayValue('检眼镜')).toBeInTheDocument()
})

test('S14: opened from a picker it goes back there', async () => {
  params.then = 'back'
  showPage(<DeviceCreatePage />)
  await fill()
  await userEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(wentTo).toEqual(['back']))
})

test('who may not enter devices is told who does', async () => {
  showPage(<DeviceCreatePage />, { role: 'staff' })
  expect(await screen.findByText('设备档案由设备科录入。')).toBeInTheDocument()
})
