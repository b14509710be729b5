import '@testing-library/jest-dom'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstitution, getSecurity, listInstitutions, saveSecurity } from '../../../../contract/institution'
import { getRules, resumeWay, saveRules } from '../../../../contract/rules'
import type { InputOf, OutputOf } from '../../../../contract/operation'
import { DEFAULT_INSTITUTION_RULES } from '../../../../domain/institution/rules'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll } from '../../fake-taro'
import { showPage } from '../../on-screen'
import InstitutionRulesPage from './institution'
import InstitutionsPage from './institutions'
import SecurityPage from './security'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

type Answered = OutputOf<typeof getRules>
type Rules = InputOf<typeof saveRules>['rules']
const serve = (rules: Partial<Rules> = {}, { version = 0, marks = [] as Answered['marks'] } = {}) =>
  answer(getRules, () => ({ rules: { ...DEFAULT_INSTITUTION_RULES, holidays: [], ...rules }, version, marks }))

beforeEach(() => {
  forgetCalls()
  forgetAll()
  serve()
  answer(saveRules, ({ version }) => ({ version: version + 1 }))
  answer(resumeWay, () => ({}))
})

const open = async (wide = false) => {
  const shown = showPage(<InstitutionRulesPage />, { wide })
  await screen.findByText('短信静默时段')
  return shown
}
const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } })
const save = () => userEvent.click(screen.getByText('保存'))

test('B11: quiet hours are 21:00 to 08:00 until the hospital says otherwise, and may be switched off', async () => {
  await open()
  expect([screen.getByLabelText('从'), screen.getByLabelText('到')].map((input) => (input as HTMLInputElement).value)).toEqual(['21:00:00', '08:00:00'])
  await userEvent.click(screen.getByRole('checkbox', { name: /夜间不发短信/ }))
  await save()
  await waitFor(() => expect(asked(saveRules)[0]).toMatchObject({ version: 0, rules: { quietHours: null } }))
  expect(await screen.findByText('没有改动')).toBeInTheDocument()
})

test('B11: several holidays are pasted at once; what cannot be read stays and is named', async () => {
  await open()
  await userEvent.click(screen.getByRole('checkbox', { name: /节假日前提醒/ }))
  await userEvent.click(screen.getByText('粘贴多个'))
  const sheet = screen.getByRole('dialog', { name: '粘贴多个节假日' })
  type(within(sheet).getByRole('textbox'), '元旦：2027年1月1日至3日\n放假安排\n春节 2027-02-05 2027-02-11')
  expect(sheet).toHaveTextContent('第 2 行看不懂：放假安排')
  await userEvent.click(within(sheet).getByText('加入 2 个'))
  expect(within(sheet).getByRole('textbox')).toHaveValue('放假安排')
  await userEvent.click(within(sheet).getByLabelText('关闭'))
  expect(screen.getAllByText(/全部证的提醒计划/)).not.toHaveLength(0)
  await save()
  await waitFor(() => expect(asked(saveRules)[0]?.rules).toMatchObject({ beforeHolidays: true, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }, { name: '春节', from: '2027-02-05', to: '2027-02-11' }] }))
})

