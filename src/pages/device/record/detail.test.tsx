import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCertificate, listCertificates, saveCertificate, type CertificateEntry } from '../../../../contract/certificate'
import { getDevice } from '../../../../contract/device'
import type { OutputOf } from '../../../../contract/operation'
import { emptyForm } from '../../../../domain/certificate/certificate'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import DeviceDetailPage from './detail'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

type Told = OutputOf<typeof getDevice>
const name = 'X射线电子计算机体层螺旋扫描装置 (CT)'
const department = { id: 'dept-ct', name: 'CT室' }
const told = (holders: Told['holders']): Told => ({
  device: {
    id: 'dev-59', code: '000059', name, department, status: 'in-service', model: 'SOMATOM Emotion 16、16排', assetNumber: '011', unit: '台(套)', origin: '', serialNumber: '', type: '放射影像',
    maintainer: '服务商测试1', validHolders: holders.length,
  },
  fields: { ...emptyDeviceFields(), name, departmentId: 'dept-ct', model: 'SOMATOM Emotion 16、16排', assetNumber: '011', unit: '台(套)', installedOn: '2019-03-01', type: '放射影像' },
  holders,
  today: '2026-11-23', version: 1, holdersWanted: 1, attachments: [],
})
const holder = (who: string, expiresOn: string | null): Told['holders'][number] => ({ certificateId: `cert-${expiresOn ?? 'long'}`, name: who, title: '技师', expiresOn, longTerm: expiresOn === null })
const three = [holder('李四', '2026-12-08'), holder('钱七', '2028-05-17'), holder('孙八', null)]

const certificate: CertificateEntry = {
  id: 'cert-a', version: 1, typeName: '', number: 'C000000004', holderName: '李四', title: '', devices: [], deviceCount: 2, expiresOn: '2026-12-08', longTerm: false, leadDays: 30, sendTime: '08:00:00',
  handling: null, nextSendAt: '2026-11-24T00:00:00.000Z',
}
const counts = { expired: 0, 'within-30': 1, 'within-90': 0, 'within-180': 0, ok: 0, 'long-term': 0 }
const certificates = (rows: CertificateEntry[]) => answer(listCertificates, ({ page, pageSize }) => ({ rows, total: rows.length, page, pageSize, counts }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'dev-59'
  answer(getDevice, () => told(three))
  certificates([certificate])
})

test('B4: the device says how many may operate it today, and each holder with state and date', async () => {
  const { container } = showPage(<DeviceDetailPage />)
  expect(await screen.findByText(name)).toBeInTheDocument()
  expect(screen.getByText(/000059.*CT室.*SOMATOM/)).toBeInTheDocument()
  const part = container.querySelector('.may')
  expect(part).toHaveTextContent(/今日可操作.*3人/)
  expect([...container.querySelectorAll('.may__p')].map((row) => row.textContent)).toEqual(['李四技师剩 15 天至 2026-12-08', '钱七技师正常至 2028-05-17', '孙八技师长期有效'])
})

test('B4: the device says what the next expiry makes of it', async () => {
  showPage(<DeviceDetailPage />)
  expect(await screen.findByText('若不换证，12-08 之后剩 2 人')).toBeInTheDocument()
})

test('B35: without a valid certificate it says 系统内无有效操作证记录 and forbids nothing', async () => {
  answer(getDevice, () => told([]))
  certificates([])
  showPage(<DeviceDetailPage />)
  expect(await screen.findByText('系统内无有效操作证记录')).toBeInTheDocument()
  expect(screen.queryByText(/禁止/)).toBeNull()
})

test('S49: the tab 操作证 lists the certificates of this device, with 有效期止, 提前预警时间(天) and the next send', async () => {
  const { container } = showPage(<DeviceDetailPage />)
  await screen.findByText('C000000004')
  expect(asked(listCertificates)[0]).toMatchObject({ deviceId: 'dev-59' })
  expect(container.querySelector('.dcert')).toHaveTextContent(/有效期止2026-12-08.*提前预警时间\(天\)30下次发送2026-11-24 08:00/)
})

test('S50: a certificate of several devices says that a change is for each of them', async () => {
  showPage(<DeviceDetailPage />)
  expect(await screen.findByText('共 2 台，修改后对每台生效')).toBeInTheDocument()
})

