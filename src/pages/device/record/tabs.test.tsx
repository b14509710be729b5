import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { certificateChain, handleCertificate, listCertificates, saveCertificate, type CertificateEntry } from '../../../../contract/certificate'
import { createDevice, getDevice, listDepartments, listDevices } from '../../../../contract/device'
import { listTypes } from '../../../../contract/type'
import { TYPE_PRESETS } from '../../../../domain/certificate/type-presets'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import DeviceCreatePage from './create'
import DeviceDetailPage from './detail'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const department = { id: 'dept-eye', name: '眼科' }
const device = {
  id: 'dev-55', code: '000055', name: '裂隙灯', department, status: 'in-service' as const, model: '', assetNumber: '', unit: '', origin: '', serialNumber: '', type: '', maintainer: '', validHolders: 0,
}
const counts = { expired: 0, 'within-30': 0, 'within-90': 0, 'within-180': 0, ok: 0, 'long-term': 0 }
const plan: CertificateEntry = {
  id: 'plan-1', version: 3, typeName: '保养计划', number: '', holderName: '', title: '', devices: [], deviceCount: 1, expiresOn: '2026-12-01', longTerm: false,
  plan: { cycleMonths: 6, lastOn: '2026-06-01', cycle: 2 }, leadDays: 7, sendTime: '08:00:00', handling: null, nextSendAt: '2026-11-24T00:00:00.000Z',
}

const told = (over: Partial<ReturnType<typeof emptyDeviceFields>> = {}) => answer(getDevice, () => ({
  device, fields: { ...emptyDeviceFields(), name: '裂隙灯', departmentId: 'dept-eye', ...over }, holders: [], today: '2026-11-23', version: 1, holdersWanted: 1, attachments: [],
}))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'dev-55'
  told()
  answer(listDepartments, () => ({ rows: [{ ...department, parentId: null }] }))
  answer(listDevices, ({ page, pageSize }) => ({ rows: [], total: 0, page, pageSize }))
  answer(listTypes, () => ({ types: TYPE_PRESETS.map((type) => ({ ...type, rules: { ...type.rules, steps: [...type.rules.steps], escalation: [] }, version: 0 })), note: '' }))
  answer(listCertificates, ({ menu, page, pageSize }) => ({ rows: menu === 'device-upkeep' ? [plan] : [], total: menu === 'device-upkeep' ? 1 : 0, page, pageSize, counts }))
  answer(createDevice, () => ({ device }))
})

const tab = (name: RegExp | string) => screen.findByRole('tab', { name })
const fillArchive = async () => {
  await userEvent.type(await screen.findByLabelText(/设备名称/), '裂隙灯')
  await userEvent.selectOptions(screen.getByLabelText(/所属科室名称/), '眼科')
}

test('S48: the nine tabs stand in the guide’s order on the desk', async () => {
  showPage(<DeviceDetailPage />, { wide: true })
  await tab('保养计划')
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['档案详情', '维保商', '保养计划', '计量计划', '配置许可证', '操作证', '附件', '历史工单', '转科记录'])
})

test('S48: a plan shows cycle, last and next day with its state, and what was done before', async () => {
  answer(certificateChain, () => ({ cycles: [{ cycle: 1, number: '', issuedOn: '2025-12-01', validFrom: '2025-12-01', expiresOn: '2026-06-01', longTerm: false, attachments: [], closedAt: '2026-06-01T01:00:00.000Z', closedBy: '王军', gapDays: 0 }] }))
  const { container } = showPage(<DeviceDetailPage />)
  await userEvent.click(await tab('保养计划'))
  await screen.findByText('登记本次完成')
  expect(container.querySelector('.dcert')).toHaveTextContent(/周期6 个月上次保养日期2026-06-01下次到期2026-12-01.*剩 8 天.*提前预警时间\(天\)7下次发送2026-11-24 08:00/)
  await userEvent.click(screen.getByText('历史记录 1 次'))
  expect(await screen.findByText('2025-12-01 至 2026-06-01')).toBeInTheDocument()
})

