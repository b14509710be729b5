import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listCertificateDevices, listCertificates, type CertificateDeviceRow, type CertificateEntry } from '../../../../contract/certificate'
import { listDepartments } from '../../../../contract/device'
import { exportCertificates } from '../../../../contract/sheet'
import { listTypes } from '../../../../contract/type'
import { TYPE_PRESETS } from '../../../../domain/certificate/type-presets'
import LicencesPage from '../licence/list'
import { answer, asked, forgetCalls } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import QualificationsPage from './list'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/save-file', () => ({ saveFile: () => Promise.resolve() }))

const entry: CertificateEntry = {
  id: 'cert-1', version: 1, typeName: '职业健康检查', number: '', holderName: '李四', title: '', devices: [], deviceCount: 0, expiresOn: '2027-03-01', longTerm: false, leadDays: 60,
  sendTime: '08:00:00', handling: null, nextSendAt: null,
}
const row: CertificateDeviceRow = {
  certificateId: 'cert-1', typeId: 'health-check', deviceId: '', deviceName: '', deviceCode: '', number: '', holderName: '李四', expiresOn: '2027-03-01', longTerm: false, deviceType: '',
  department: { id: 'dept-ct', name: 'CT室' }, leadDays: 60, sendTime: '08:00:00', unit: '', handling: null,
}
const counts = { expired: 0, 'within-30': 0, 'within-90': 0, 'within-180': 1, ok: 0, 'long-term': 0 }

beforeEach(() => {
  forgetCalls()
  forgetAll()
  answer(listDepartments, () => ({ rows: [] }))
  answer(listCertificates, ({ page, pageSize }) => ({ rows: [entry], total: 1, page, pageSize, counts }))
  answer(listCertificateDevices, ({ page, pageSize }) => ({ rows: [row], total: 1, page, pageSize }))
  answer(listTypes, () => ({ types: TYPE_PRESETS.map((type) => ({ ...type, rules: { ...type.rules, steps: [...type.rules.steps], escalation: [] }, version: 0 })), note: '' }))
  answer(exportCertificates, () => ({ name: '人员资质 2026-11-23.xlsx', url: 'https://files/x', rows: 1 }))
})

test('S2, S3: 人员资质管理 is the same list under its own name, with the columns of a person', async () => {
  showPage(<QualificationsPage />, { wide: true })
  expect((await screen.findAllByRole('columnheader')).map((cell) => cell.textContent)).toEqual(['序号', '操作', '姓名', '证件类型', '证件号', '有效期', '所属科室', '预警提前量', '发送时间'])
  expect(screen.getByLabelText('当前位置')).toHaveTextContent('当前位置>证照管理>人员资质管理')
  await screen.findByText(/剩 98 天/)
  const cells = within(screen.getAllByRole('row')[1] as HTMLElement).getAllByRole('cell').map((cell) => cell.textContent)
  expect(cells).toEqual(['1', '修改', '李四', '职业健康检查', '—', '2027-03-01剩 98 天', 'CT室', '60', '08:00'])
  expect(asked(listCertificateDevices).at(-1)).toEqual({ keyword: '', menu: 'staff-qualification', page: 1, pageSize: 10 })
})

test('its types narrow it, 新增 begins with the one that is chosen, else with the first, and 导出 takes the same', async () => {
  showPage(<QualificationsPage />, { wide: true })
  await screen.findAllByText('职业健康检查')
  await userEvent.click(screen.getByText('新增人员资质'))
  expect(within(screen.getByLabelText('证件类型')).getAllByRole('option').map((option) => option.textContent)).toEqual(['全部', '放射工作人员证', '放射防护培训', '职业健康检查', '放射诊疗人员岗位资质'])
  await userEvent.selectOptions(screen.getByLabelText('证件类型'), '职业健康检查')
  await waitFor(() => expect(asked(listCertificateDevices).at(-1)).toMatchObject({ menu: 'staff-qualification', typeId: 'health-check' }))
  await userEvent.click(screen.getByText('新增人员资质'))
  expect(wentTo).toEqual(['/pages/certificate/record/edit?typeId=radiation-worker', '/pages/certificate/record/edit?typeId=health-check'])
  await userEvent.click(screen.getByText('导出'))
  await waitFor(() => expect(asked(exportCertificates)).toEqual([{ keyword: '', menu: 'staff-qualification', typeId: 'health-check' }]))
})

test('on the phone one without devices is called by its type', async () => {
  showPage(<QualificationsPage />)
  expect((await screen.findByText('李四')).closest('.entry')).toHaveTextContent(/李四.*职业健康检查.*有效期至 2027-03-01/)
  await userEvent.click(screen.getByLabelText('新增人员资质'))
  expect(wentTo).toEqual([expect.stringContaining('typeId=')])
})

test('S2: 设备配置许可证管理 has the guide’s columns, and an empty list offers its own 新增', async () => {
  answer(listCertificateDevices, ({ page, pageSize }) => ({ rows: [{ ...row, typeId: 'equipment-licence', deviceId: 'dev-59', deviceName: 'CT', deviceCode: '000059' }], total: 1, page, pageSize }))
  const { unmount } = showPage(<LicencesPage />, { wide: true })
  expect((await screen.findAllByRole('columnheader')).map((cell) => cell.textContent)).toEqual(['序号', '操作', '设备名称', '证件号', '许可证有效期', '设备类型', '所属科室', '预警提前量', '发送时间', '单位'])
  unmount()
  answer(listCertificateDevices, ({ page, pageSize }) => ({ rows: [], total: 0, page, pageSize }))
  showPage(<LicencesPage />, { wide: true })
  expect(await screen.findByText('还没有录入设备配置许可证。')).toBeInTheDocument()
})
