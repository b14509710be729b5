import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAccounts } from '../../../../contract/account'
import { beginAttachment, confirmAttachment } from '../../../../contract/attachment'
import { getCertificate, handleCertificate, reopenCertificate, transferCertificate, unmaskCertificate } from '../../../../contract/certificate'
import { DEFAULT_TEMPLATE } from '../../../../domain/certificate/default-template'
import type { Role } from '../../../../domain/account/role'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { copied, forgetAll, params, wentTo } from '../../fake-taro'
import { dropPhoto, showPage } from '../../on-screen'
import CertificatePage from './detail'
import { aCertificate, aDevice, anAccount } from './sample-certificate'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro-with-sheets')>('./fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))
jest.mock('../../../platform/carry-file', () => ({ uploadWay: () => 'put', carry: () => Promise.resolve() }))
jest.mock('../../../platform/confirm', () => ({ confirm: () => Promise.resolve(true) }))

const stored = (...part: Parameters<typeof aCertificate>) => answer(getCertificate, () => ({ certificate: aCertificate(...part), today: '2026-11-23' }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  params.id = 'cert-1'
  stored()
  answer(handleCertificate, () => ({ version: 4, nextSendAt: null }))
  answer(transferCertificate, () => ({ version: 4, nextSendAt: '2026-11-24T00:00:00.000Z' }))
  answer(listAccounts, ({ page, pageSize }) => ({ rows: [anAccount('wangwu', '王五')], total: 1, page, pageSize }))
})

/** As from 消息: the sheet opens with the page. */
const openSheet = async (role: Role = 'equipment-office') => {
  params.handle = '1'
  showPage(<CertificatePage />, { role })
  return screen.findByRole('dialog', { name: '这张证怎么办?' })
}

