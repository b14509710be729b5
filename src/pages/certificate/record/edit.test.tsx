import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beginAttachment, confirmAttachment } from '../../../../contract/attachment'
import { getCertificate, saveCertificate } from '../../../../contract/certificate'
import { getDevice } from '../../../../contract/device'
import { emptyDeviceFields } from '../../../../domain/device/device'
import { dropDraft, draftKey } from '../../../features/certificate/draft-desk'
import { answer, asked, forgetCalls, Refusal, sent } from '../../fake-cloud'
import { forgetAll, params, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import { aCertificate, aDevice } from './sample-certificate'
import CertificateEditPage from './edit'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro-with-sheets')>('./fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/confirm', () => ({ confirm: () => Promise.resolve(true) }))

const mockChoose = jest.fn<Promise<unknown[]>, []>()
jest.mock('../../../platform/choose-files', () => ({ chooseFiles: () => mockChoose() }))
const mockCarry = jest.fn<Promise<void>, []>()
jest.mock('../../../platform/carry-file', () => ({ uploadWay: () => 'put', carry: () => mockCarry() }))

const OPENINGS = [{ id: null, deviceId: null }, { id: null, deviceId: 'dev-63' }, { id: 'cert-1', deviceId: null }]

beforeEach(() => {
  forgetCalls()
  forgetAll()
  for (const opening of OPENINGS) dropDraft(draftKey('acc-zhang', opening))
  forgetAll()
  mockChoose.mockResolvedValue([])
  mockCarry.mockResolvedValue()
  answer(saveCertificate, () => ({ id: 'cert-9', version: 1, nextSendAt: null }))
})

/** A device page leads here: one device is linked already. */
const openNew = async (wide = false) => {
  params.deviceId = 'dev-63'
  answer(getDevice, () => ({ device: { ...aDevice, status: 'in-service' as const, assetNumber: '', origin: '', serialNumber: '', maintainer: '', validHolders: 0 }, fields: { ...emptyDeviceFields(), name: aDevice.name }, holders: [], version: 1, holdersWanted: 1, attachments: [], today: '2026-11-23' }))
  const shown = showPage(<CertificateEditPage />, { wide })
  await screen.findByText(aDevice.name)
  return shown
}

const openExisting = async (wide = false) => {
  params.id = 'cert-1'
  const shown = showPage(<CertificateEditPage />, { wide })
  await screen.findByDisplayValue('C000000001')
  return shown
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const save = () => userEvent.click(screen.getByText('保存'))

describe('a new certificate', () => {
  test('S27, S28, S38, S41: the form opens with 5 days, 08:00:00, 首页 and 微信 ticked, 录入人 and the guide’s sentence', async () => {
    await openNew()
    expect(screen.getByLabelText('提前预警时间(天)')).toHaveValue('5')
    expect(screen.getByLabelText('发送时间')).toHaveValue('08:00:00')
    const ticked = within(screen.getByLabelText('发送形式')).getAllByRole('checkbox').map((box) => box.getAttribute('aria-checked'))
    expect(ticked).toEqual(['true', 'false', 'true'])
    expect(screen.getByLabelText('发送给相关人员：录入人')).toBeInTheDocument()
    expect(screen.getByText(/\[设备名称\]已经快到设备操作证到期日了/)).toBeInTheDocument()
    expect(screen.getByText('接收微信通知的用户需先登录小程序绑定账号并关注公众号')).toBeInTheDocument()
  })

  test('the phone’s form has at most sixteen fields', async () => {
    const { container } = await openNew()
    const channels = within(screen.getByLabelText('发送形式')).getAllByRole('checkbox').length
    expect(container.querySelectorAll('.fld').length + channels).toBeLessThanOrEqual(16)
  })

  test('S34: with a lead of 180 days the form says 181 sends, the first and the last, before saving', async () => {
    await openNew()
    type('有效期至', '2027-05-22')
    type('提前预警时间(天)', '180')
    type('发送时间', '10:00:00')
    expect(screen.getAllByText(/首次 2026-11-23 10:00，共 181 次/)).not.toHaveLength(0)
    expect(screen.getByText(/末次 2027-05-22。每天一次，处理后即停。/)).toBeInTheDocument()
  })

  test('S31: what is missing is said at the field and nothing is sent', async () => {
    await openNew()
    await save()
    expect(screen.getByLabelText('证件号')).toHaveAccessibleDescription('证件号、姓名至少填一项')
    expect(screen.getByText('请填有效期至，或选长期有效')).toBeInTheDocument()
    expect(screen.getByText('有 2 项要改：证件号、有效期至')).toBeInTheDocument()
    expect(asked(saveCertificate)).toHaveLength(0)
  })

  test('S31: a device must be linked', async () => {
    await openNew()
    await userEvent.click(screen.getByLabelText(`移除 ${aDevice.name} 000063`))
    await save()
    expect(screen.getByText('请先关联设备')).toBeInTheDocument()
  })

  test('S31: a lead of −1 and 有效期至 before 签发日期 are said at once', async () => {
    await openNew()
    type('提前预警时间(天)', '-1')
    type('签发日期', '2027-02-01')
    type('有效期至', '2027-01-31')
    expect(screen.getByText('请填 0 到 3650 之间的天数')).toBeInTheDocument()
    expect(screen.getByText('有效期至不能早于签发日期')).toBeInTheDocument()
  })

  test('S31: 长期有效 needs no 有效期至', async () => {
    await openNew()
    type('姓名', '张三')
    await userEvent.click(screen.getByRole('checkbox', { name: '长期有效' }))
    await save()
    await waitFor(() => expect(asked(saveCertificate)[0]?.form).toMatchObject({ longTerm: true, expiresOn: null }))
  })

  test('S36: saving sends the whole form, and opens the certificate', async () => {
    await openNew()
    type('证件号', ' C000000001 ')
    type('有效期至', '2028-01-06')
    await save()
    await waitFor(() => expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-9']))
    expect(asked(saveCertificate)[0]).toMatchObject({ id: null, version: null, form: { number: 'C000000001', deviceIds: ['dev-63'], expiresOn: '2028-01-06', leadDays: 5, relatedRoles: ['creator'] } })
  })

  test('a double tap on 保存 saves once', async () => {
    await openNew()
    type('证件号', 'C000000001')
    type('有效期至', '2028-01-06')
    const button = screen.getByText('保存')
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(wentTo).toHaveLength(1))
    expect(asked(saveCertificate)).toHaveLength(1)
  })

  test('what was filled in is there again after leaving the page, and gone after saving', async () => {
    const first = await openNew()
    type('证件号', 'C000000001')
    type('有效期至', '2028-01-06')
    first.unmount()
    const second = showPage(<CertificateEditPage />)
    expect(await screen.findByDisplayValue('C000000001')).toBeInTheDocument()
    expect(screen.getByText('接着上次没保存的内容。')).toBeInTheDocument()
    await save()
    await waitFor(() => expect(wentTo).toHaveLength(1))
    second.unmount()
    showPage(<CertificateEditPage />)
    await screen.findByText(aDevice.name)
    expect(screen.getByLabelText('证件号')).toHaveValue('')
  })

  test('a found draft can be let go', async () => {
    const first = await openNew()
    type('证件号', 'C000000001')
    first.unmount()
    showPage(<CertificateEditPage />)
    await userEvent.click(await screen.findByText('不要了，重新填'))
    expect(screen.getByLabelText('证件号')).toHaveValue('')
  })

  test('what the functions refuse is said at the field until it is changed, and nothing is lost', async () => {
    answer(saveCertificate, () => {
      throw new Refusal('certificate.number-taken', { id: 'cert-other' })
    })
    await openNew()
    type('证件号', 'C000000001')
    type('有效期至', '2028-01-06')
    await save()
    expect(await screen.findByText('该证件号已有操作证，请核对')).toBeInTheDocument()
    expect(screen.getByLabelText('有效期至')).toHaveValue('2028-01-06')
    await userEvent.click(screen.getByText('去看那张'))
    expect(wentTo).toEqual(['/pages/certificate/record/detail?id=cert-other'])
    type('证件号', 'C000000002')
    expect(screen.queryByText('该证件号已有操作证，请核对')).toBeNull()
  })

  test('a dead network is said beside 保存, and the next try carries the same request', async () => {
    answer(saveCertificate, () => {
      throw new Error('no network')
    })
    await openNew()
    type('证件号', 'C000000001')
    type('有效期至', '2028-01-06')
    await save()
    expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
    answer(saveCertificate, () => ({ id: 'cert-9', version: 1, nextSendAt: null }))
    await save()
    await waitFor(() => expect(wentTo).toHaveLength(1))
    const tries = sent.filter(({ operation }) => operation === saveCertificate.name).map(({ requestId }) => requestId)
    expect(tries).toHaveLength(2)
    expect(new Set(tries).size).toBe(1)
  })

  test('B5: who is not reached by a ticked channel is said with the reason', async () => {
    await openNew()
    expect(screen.getByText('微信：未关注公众号')).toBeInTheDocument()
    expect(screen.getByText('张三收不到微信')).toBeInTheDocument()
    await userEvent.click(screen.getByText('短信通知'))
    expect(screen.getByText('张三收不到短信、微信')).toBeInTheDocument()
  })

  test('B34: without a channel it is said that nobody will be reminded', async () => {
    await openNew()
    await userEvent.click(screen.getByText('电脑首页通知'))
    await userEvent.click(screen.getByText('微信通知'))
    expect(screen.getByText('此证不会提醒任何人')).toBeInTheDocument()
  })

  test('S41: the sheet of the template shows the real sentence and points at an unknown variable', async () => {
    await openNew()
    type('有效期至', '2028-01-06')
    await userEvent.click(screen.getByLabelText(/^发送内容模板：/))
    const sheet = screen.getByRole('dialog', { name: '发送内容模板' })
    expect(sheet).toHaveTextContent(`首页${aDevice.name}已经快到设备操作证到期日了, 设备操作证到期日是: 2028-01-06, 请及时处理!`)
    fireEvent.change(within(sheet).getByRole('textbox'), { target: { value: '[设备名称]到[到期曰]' } })
    expect(within(sheet).getByText('[到期曰] 不是可用的变量，会原样发出')).toBeInTheDocument()
    expect(within(sheet).getByText(`${aDevice.name}到[到期曰]`)).toBeInTheDocument()
  })
})

describe('操作证 attachments', () => {
  const file = (name: string, part: object = {}) => ({ name, bytes: 1000, type: 'image/jpeg', blob: new Blob(['x']), ...part })
  beforeEach(() => {
    answer(beginAttachment, () => ({ id: 'up-1', path: 'staging/up-1', put: null }))
    answer(confirmAttachment, ({ id }) => ({ attachment: { id, name: '操作证.jpg', type: 'image/jpeg' as const, bytes: 1000, url: 'https://files/1' }, confirmedAt: '2026-11-23T01:00:00.000Z' }))
  })

  test('S32: an uploaded photo stands in the form and is saved with it', async () => {
    mockChoose.mockResolvedValue([file('操作证.jpg')])
    await openNew()
    await userEvent.click(screen.getByLabelText('上传'))
    expect(await screen.findByLabelText('查看 操作证.jpg')).toBeInTheDocument()
    type('证件号', 'C1')
    type('有效期至', '2028-01-06')
    await save()
    await waitFor(() => expect(asked(saveCertificate)[0]?.form.attachmentIds).toEqual(['up-1']))
  })

  test.each([false, true])('S32: files are put in another order and one is replaced in its place, and so they are saved (desk: %p)', async (wide) => {
    const names = ['正面.jpg', '反面.jpg', '新正面.jpg']
    let count = 0
    answer(beginAttachment, () => ({ id: `up-${(count += 1)}`, path: `staging/${count}`, put: null }))
    answer(confirmAttachment, ({ id }) => ({ attachment: { id, name: names[Number(id.slice(3)) - 1] ?? '', type: 'image/jpeg' as const, bytes: 1000, url: 'https://files/1' }, confirmedAt: '2026-11-23T01:00:00.000Z' }))
    mockChoose.mockResolvedValueOnce([file('正面.jpg'), file('反面.jpg')]).mockResolvedValueOnce([file('新正面.jpg')])
    await openNew(wide)
    await userEvent.click(screen.getByLabelText('上传'))
    await screen.findByLabelText('查看 反面.jpg')
    await userEvent.click(screen.getByText('调整顺序或替换'))
    await userEvent.click(screen.getByLabelText('前移 反面.jpg'))
    await userEvent.click(screen.getByLabelText('替换 正面.jpg'))
    await screen.findByLabelText('查看 新正面.jpg')
    expect(screen.queryByLabelText('查看 正面.jpg')).not.toBeInTheDocument()
    expect(screen.getAllByLabelText(/^查看/).map((each) => each.getAttribute('aria-label'))).toEqual(['查看 反面.jpg', '查看 新正面.jpg'])
    type('证件号', 'C1')
    type('有效期至', '2028-01-06')
    await save()
    await waitFor(() => expect(asked(saveCertificate)[0]?.form.attachmentIds).toEqual(['up-2', 'up-3']))
  })

  test('S32: a file that is too large or of another kind is said at once and is not sent', async () => {
    mockChoose.mockResolvedValue([file('大.jpg', { bytes: 30_000_000 }), file('程序.exe', { type: 'application/x-msdownload' })])
    await openNew()
    await userEvent.click(screen.getByLabelText('上传'))
    expect(await screen.findByText('超过 20 MB')).toBeInTheDocument()
    expect(screen.getByText('只收照片（JPG、PNG、WebP、HEIC）和 PDF')).toBeInTheDocument()
    expect(asked(beginAttachment)).toHaveLength(0)
  })

  test.each([false, true])('S32: of eleven files nine are taken, and the other two are named with the reason; with one deleted there is room again (desk: %p)', async (wide) => {
    let count = 0
    const names = Array.from({ length: 11 }, (_, at) => `第${at + 1}页.jpg`)
    answer(beginAttachment, () => ({ id: `up-${(count += 1)}`, path: `staging/${count}`, put: null }))
    answer(confirmAttachment, ({ id }) => ({ attachment: { id, name: names[Number(id.slice(3)) - 1] ?? '', type: 'image/jpeg' as const, bytes: 1000, url: 'https://files/1' }, confirmedAt: '2026-11-23T01:00:00.000Z' }))
    mockChoose.mockResolvedValueOnce(names.map((name) => file(name))).mockResolvedValueOnce([file('第10页.jpg')])
    await openNew(wide)
    await userEvent.click(screen.getByLabelText('上传'))
    expect(await screen.findByText('最多 9 份，没有添加这 2 份：第10页.jpg、第11页.jpg。先删除不要的，再添加。')).toBeInTheDocument()
    await waitFor(() => expect(screen.getAllByLabelText(/^查看/)).toHaveLength(9))
    await userEvent.click(screen.getByLabelText('删除 第1页.jpg'))
    await userEvent.click(screen.getByLabelText('上传'))
    await waitFor(() => expect(screen.getAllByLabelText(/^查看/)).toHaveLength(9))
    expect(screen.queryByText(/没有添加/)).not.toBeInTheDocument()
  })

  test('S32: an upload that broke off is tried again with 重试', async () => {
    mockChoose.mockResolvedValue([file('操作证.jpg')])
    mockCarry.mockRejectedValueOnce(new Error('offline'))
    await openNew()
    await userEvent.click(screen.getByLabelText('上传'))
    await userEvent.click(await screen.findByText('重试'))
    expect(await screen.findByLabelText('查看 操作证.jpg')).toBeInTheDocument()
  })

  test('S32: a photo that did not arrive keeps 保存 waiting until it is tried again or taken away, because it would be missing without a word', async () => {
    mockChoose.mockResolvedValue([file('操作证.jpg')])
    mockCarry.mockRejectedValueOnce(new Error('offline'))
    await openNew()
    await userEvent.click(screen.getByLabelText('上传'))
    expect(await screen.findByText('网络不通，没有传上去')).toBeInTheDocument()
    type('证件号', 'C1')
    type('有效期至', '2028-01-06')
    await save()
    expect(await screen.findByText('有附件没有传上去，请重试，或删除后再保存')).toBeInTheDocument()
    expect(asked(saveCertificate)).toEqual([])
    await userEvent.click(screen.getByLabelText('删除 操作证.jpg'))
    await save()
    await waitFor(() => expect(asked(saveCertificate)[0]?.form.attachmentIds).toEqual([]))
  })
})

describe('an existing certificate', () => {
  beforeEach(() => answer(getCertificate, () => ({ certificate: aCertificate(), today: '2026-11-23' })))

  test('S12: 修改 opens the same form with what is stored and saves it under its version', async () => {
    await openExisting()
    type('颁证单位', '中华医学会')
    await save()
    await waitFor(() => expect(asked(saveCertificate)[0]).toMatchObject({ id: 'cert-1', version: 3, form: { issuer: '中华医学会', number: 'C000000001' } }))
    expect(wentTo).toEqual(['back'])
  })

  test('somebody else saved meanwhile: who and when is told, and mine can stand on top of his', async () => {
    await openExisting()
    type('提前预警时间(天)', '45')
    answer(getCertificate, () => ({ certificate: aCertificate({ version: 4, updatedBy: '李四', updatedAt: '2026-11-23T01:12:00.000Z' }, { issuer: '中华医学会' }), today: '2026-11-23' }))
    answer(saveCertificate, ({ version }) => {
      if (version !== 4) throw new Refusal('certificate.changed-meanwhile', { by: '李四', at: '2026-11-23T01:12:00.000Z', version: 4 })
      return { id: 'cert-1', version: 5, nextSendAt: null }
    })
    await save()
    const dialog = await screen.findByRole('dialog', { name: '这张证已被别人修改' })
    expect(within(dialog).getByText(/李四 在 11-23 09:12 改过这张证/)).toBeInTheDocument()
    await userEvent.click(within(dialog).getByText('保留我的修改'))
    expect(screen.getByLabelText('颁证单位')).toHaveValue('中华医学会')
    expect(screen.getByLabelText('提前预警时间(天)')).toHaveValue('45')
    await save()
    await waitFor(() => expect(asked(saveCertificate).at(-1)).toMatchObject({ version: 4, form: { issuer: '中华医学会', leadDays: 45 } }))
  })

  test('somebody else saved meanwhile: his version can be taken', async () => {
    await openExisting()
    type('提前预警时间(天)', '45')
    answer(getCertificate, () => ({ certificate: aCertificate({ version: 4, updatedBy: '李四' }, { leadDays: 60 }), today: '2026-11-23' }))
    answer(saveCertificate, () => {
      throw new Refusal('certificate.changed-meanwhile', { by: '李四', at: '2026-11-23T01:12:00.000Z', version: 4 })
    })
    await save()
    expect(await screen.findByText('提前预警时间(天)：最新 60，您的 45')).toBeInTheDocument()
    await userEvent.click(await screen.findByText('用最新的'))
    expect(screen.getByLabelText('提前预警时间(天)')).toHaveValue('60')
  })
})

describe('a certificate of several devices', () => {
  const shared = () => aCertificate({ devices: [aDevice, { ...aDevice, id: 'dev-64', code: '000064' }] }, { deviceIds: ['dev-63', 'dev-64'] })

  test('S50: that a change concerns every device is said', async () => {
    answer(getCertificate, () => ({ certificate: shared(), today: '2026-11-23' }))
    await openExisting()
    expect(screen.getByText('这张证关联 2 台设备，改动对每台都生效。')).toBeInTheDocument()
    expect(screen.queryByText('仅本设备另存')).toBeNull()
  })

  test('S50: from one device’s page, 仅本设备另存 makes a certificate of its own and takes the device out of the shared one', async () => {
    answer(getCertificate, () => ({ certificate: shared(), today: '2026-11-23' }))
    params.deviceId = 'dev-63'
    const first = await openExisting()
    await userEvent.click(screen.getByText('仅本设备另存'))
    expect(wentTo).toEqual(['/pages/certificate/record/edit?deviceId=dev-63'])
    first.unmount()
    delete params.id
    answer(getDevice, () => ({ device: { ...aDevice, status: 'in-service' as const, assetNumber: '', origin: '', serialNumber: '', maintainer: '', validHolders: 0 }, fields: { ...emptyDeviceFields(), name: aDevice.name }, holders: [], version: 1, holdersWanted: 1, attachments: [], today: '2026-11-23' }))
    showPage(<CertificateEditPage />)
    expect(await screen.findByText('保存后，原来那张证不再包含本设备；证件号请另填。')).toBeInTheDocument()
    expect(screen.getByLabelText('有效期至')).toHaveValue('2026-12-08')
    expect(screen.getByLabelText('证件号')).toHaveValue('')
    await save()
    await waitFor(() => expect(asked(saveCertificate)).toHaveLength(2))
    expect(asked(saveCertificate)[0]).toMatchObject({ id: null, form: { deviceIds: ['dev-63'], holderName: '张三' } })
    expect(asked(saveCertificate)[1]).toMatchObject({ id: 'cert-1', version: 3, form: { deviceIds: ['dev-64'], number: 'C000000001' } })
  })
})

describe('on the desk', () => {
  test('B5: the column 保存前看一眼 shows plan, people and the real text', async () => {
    await openNew(true)
    type('有效期至', '2028-01-06')
    const look = screen.getByRole('region', { name: '保存前看一眼' })
    expect(look).toHaveTextContent('6次，每天一次')
    expect(look).toHaveTextContent('首次2028-01-01 08:00')
    expect(look).toHaveTextContent('末次2028-01-06 08:00')
    expect(look).toHaveTextContent('设备操作证到期日是: 2028-01-06')
  })

  test('取消 lets the changes go', async () => {
    const first = await openNew(true)
    type('证件号', 'C000000001')
    await userEvent.click(screen.getByText('取消'))
    await waitFor(() => expect(wentTo).toEqual(['back']))
    first.unmount()
    showPage(<CertificateEditPage />, { wide: true })
    await screen.findByText(aDevice.name)
    expect(screen.getByLabelText('证件号')).toHaveValue('')
  })
})
