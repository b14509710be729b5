import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beginAttachment, confirmAttachment } from '../../../../contract/attachment'
import { handleCertificate, listCertificates } from '../../../../contract/certificate'
import { addDeviceRecord, getDevice, listDepartments, listDeviceRecords, removeDeviceRecord, setDeviceStatus, transferDevice, updateDevice, type DeviceRecord } from '../../../../contract/device'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { HoldersToday } from '../../../features/device/holders-today'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { dropPhoto, showPage } from '../../on-screen'
import DeviceDetailPage from './detail'
import DeviceEditPage from './edit'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/carry-file', () => ({ uploadWay: () => 'put', carry: () => Promise.resolve() }))
jest.mock('../../../platform/confirm', () => ({ confirm: () => Promise.resolve(true) }))

const fields = { ...emptyDeviceFields(), name: '裂隙灯', departmentId: 'dept-eye', model: 'SL-2G' }
const record: DeviceRecord = {
  id: 'rec-1', kind: 'maintainer', on: '2026-01-01', until: '2026-12-31', title: '服务商测试1', person: '陈工', phone: '13800000000', note: '', attachments: [], by: '王军', at: '2026-01-01T01:00:00.000Z',
}
const counts = { expired: 0, 'within-30': 0, 'within-90': 0, 'within-180': 0, ok: 0, 'long-term': 0 }

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'dev-55'
  answer(listDepartments, () => ({ rows: [{ id: 'dept-eye', name: '眼科', parentId: null }, { id: 'dept-ct', name: 'CT室', parentId: null }] }))
  answer(listCertificates, ({ page, pageSize }) => ({ rows: [], total: 0, page, pageSize, counts }))
  answer(listDeviceRecords, ({ kind, page, pageSize }) => ({ rows: kind === 'maintainer' ? [record] : [], total: kind === 'maintainer' ? 1 : 0, page, pageSize }))
  answer(getDevice, () => ({
    device: {
      id: 'dev-55', code: '000055', name: '裂隙灯', department: { id: 'dept-eye', name: '眼科' }, status: 'in-service' as const, model: 'SL-2G', assetNumber: '', unit: '', origin: '', serialNumber: '', type: '',
      maintainer: '服务商测试1', validHolders: 0,
    },
    fields, holders: [], today: '2026-11-23', version: 3, holdersWanted: 1, attachments: [],
  }))
})

test('S44: 修改 sends the fields with the version that was opened, and goes back', async () => {
  answer(updateDevice, () => ({ version: 4 }))
  showPage(<DeviceEditPage />)
  const model = await screen.findByLabelText('规格型号')
  await userEvent.clear(model)
  await userEvent.type(model, 'SL-3G')
  await userEvent.selectOptions(screen.getByLabelText('大型设备管理类别'), '乙类')
  await userEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(asked(updateDevice)).toEqual([{ id: 'dev-55', version: 3, fields: { ...fields, model: 'SL-3G', largeClass: '乙类' }, holdersWanted: 1, attachmentIds: [] }]))
  await waitFor(() => expect(wentTo).toHaveLength(1))
})

test('who was faster is named, and nothing typed is lost', async () => {
  answer(updateDevice, () => {
    throw new Refusal('device.changed-meanwhile', { by: '李四', at: '2026-11-23T01:00:00.000Z', version: 4 })
  })
  showPage(<DeviceEditPage />)
  await userEvent.type(await screen.findByLabelText('规格型号'), 'X')
  await userEvent.click(screen.getByText('保存'))
  expect(await screen.findByText(/李四刚刚改过这台设备/)).toBeInTheDocument()
  expect(screen.getByDisplayValue('SL-2GX')).toBeInTheDocument()
})

test('S48: photos of a device are dropped on its form and saved with it; what is no photo is refused with its name, and what misses leaves the page alone', async () => {
  answer(updateDevice, () => ({ version: 4 }))
  answer(beginAttachment, ({ name }) => {
    if (name === '名单.jpg') throw new Refusal('attachment.not-what-it-says')
    return { id: 'up-1', path: 'staging/up-1', put: null }
  })
  answer(confirmAttachment, ({ id }) => ({ attachment: { id, name: '铭牌.jpg', type: 'image/jpeg' as const, bytes: 1, url: 'https://files/1' }, confirmedAt: '2026-11-23T01:00:00.000Z' }))
  showPage(<DeviceEditPage />)
  await dropPhoto('名单.jpg')
  expect(await screen.findByText(/^名单.jpg：内容和文件类型不符/)).toBeInTheDocument()
  await dropPhoto('铭牌.jpg')
  await screen.findByLabelText('查看 铭牌.jpg')
  const missed = fireEvent.drop(screen.getByLabelText('规格型号'), { dataTransfer: { types: ['Files'], files: [] } })
  expect(missed).toBe(false)
  await userEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(asked(updateDevice)).toMatchObject([{ attachmentIds: ['up-1'] }]))
})

test('B4: a number of holders that is none is refused at its field', async () => {
  showPage(<DeviceEditPage />)
  await userEvent.clear(await screen.findByLabelText('应有持证人数'))
  await userEvent.click(screen.getByText('保存'))
  expect(screen.getByText('请填 0 到 99 的整数')).toBeInTheDocument()
  expect(asked(updateDevice)).toEqual([])
})