describe('the page of a certificate', () => {
  test('its one answer is state, word and days', async () => {
    showPage(<CertificatePage />)
    expect(await screen.findByRole('heading', { name: '剩 15 天' })).toBeInTheDocument()
    expect(screen.getByText('张三 C000000001 有效期至 2026-12-08')).toBeInTheDocument()
  })

  test('a picture that did not pass the content check is named as hidden and opens nothing; the one beside it does', async () => {
    const file = { name: '证.jpg', type: 'image/jpeg' as const, bytes: 9 }
    stored({ attachments: [{ ...file, id: 'f1', url: '', hidden: true }, { ...file, id: 'f2', name: '背面.jpg', url: 'https://files.example/2' }] })
    showPage(<CertificatePage />)
    expect(await screen.findByText('内容检查没有通过，已隐藏')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '查看 证.jpg' })).toBeNull()
    expect(screen.getByRole('button', { name: '查看 背面.jpg' })).toBeInTheDocument()
  })

  test('architecture §8: 只读 sees the number masked and the birth month hidden, asks for the whole, and is told that it is on record', async () => {
    stored({}, { number: 'C00****001', birthMonth: null })
    answer(unmaskCertificate, () => ({ number: 'C000000001', birthMonth: '1988-05' }))
    showPage(<CertificatePage />, { role: 'viewer' })
    expect(await screen.findByText('已隐藏')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '看完整的证件号和出生年月' }))
    expect(await screen.findByText('1988-05')).toBeInTheDocument()
    expect([screen.getByText('C000000001'), screen.getByText('这次查看已记入审计日志。')]).toHaveLength(2)
    expect(asked(unmaskCertificate)).toEqual([{ id: 'cert-1' }])
  })

  test('B25: 复制链接 copies the address of the certificate, which names nobody', async () => {
    showPage(<CertificatePage />)
    await userEvent.click(await screen.findByRole('button', { name: '复制链接' }))
    expect(copied).toEqual([expect.stringMatching(/#\/pages\/certificate\/record\/detail\?id=cert-1$/)])
  })

  test('B25: whoever opens the link of a certificate that is not his is told so and whom to ask, and nothing of it', async () => {
    answer(getCertificate, () => { throw new Refusal('not-found') })
    showPage(<CertificatePage />)
    expect(await screen.findByText('这张证您看不到')).toBeInTheDocument()
    expect(screen.getByText(/需要看请找设备科/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '重试' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '回首页' }))
    expect(wentTo).toEqual(['/pages/home/home'])
  })

  test('B26: the last day is still valid', async () => {
    stored({}, { expiresOn: '2026-11-23' })
    showPage(<CertificatePage />)
    expect(await screen.findByRole('heading', { name: '今天到期（仍有效）' })).toBeInTheDocument()
  })

  test('it says when it is told next, and in words why not', async () => {
    const { unmount } = showPage(<CertificatePage />)
    expect(await screen.findByText('下次提醒 2026-11-24 08:00')).toBeInTheDocument()
    unmount()
    stored({ nextSendAt: null, holdReason: 'no-channel' })
    showPage(<CertificatePage />)
    expect(await screen.findByText('没有勾选发送形式，不提醒')).toBeInTheDocument()
  })

  test('B21: 加到手机日历 hands over one event at its first warning to come, and a certificate that never expires has none', async () => {
    const files: Blob[] = []
    URL.createObjectURL = (file: Blob) => `blob:${files.push(file)}`
    URL.revokeObjectURL = () => undefined
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { unmount } = showPage(<CertificatePage />)
    await userEvent.click(await screen.findByRole('button', { name: '加到手机日历' }))
    expect(files.map(({ type }) => type)).toEqual(['text/calendar'])
    unmount()
    stored({}, { expiresOn: null, longTerm: true })
    showPage(<CertificatePage />)
    expect(await screen.findByText('送达记录')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '加到手机日历' })).toBeNull()
  })

  test('修改 opens the form, 送达记录 the record, a device its archive', async () => {
    showPage(<CertificatePage />)
    await userEvent.click(await screen.findByText('修改'))
    await userEvent.click(screen.getByText('送达记录'))
    await userEvent.click(screen.getByText(aDevice.name))
    expect(wentTo).toEqual(['/pages/certificate/record/edit?id=cert-1', '/pages/certificate/record/deliveries?id=cert-1', '/pages/device/record/detail?id=dev-63'])
  })

  test('B25: who may neither write nor handle is offered neither', async () => {
    stored({ mayWrite: false, mayHandle: false, mayNote: false })
    showPage(<CertificatePage />, { role: 'viewer' })
    await screen.findByText('送达记录')
    expect(screen.queryByText('修改')).toBeNull()
    expect(screen.queryByText('处理')).toBeNull()
  })

  test('S35: a handling says who, when and how, and 恢复提醒 takes it back', async () => {
    stored({ nextSendAt: null, holdReason: 'handled', handling: { kind: 'review', note: '', reference: 'FS2026-1123', until: '2026-12-23', by: '李四', at: '2026-11-20T01:12:00.000Z' } })
    answer(reopenCertificate, () => ({ version: 4, nextSendAt: null }))
    showPage(<CertificatePage />)
    expect(await screen.findByText('李四 11-20 09:12 已提交复审，受理号 FS2026-1123，2026-12-23 起恢复提醒')).toBeInTheDocument()
    await userEvent.click(screen.getByText('恢复提醒'))
    await waitFor(() => expect(asked(reopenCertificate)).toEqual([{ id: 'cert-1', version: 3 }]))
  })
})

