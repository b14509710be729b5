import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAccounts } from '../../../../contract/account'
import { changeMany, previewChange } from '../../../../contract/bulk'
import { listCertificateDevices, listCertificates, type CertificateEntry } from '../../../../contract/certificate'
import { listDepartments } from '../../../../contract/device'
import { clearTicked, ticked } from '../../../platform/ticked'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import CertificateListPage from '../../certificate/list'
import BatchPage from './batch'
import ChangePage from './change'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const department = { id: 'dept-ct', name: 'CT室' }
const certificate = (id: string, holderName: string): CertificateEntry => ({
  id, version: 1, typeName: '', number: `C-${id}`, holderName, title: '', devices: [], deviceCount: 0, expiresOn: '2027-06-01', longTerm: false, leadDays: 5, sendTime: '08:00:00', handling: null, nextSendAt: null,
})
const counts = { expired: 0, 'within-30': 0, 'within-90': 0, 'within-180': 0, ok: 2, 'long-term': 0 }
const row = (certificateId: string, deviceId: string) => ({
  certificateId, typeId: 'device-operator', deviceId, deviceName: 'CT', deviceCode: '000059', number: `C-${certificateId}`, holderName: '李四', expiresOn: '2027-06-01', longTerm: false, deviceType: '', department, leadDays: 5,
  sendTime: '08:00:00' as const, unit: '', handling: null,
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
  clearTicked()
  answer(listDepartments, () => ({ rows: [{ ...department, parentId: null }] }))
  answer(listCertificates, ({ page, pageSize }) => ({ rows: [certificate('a', '李四'), certificate('b', '王五')], total: 2, page, pageSize, counts }))
  answer(listCertificateDevices, ({ page, pageSize }) => ({ rows: [row('a', 'd1'), row('a', 'd2'), row('b', 'd1')], total: 3, page, pageSize }))
  answer(previewChange, () => ({ changing: 1, same: 1, refused: 0 }))
  answer(changeMany, () => ({ jobId: 'job-9' }))
})

test('B20: on the phone certificates are ticked, and a tick outlives the filter', async () => {
  showPage(<BatchPage />)
  await userEvent.click(await screen.findByRole('checkbox', { name: /李四/ }))
  await userEvent.selectOptions(screen.getByLabelText('有效期'), '已过期')
  await waitFor(() => expect(asked(listCertificates).at(-1)).toMatchObject({ bucket: 'expired' }))
  expect(screen.getByText('已选 1 张')).toBeInTheDocument()
  await userEvent.click(screen.getByText('改提醒'))
  expect(wentTo).toEqual(['/pages/work/record/change'])
})

test('B20: on the desk a tick takes the certificate with all its rows, and 全选本页 counts certificates', async () => {
  showPage(<CertificateListPage />, { wide: true })
  await userEvent.click(await screen.findByText('批量'))
  const [first] = await screen.findAllByRole('checkbox', { name: '选 李四 C-a' })
  await userEvent.click(first as HTMLElement)
  expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
  await userEvent.click(screen.getByText('全选本页'))
  expect(screen.getByText('已选 2 张')).toBeInTheDocument()
  await userEvent.click(screen.getByText('退出批量'))
  expect(ticked.get()).toEqual([])
})

test('B25: who may only read is not offered 批量', async () => {
  showPage(<CertificateListPage />, { wide: true, role: 'viewer' })
  await screen.findAllByText('C-a')
  expect(screen.queryByText('批量')).toBeNull()
})

test('B20: the change is looked at before it is made, and only what is ticked is changed', async () => {
  ticked.set(['a', 'b'])
  showPage(<ChangePage />)
  expect(await screen.findByText('请先勾选要改的内容。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '开始修改' })).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox', { name: '提前预警时间' }))
  await userEvent.clear(screen.getByLabelText('提前预警时间(天)'))
  expect(screen.getByRole('button', { name: '开始修改' })).toBeDisabled()
  await userEvent.type(screen.getByLabelText('提前预警时间(天)'), '30')
  expect(await screen.findByText('会改 1 张，1 张已经是这样')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '修改 1 张' }))
  await waitFor(() => expect(wentTo).toEqual(['/pages/work/record/job?id=job-9']))
  expect(asked(changeMany)).toEqual([{ ids: ['a', 'b'], change: { leadDays: 30, sendTime: null, channels: null, addRecipientIds: [], removeRecipientIds: [] } }])
  expect(ticked.get()).toEqual([])
})

test('S40: people are added to all of them', async () => {
  answer(listAccounts, ({ page = 1, pageSize = 20 }) => ({
    rows: [{ id: 'acc-wu', name: '吴六', loginName: 'wuliu', role: 'staff' as const, department, reach: { bound: true, follows: false, hasPhone: true, wechatCredits: 0 } }], total: 1, page, pageSize,
  }))
  ticked.set(['a'])
  showPage(<ChangePage />)
  await userEvent.click(await screen.findByRole('checkbox', { name: /增加通知人员/ }))
  await userEvent.click(screen.getByRole('button', { name: '增加通知人员' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: /吴六/ }))
  await userEvent.click(screen.getByText('确定'))
  await waitFor(() => expect(asked(previewChange).at(-1)).toMatchObject({ change: { addRecipientIds: ['acc-wu'] } }))
  expect(screen.getByText('吴六')).toBeInTheDocument()
})

test('a change that failed says why and keeps ticks and fields', async () => {
  answer(changeMany, () => { throw new Refusal('bulk.nothing-to-change') })
  ticked.set(['a', 'b'])
  showPage(<ChangePage />)
  await userEvent.click(await screen.findByRole('checkbox', { name: '发送时间' }))
  await userEvent.click(await screen.findByRole('button', { name: '修改 1 张' }))
  expect(await screen.findByText(/没有需要改的/)).toBeInTheDocument()
  expect(ticked.get()).toEqual(['a', 'b'])
})

test('a page of the change without ticks leads to where they are made', async () => {
  showPage(<ChangePage />)
  await userEvent.click(await screen.findByText('去选操作证'))
  expect(wentTo).toEqual(['/pages/work/record/batch'])
})