test('S12, S48: 修改 opens the form, the number opens the certificate, 新增操作证 takes the device along', async () => {
  showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByText('C000000004'))
  await userEvent.click(await screen.findByText('修改'))
  await userEvent.click(screen.getByText('新增操作证'))
  expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-a', '/pages/certificate/record/edit?id=cert-a&deviceId=dev-59', '/pages/certificate/record/edit?deviceId=dev-59'])
})

test('S44, S48: 档案详情 shows the archive’s fields in the guide’s order', async () => {
  const { container } = showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByRole('tab', { name: '档案详情' }))
  const facts = [...container.querySelectorAll('.fact')].map((fact) => fact.textContent)
  expect(facts).toEqual([
    '唯一码000059', '在档状态在档', `设备名称${name}`, '所属科室名称CT室', '规格型号SOMATOM Emotion 16、16排', '设备编码011', '单位台(套)', '设备品牌—', '产地—', '生产厂家—', '序列号—',
    '质保类型—', 'UDI码—', '生产日期—', '质保到期日—', '购买日期—', '安装日期2019-03-01', '计量方式—', '保养方式—', '设备描述—', '设备类型放射影像', '大型设备管理类别—', '目录版本—', '维保服务商服务商测试1',
  ])
})

test('who may only read is offered neither 修改 nor 新增操作证', async () => {
  showPage(<DeviceDetailPage />, { role: 'viewer' })
  await screen.findByText('C000000004')
  expect(screen.queryByText('修改')).toBeNull()
  expect(screen.queryByText('新增操作证')).toBeNull()
})

test('a device of another institution is not found, in words', async () => {
  answer(getDevice, () => {
    throw new Refusal('not-found')
  })
  showPage(<DeviceDetailPage />)
  expect(await screen.findByText(/没有找到/)).toBeInTheDocument()
})

test('on the desk the holders stand in the column beside', async () => {
  showPage(<DeviceDetailPage />, { wide: true })
  const aside = await screen.findByRole('complementary')
  expect(within(aside).getByText('今日可操作')).toBeInTheDocument()
  expect(screen.getByLabelText('当前位置')).toHaveTextContent('当前位置>设备档案管理>设备档案详情')
})

test('B34: holders for devices of the same type and department are proposed, one tap links the certificate, another takes it back', async () => {
  const valid = { ...certificate, id: 'cert-b', number: 'C000000009', holderName: '钱七', expiresOn: '2028-05-17' }
  const past = { ...certificate, id: 'cert-c', number: 'C000000010', holderName: '孙八', expiresOn: '2026-11-22' }
  answer(listCertificates, ({ deviceId, page, pageSize }) => {
    const rows = deviceId === undefined ? [certificate, valid, past] : [certificate]
    return { rows, total: rows.length, page, pageSize, counts }
  })
  let deviceIds = ['dev-60']
  const facts = { cycle: 1, devices: [], attachments: [], recipients: [], handling: null, nextSendAt: null, holdReason: null, toldOn: null, createdBy: '', updatedBy: '', mayWrite: true, mayHandle: true, mayNote: true }
  const at = '2026-11-01T00:00:00.000Z'
  answer(getCertificate, ({ id }) => ({ today: '2026-11-23', certificate: { ...facts, id, version: 4, createdAt: at, updatedAt: at, form: { ...emptyForm(), deviceIds } } }))
  answer(saveCertificate, ({ form }) => {
    deviceIds = form.deviceIds
    return { id: 'cert-b', version: 5, nextSendAt: null }
  })
  showPage(<DeviceDetailPage />)
  await userEvent.click(await screen.findByRole('button', { name: '关联 钱七 C000000009' }))
  await userEvent.click(await screen.findByRole('button', { name: '撤销关联 钱七 C000000009' }))
  await screen.findByRole('button', { name: '关联 钱七 C000000009' })
  expect(asked(saveCertificate).map(({ id, form }) => [id, form.deviceIds])).toEqual([['cert-b', ['dev-60', 'dev-59']], ['cert-b', ['dev-60']]])
  expect(screen.queryByText('孙八', { selector: '.dprop *' })).toBeNull()
  expect(asked(listCertificates)).toContainEqual(expect.objectContaining({ departmentId: 'dept-ct', deviceType: '放射影像', menu: 'device-certificate' }))
})