describe('这张证怎么办?', () => {
  test('B1: from a message it opens at once and keeps the message’s sentence in its head', async () => {
    const sheet = await openSheet()
    expect(sheet).toHaveTextContent(DEFAULT_TEMPLATE.replace('[设备名称]', aDevice.name).replace('[设备操作证到期日]', '2026-12-08'))
    expect(within(sheet).getAllByRole('radio').map((row) => row.querySelector('.opt__t')?.textContent)).toEqual(['已换证', '已提交复审', '暂缓至…', '转交…', '离岗 / 注销', '仅标记已处理'])
  })

  test('B30: 科室人员 see 注销 and 仅标记已处理 disabled, with the reason', async () => {
    stored({ mayNote: false })
    const sheet = await openSheet('staff')
    expect(within(sheet).getByRole('radio', { name: /仅标记已处理.*需设备科或科室负责人/ })).toBeDisabled()
    expect(within(sheet).getByRole('radio', { name: /离岗/ })).toBeDisabled()
    expect(within(sheet).getByRole('radio', { name: /已提交复审/ })).toBeEnabled()
  })

  test('B1: 已提交复审 proposes a month, says the consequence on the button and silences until then', async () => {
    const sheet = await openSheet()
    await userEvent.click(within(sheet).getByText('已提交复审'))
    fireEvent.change(within(sheet).getByLabelText('受理号'), { target: { value: 'FS2026-1123' } })
    await userEvent.click(within(sheet).getByText('确定，停止提醒至 12-23'))
    await waitFor(() => expect(asked(handleCertificate)).toEqual([{ id: 'cert-1', version: 3, kind: 'review', note: '', reference: 'FS2026-1123', until: '2026-12-23', renewal: null }]))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('B30: 暂缓 by 科室人员 may not reach beyond a week, said at the field', async () => {
    const sheet = await openSheet('staff')
    await userEvent.click(within(sheet).getByText('暂缓至…'))
    expect(within(sheet).getByLabelText('暂缓至')).toHaveValue('2026-11-30')
    fireEvent.change(within(sheet).getByLabelText('暂缓至'), { target: { value: '2026-12-01' } })
    await userEvent.click(within(sheet).getByText('确定，停止提醒至 12-01'))
    expect(within(sheet).getByText('最晚到 2026-11-30，再晚须由设备科处理')).toBeInTheDocument()
    expect(asked(handleCertificate)).toHaveLength(0)
  })

  test('B1: 仅标记已处理 wants a reason', async () => {
    const sheet = await openSheet()
    await userEvent.click(within(sheet).getByText('仅标记已处理'))
    await userEvent.click(within(sheet).getByText('确定，不再提醒'))
    expect(within(sheet).getByText('请写明原因')).toBeInTheDocument()
    fireEvent.change(within(sheet).getByLabelText('原因'), { target: { value: '本人已知' } })
    await userEvent.click(within(sheet).getByText('确定，不再提醒'))
    await waitFor(() => expect(asked(handleCertificate)[0]).toMatchObject({ kind: 'noted', note: '本人已知', until: null }))
  })

  test('B13: who came by 换证 finds 已换证 chosen, who came by 处理 finds nothing chosen', async () => {
    params.handle = 'renew'
    const { unmount } = showPage(<CertificatePage />)
    expect(await screen.findByRole('radio', { name: /^已换证/ })).toBeChecked()
    unmount()
    params.handle = '1'
    showPage(<CertificatePage />)
    expect(await screen.findByRole('radio', { name: /^已换证/ })).not.toBeChecked()
  })

  test('B1: 已换证 wants a later 有效期至 and opens the next cycle with it', async () => {
    const sheet = await openSheet()
    await userEvent.click(within(sheet).getByText('已换证'))
    fireEvent.change(within(sheet).getByLabelText('新有效期至'), { target: { value: '2026-12-08' } })
    await userEvent.click(within(sheet).getByText('确定换证，有效期至 2026-12-08'))
    expect(within(sheet).getByText('新的有效期至应晚于原来的有效期至')).toBeInTheDocument()
    fireEvent.change(within(sheet).getByLabelText('新有效期至'), { target: { value: '2030-12-08' } })
    await userEvent.click(within(sheet).getByText('确定换证，有效期至 2030-12-08'))
    await waitFor(() => expect(asked(handleCertificate)[0]).toMatchObject({ kind: 'renewed', renewal: { number: 'C000000001', expiresOn: '2030-12-08', longTerm: false, attachmentIds: [] } }))
  })

  test('S32: a photo of the new certificate that is dropped goes along with 已换证', async () => {
    answer(beginAttachment, () => ({ id: 'up-1', path: 'staging/up-1', put: null }))
    answer(confirmAttachment, ({ id }) => ({ attachment: { id, name: '新证.jpg', type: 'image/jpeg' as const, bytes: 1, url: 'https://files/1' }, confirmedAt: '2026-11-23T01:00:00.000Z' }))
    const sheet = await openSheet()
    await userEvent.click(within(sheet).getByText('已换证'))
    fireEvent.change(within(sheet).getByLabelText('新有效期至'), { target: { value: '2030-12-08' } })
    await dropPhoto('新证.jpg')
    expect(await within(sheet).findByLabelText('查看 新证.jpg')).toBeInTheDocument()
    await userEvent.click(within(sheet).getByText('确定换证，有效期至 2030-12-08'))
    await waitFor(() => expect(asked(handleCertificate)[0]).toMatchObject({ renewal: { attachmentIds: ['up-1'] } }))
  })

  test('B1: 转交 picks an account, says to whom on the button and hands the warning over once', async () => {
    const sheet = await openSheet('staff')
    await userEvent.click(within(sheet).getByText('转交…'))
    await userEvent.click(within(sheet).getByText('请选转交给谁', { selector: 'button *, button' }))
    expect(within(sheet).getByRole('alert')).toHaveTextContent('请选转交给谁')
    await userEvent.click(await within(sheet).findByText('王五'))
    fireEvent.change(within(sheet).getByLabelText('说明'), { target: { value: '我下月休假' } })
    const button = within(sheet).getByText('确定转交给王五，继续提醒')
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked(transferCertificate)).toEqual([{ id: 'cert-1', version: 3, accountId: 'wangwu', note: '我下月休假' }])
    expect(asked(handleCertificate)).toHaveLength(0)
  })

  test('B1: whoever is named already is no one to hand over to, said before anything is sent', async () => {
    stored({}, { recipientIds: ['wangwu'] })
    const sheet = await openSheet('staff')
    await userEvent.click(within(sheet).getByText('转交…'))
    await userEvent.click(await within(sheet).findByText('王五'))
    await userEvent.click(within(sheet).getByText('确定转交给王五，继续提醒'))
    expect(within(sheet).getByRole('alert')).toHaveTextContent('他已在指定人员中，不必转交')
    expect(asked(transferCertificate)).toHaveLength(0)
  })

  test('a double tap handles once', async () => {
    const sheet = await openSheet()
    await userEvent.click(within(sheet).getByText('离岗 / 注销'))
    const button = within(sheet).getByText('确定注销，停止提醒')
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked(handleCertificate)).toHaveLength(1)
  })

  test('somebody was faster: who and when is said, and the sheet stands on the newer version', async () => {
    answer(handleCertificate, ({ version }) => {
      if (version === 3) throw new Refusal('certificate.changed-meanwhile', { by: '李四', at: '2026-11-23T00:30:00.000Z', version: 4 })
      return { version: 5, nextSendAt: null }
    })
    const sheet = await openSheet()
    stored({ version: 4 })
    await userEvent.click(within(sheet).getByText('已提交复审'))
    await userEvent.click(within(sheet).getByText('确定，停止提醒至 12-23'))
    expect(await within(sheet).findByText(/李四 在 11-23 08:30 改过这张证/)).toBeInTheDocument()
    await waitFor(() => expect(asked(getCertificate)).toHaveLength(2))
    await userEvent.click(within(sheet).getByText('确定，停止提醒至 12-23'))
    await waitFor(() => expect(asked(handleCertificate).at(-1)).toMatchObject({ version: 4 }))
  })
})