test('S48: 登记本次完成 is two taps: today, and the next day by the cycle', async () => {
  answer(handleCertificate, () => ({ version: 4, nextSendAt: null }))
  showPage(<DeviceDetailPage />)
  await userEvent.click(await tab('保养计划'))
  await userEvent.click(await screen.findByText('登记本次完成'))
  await userEvent.click(await screen.findByText('确定，下次到期 2027-05-23'))
  await waitFor(() => expect(asked(handleCertificate)).toEqual([{
    id: 'plan-1', version: 3, kind: 'renewed', note: '', reference: '', until: null, renewal: { number: '', issuedOn: '2026-11-23', expiresOn: '2027-05-23', longTerm: false, attachmentIds: [] },
  }]))
})

test('S48: a new plan is asked for its cycle and last day; the next one follows and is saved with them', async () => {
  answer(saveCertificate, () => ({ id: 'plan-2', version: 1, nextSendAt: null }))
  showPage(<DeviceDetailPage />)
  await userEvent.click(await tab('计量计划'))
  await userEvent.click(await screen.findByText('新增计量计划'))
  const sheet = within(await screen.findByRole('dialog'))
  await userEvent.click(await sheet.findByText('保存'))
  expect(sheet.getByText('请填下次到期')).toBeInTheDocument()
  await userEvent.click(sheet.getByLabelText('上次计量日期'))
  await userEvent.paste('2026-03-10')
  await userEvent.click(sheet.getByText('保存'))
  await waitFor(() => expect(asked(saveCertificate)).toMatchObject([{ id: null, form: { typeId: 'metrology-plan', deviceIds: ['dev-55'], cycleMonths: 12, issuedOn: '2026-03-10', expiresOn: '2027-03-09', leadDays: 30 } }]))
})

test('S48: 甲类 and 乙类 without a licence say so, and one is added for this device', async () => {
  told({ largeClass: '乙类', catalogue: '2023' })
  showPage(<DeviceDetailPage />)
  await userEvent.click(await tab('配置许可证'))
  expect(await screen.findByText('乙类大型医用设备，系统内无有效配置许可证记录')).toBeInTheDocument()
  await userEvent.click(await screen.findByText('新增配置许可证'))
  expect(wentTo).toEqual(['/pages/certificate/record/edit?deviceId=dev-55&typeId=equipment-licence'])
})

test('S45, S46: tabs that were filled in go with the one save, untouched ones do not', async () => {
  showPage(<DeviceCreatePage />)
  await fillArchive()
  await userEvent.click(await tab('保养计划'))
  await userEvent.click(await screen.findByLabelText('上次保养日期'))
  await userEvent.paste('2026-06-01')
  await userEvent.click(await tab('配置许可证'))
  await userEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(asked(createDevice)).toHaveLength(1))
  const [sent] = asked(createDevice)
  expect(sent?.papers).toMatchObject([{ tab: 'device-upkeep', form: { typeId: 'upkeep-plan', issuedOn: '2026-06-01', expiresOn: '2026-12-01', cycleMonths: 6 } }])
  expect(Object.keys(sent ?? {})).toEqual(['fields', 'papers'])
})

test('S46: what is wrong in a tab names the tab and goes there, whoever found it', async () => {
  showPage(<DeviceCreatePage />)
  await fillArchive()
  await userEvent.click(await tab('操作证'))
  await userEvent.type(await screen.findByLabelText('姓名'), '李四')
  await userEvent.click(await tab('附件'))
  await userEvent.click(screen.getByText('保存'))
  expect(await screen.findByText('“操作证”里有 1 项要改')).toBeInTheDocument()
  expect(await tab('操作证（要改）')).toHaveAttribute('aria-selected', 'true')
  await userEvent.click(screen.getByText('长期有效'))
  await userEvent.click(await tab('附件'))
  answer(createDevice, () => {
    throw new Refusal('certificate.number-taken', { id: 'c', tab: 'device-certificate' })
  })
  await userEvent.click(screen.getByText('保存'))
  expect(await screen.findByText('该证件号已有记录，请核对')).toBeInTheDocument()
})

test('S45: what was typed in a tab is found again after leaving', async () => {
  const { unmount } = showPage(<DeviceCreatePage />)
  await userEvent.type(await screen.findByLabelText(/^维保服务商/), '服务商测试1')
  unmount()
  showPage(<DeviceCreatePage />)
  expect(await tab('维保商（已填）')).toBeInTheDocument()
  expect(screen.getByDisplayValue('服务商测试1')).toBeInTheDocument()
})