test('a holiday is added, changed and taken away by hand, and what is wrong is said at it', async () => {
  serve({ holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }, { name: '中秋', from: '2026-09-25', to: '2026-09-27' }] }, { version: 2 })
  await open()
  await userEvent.click(screen.getByText('删去过去的 1 个'))
  await userEvent.click(screen.getByText('加一个节假日'))
  await save()
  expect(within(screen.getByRole('group', { name: '第 2 个节假日' })).getByText(/请填名称/)).toBeInTheDocument()
  expect(asked(saveRules)).toHaveLength(0)
  await userEvent.click(screen.getByLabelText('删除第 2 个节假日'))
  type(within(screen.getByRole('group', { name: '元旦' })).getByLabelText('到'), '2027-01-04')
  await save()
  await waitFor(() => expect(asked(saveRules)[0]).toMatchObject({ version: 2, rules: { holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-04' }] } }))
})

test('B18: the daily digest is on, and may be switched off', async () => {
  await open()
  const digest = screen.getByRole('checkbox', { name: /昨天的提醒发得怎样/ })
  expect(digest).toHaveAttribute('aria-checked', 'true')
  await userEvent.click(digest)
  await save()
  await waitFor(() => expect(asked(saveRules)[0]?.rules.operationsDigest).toBe(false))
})

test('B28: the price of an SMS is a whole number of 分', async () => {
  await open()
  type(screen.getByLabelText('每条'), '4.5')
  await save()
  expect(screen.getByLabelText('每条')).toHaveAccessibleDescription(/整数（分）/)
  type(screen.getByLabelText('每条'), '5')
  await save()
  await waitFor(() => expect(asked(saveRules)[0]?.rules.smsPrice).toBe(5))
})

test('B28: what WeChat stopped is said with what to do, and taken back by 恢复发送', async () => {
  serve({}, { marks: [
    { way: 'official-account', kind: 'stopped', accountId: null, account: '', code: '43116', at: '2026-11-20T01:00:00.000Z' },
    { way: 'official-account', kind: 'steps', accountId: 'acc-li', account: '李四', code: '43117', at: '2026-11-21T01:00:00.000Z' },
  ] })
  await open()
  expect(screen.getByText(/公众号的模板被微信封禁，全院的公众号提醒已停/)).toBeInTheDocument()
  expect(screen.getByText(/给李四发得太频繁，他的公众号只在提醒节点发/)).toBeInTheDocument()
  await userEvent.click(screen.getByLabelText('恢复李四的发送'))
  await waitFor(() => expect(asked(resumeWay)).toEqual([{ way: 'official-account', accountId: 'acc-li' }]))
})

test('somebody else’s version is told, and his may be taken', async () => {
  await open()
  type(screen.getByLabelText('每条'), '5')
  answer(saveRules, () => {
    throw new Refusal('rules.changed-meanwhile', { version: 1 })
  })
  serve({ smsPrice: 4 }, { version: 1 })
  await save()
  expect(await screen.findByText(/你们都改了 短信单价/)).toBeInTheDocument()
  await userEvent.click(screen.getByText('用最新的'))
  expect(screen.getByLabelText('每条')).toHaveValue('4')
  expect(screen.getByText('没有改动')).toBeInTheDocument()
})

test('what was changed is there again after leaving the page', async () => {
  const first = await open(true)
  type(screen.getByLabelText('每条'), '6')
  first.unmount()
  showPage(<InstitutionRulesPage />, { wide: true })
  expect(await screen.findByDisplayValue('6')).toBeInTheDocument()
  expect(screen.getByText(/接着上次没保存的内容/)).toBeInTheDocument()
})

test('B25: who may not change settings is offered no 保存', async () => {
  showPage(<InstitutionRulesPage />, { role: 'staff' })
  await screen.findByText('短信静默时段')
  expect(screen.queryByText('保存')).toBeNull()
})

const RETENTION = { certificateYears: 10, personYears: 5, messageYears: 3 }
const SECURITY = { rules: { adminsConfirm: false, retention: RETENTION }, version: 0, bound: true, unbound: [{ id: 'acc-3', name: '张三' }] }

test('B25: 安全设置 says whom it keeps outside before it is saved, and what somebody without a phone is refused', async () => {
  answer(getSecurity, () => SECURITY)
  answer(saveSecurity, () => { throw new Refusal('security.bind-first') })
  showPage(<SecurityPage />, { role: 'hospital-admin' })
  await userEvent.click(await screen.findByRole('checkbox', { name: /管理员登录需手机确认/ }))
  expect(screen.getByText(/张三还没有绑定小程序，开启后登不了网页/)).toBeInTheDocument()
  await save()
  expect(await screen.findByText('您自己还没有绑定小程序，不能要求别的管理员用手机确认。请先绑定。')).toBeInTheDocument()
  expect(asked(saveSecurity)).toEqual([{ version: 0, rules: { adminsConfirm: true, retention: RETENTION } }])
  answer(saveSecurity, () => ({ version: 1 }))
  await save()
  expect(await screen.findByText('没有改动')).toBeInTheDocument()
})

test('PIPL: 保存期限 offers nothing shorter than the law allows, and says what a shorter one deletes before it is saved', async () => {
  answer(getSecurity, () => SECURITY)
  answer(saveSecurity, () => ({ version: 1 }))
  showPage(<SecurityPage />, { role: 'hospital-admin' })
  const certificates = await screen.findByLabelText('已结束的证和扫描件')
  expect(within(certificates).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['请选择', '5 年（最短）', '10 年（默认）', '15 年', '20 年', '30 年', '50 年'])
  expect(screen.queryByText(/期限改短了/)).toBeNull()
  await userEvent.selectOptions(certificates, '5 年（最短）')
  expect(screen.getByText(/期限改短了/)).toBeInTheDocument()
  await save()
  expect(await screen.findByText('没有改动')).toBeInTheDocument()
  expect(asked(saveSecurity)).toEqual([{ version: 0, rules: { adminsConfirm: false, retention: { ...RETENTION, certificateYears: 5 } } }])
})

test('B25: 平台运维 opens a hospital: what is wrong is said at its field, a taken name loses nothing, and the code is shown once', async () => {
  answer(listInstitutions, ({ page = 1, pageSize = 20 }) => ({ rows: [{ id: 'h', name: '滨海医院', createdAt: '2026-11-25T01:00:00.000Z', hasAdmin: false }], total: 1, page, pageSize }))
  answer(createInstitution, () => { throw new Refusal('institution.name-taken') })
  showPage(<InstitutionsPage />, { role: 'platform-operator' })
  expect(await screen.findByText('缺管理员')).toBeInTheDocument()
  await userEvent.click(screen.getByText('开通机构'))
  const dialog = screen.getByRole('dialog', { name: '开通机构' })
  await userEvent.click(within(dialog).getByText('开通'))
  expect(within(dialog).getByText('请填机构全称，员工登录时要照着输入。')).toBeInTheDocument()
  for (const [label, value] of [['机构全称*', '滨海医院'], ['管理员姓名*', '陈院长'], ['登录名*', 'chen']] as const) type(within(dialog).getByLabelText(label), value)
  await userEvent.click(within(dialog).getByText('开通'))
  expect(await within(dialog).findByText('已有同名的机构。')).toBeInTheDocument()
  expect(within(dialog).getByLabelText('管理员姓名*')).toHaveValue('陈院长')
  type(within(dialog).getByLabelText('机构全称*'), '滨海二院')
  answer(createInstitution, () => ({ id: 'n', name: '滨海二院', loginName: 'chen', code: 'ABCD-EFGH', expiresAt: '2026-11-26T01:00:00.000Z' }))
  await userEvent.click(within(dialog).getByText('开通'))
  expect(await within(dialog).findByText('ABCD-EFGH')).toBeInTheDocument()
  answer(listInstitutions, ({ page = 1, pageSize = 20 }) => ({ rows: [{ id: 'n', name: '滨海二院', createdAt: '2026-11-25T01:00:00.000Z', hasAdmin: true }], total: 1, page, pageSize }))
  await userEvent.click(within(dialog).getByText('完成'))
  expect(await screen.findByText('在用')).toBeInTheDocument()
})