test('B4: a device that demands more than one holder says how many', async () => {
  showPage(<HoldersToday holders={[]} wanted={2} today='2026-11-23' />)
  expect(await screen.findByText('应有 2 人')).toBeInTheDocument()
})

test('S54: 转科 asks where to and since when, without the present department', async () => {
  answer(transferDevice, () => ({ version: 4 }))
  showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByRole('button', { name: '转科' }))
  const sheet = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(sheet.getByRole('option', { name: 'CT室' })).toBeInTheDocument())
  expect(sheet.queryByRole('option', { name: '眼科' })).toBeNull()
  await userEvent.selectOptions(sheet.getByLabelText(/转入科室/), 'CT室')
  await userEvent.click(sheet.getByText('确认转科'))
  await waitFor(() => expect(asked(transferDevice)).toEqual([{ id: 'dev-55', version: 3, departmentId: 'dept-ct', on: '2026-11-23', note: '' }]))
})

test('B34: 报废 shows the papers of the device first, each with 改挂新设备, 保留 and 停止提醒', async () => {
  answer(setDeviceStatus, () => ({ version: 4 }))
  answer(handleCertificate, () => ({ version: 2, nextSendAt: null }))
  answer(listCertificates, ({ page, pageSize }) => ({
    rows: [{ id: 'cert-a', version: 1, typeName: '', number: 'C0001', holderName: '张三', title: '', devices: [], deviceCount: 1, expiresOn: '2027-01-01', longTerm: false, leadDays: 5, sendTime: '08:00:00', handling: null, nextSendAt: null }],
    total: 1, page, pageSize, counts,
  }))
  showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByRole('button', { name: '在档状态' }))
  const sheet = within(await screen.findByRole('dialog'))
  await userEvent.click(sheet.getByRole('radio', { name: /报废/ }))
  expect(await sheet.findByText(/这台设备上有 1 张证件/)).toBeInTheDocument()
  expect(sheet.getByRole('button', { name: '改挂新设备 C0001' })).toBeInTheDocument()
  await userEvent.click(sheet.getByRole('button', { name: '停止提醒 C0001' }))
  await waitFor(() => expect(asked(handleCertificate)).toMatchObject([{ id: 'cert-a', version: 1, kind: 'noted', note: '设备报废，停止提醒' }]))
  await userEvent.click(sheet.getByRole('button', { name: '保留 C0001' }))
  expect(sheet.getByText(/已保留/)).toBeInTheDocument()
  await userEvent.click(sheet.getByText('保存'))
  await waitFor(() => expect(asked(setDeviceStatus)).toEqual([{ id: 'dev-55', version: 3, status: 'scrapped' }]))
})

test('S48, S53: 维保商 shows company, contact, phone and contract, and a new one is entered', async () => {
  answer(addDeviceRecord, () => ({ id: 'rec-2' }))
  const { container } = showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByRole('tab', { name: '维保商' }))
  expect(await screen.findByRole('button', { name: '拨打 13800000000' })).toBeInTheDocument()
  expect(container.querySelector('.dcert')).toHaveTextContent(/服务商测试1.*合同开始日2026-01-01.*合同到期日2026-12-31.*联系人陈工/)
  await userEvent.click(screen.getByText('新增维保商'))
  const sheet = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(sheet.getByLabelText('关闭')).toHaveFocus())
  await userEvent.click(sheet.getByText('保存'))
  expect(sheet.getByText('请填写维保服务商')).toBeInTheDocument()
  await userEvent.click(sheet.getByLabelText(/维保服务商/))
  await userEvent.paste('新服务商')
  await userEvent.click(sheet.getByText('保存'))
  await waitFor(() => expect(asked(addDeviceRecord)).toMatchObject([{ deviceId: 'dev-55', attachmentIds: [], record: { kind: 'maintainer', title: '新服务商', on: '2026-11-23' } }]))
})

test('S48: a record written by mistake is taken back', async () => {
  answer(removeDeviceRecord, () => ({}))
  showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByRole('tab', { name: '维保商' }))
  await userEvent.click(await screen.findByRole('button', { name: '删除 服务商测试1 2026-01-01' }))
  await waitFor(() => expect(asked(removeDeviceRecord)).toEqual([{ id: 'rec-1' }]))
})

test('S48: 附件, 历史工单 and 转科记录 say when there is nothing', async () => {
  showPage(<DeviceDetailPage />)
  for (const [tab, words] of [['附件', '还没有上传照片或资料。'], ['历史工单', '还没有历史工单。'], ['转科记录', '这台设备还没有转过科。']] as const) {
    await userEvent.click(await screen.findByRole('tab', { name: tab }))
    expect(await screen.findByText(words)).toBeInTheDocument()
  }
})

test('who may only look is offered no change', async () => {
  showPage(<DeviceDetailPage />, { role: 'viewer' })
  await userEvent.click(await screen.findByRole('tab', { name: '维保商' }))
  await screen.findByText('服务商测试1')
  for (const words of ['转科', '在档状态', '新增维保商', '删除 服务商测试1 2026-01-01']) expect(screen.queryByRole('button', { name: words })).toBeNull()
})
