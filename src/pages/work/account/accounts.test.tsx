import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listAccounts } from '../../../../contract/account'
import { createAccount, getAccount, seePhone, switchOffAccount, tableAccounts, type ManagedAccount } from '../../../../contract/account-admin'
import { linkAccount, peopleForAccount } from '../../../../contract/person-account'
import { listDepartments } from '../../../../contract/device'
import { AccountDetail } from '../../../features/account/admin/account-detail'
import { AccountEdit } from '../../../features/account/admin/account-edit'
import { AccountsPhone } from '../../../features/account/admin/accounts-phone'
import { answer, asked, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../certificate/record/fake-taro-with-sheets')>('../../certificate/record/fake-taro-with-sheets').fakeTaroWithSheets)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const REACH = { bound: true, follows: false, hasPhone: true, wechatCredits: 0 }
const li: ManagedAccount = { id: 'li', name: '李四', loginName: 'lisi', role: 'department-head', department: { id: 'd', name: '影像中心' }, phoneMasked: '138****0003', state: 'bound', reach: REACH, mayChange: true }
const detail = (over: object = {}) => ({ account: li, version: 3, hasPassword: true, sessions: 1, boundAt: '2026-11-25T01:00:00.000Z', successor: null, person: null, told: 15, roles: ['staff' as const], isSelf: false, ...over })

beforeEach(() => {
  forgetCalls()
  forgetAll()
  window.localStorage.clear()
  answer(listAccounts, ({ page = 1, pageSize = 20 }) => ({ rows: [{ id: 'wang', name: '王五', loginName: 'wangwu', role: 'staff' as const, department: null, reach: REACH }], total: 1, page, pageSize }))
})

test('账号管理: who, as what and how he is reached; a state narrows the list', async () => {
  answer(tableAccounts, ({ page = 1, pageSize = 20 }) => ({ rows: [li], total: 1, page, pageSize }))
  showPage(<AccountsPhone />)
  expect(await screen.findByText(/未关注\s+有手机号/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('tab', { name: '停用' }))
  await waitFor(() => expect(asked(tableAccounts).at(-1)).toMatchObject({ state: 'off' }))
})

test('B20: switching off tells how many certificates he hears of and asks who takes over', async () => {
  answer(getAccount, () => detail())
  answer(switchOffAccount, () => ({}))
  showPage(<AccountDetail id='li' />)
  await userEvent.click(await screen.findByRole('button', { name: '停用账号' }))
  const sheet = await screen.findByRole('dialog')
  expect(sheet).toHaveTextContent('现在有 15 张证提醒他。')
  await userEvent.click(await within(sheet).findByRole('radio', { name: /王五/ }))
  await userEvent.click(within(sheet).getByRole('button', { name: '停用，立刻不能再进来' }))
  await waitFor(() => expect(asked(switchOffAccount)).toEqual([{ id: 'li', successorId: 'wang' }]))
})

test('B27: an account is tied to the person whom somebody chooses, the likeliest first, and whose it is stands there', async () => {
  answer(getAccount, () => detail())
  answer(peopleForAccount, () => ({ rows: [
    { id: 'p1', version: 4, name: '李四', staffNumber: '2001', title: '技师', department: '影像中心', why: ['name' as const, 'department' as const] }, { id: 'p2', version: 0, name: '李四', staffNumber: '9001', title: '', department: '眼科', why: ['name' as const] },
  ] }))
  answer(linkAccount, () => ({ version: 5 }))
  showPage(<AccountDetail id='li' />)
  await userEvent.click(await screen.findByRole('button', { name: '对应到人' }))
  const sheet = await screen.findByRole('dialog')
  const [first] = await within(sheet).findAllByRole('radio')
  expect(first).toHaveTextContent('同名、同科室')
  await userEvent.click(await within(sheet).findByRole('radio', { name: /9001/ }))
  await userEvent.click(within(sheet).getByRole('button', { name: '这个账号就是他本人的' }))
  await waitFor(() => expect(asked(linkAccount)).toEqual([{ id: 'p2', version: 0, accountId: 'li' }]))
})

test('a whole phone number is asked for by a tap, and the page says that it is on record', async () => {
  answer(getAccount, () => detail())
  answer(seePhone, () => ({ phone: '13800000003' }))
  showPage(<AccountDetail id='li' />)
  await userEvent.click(await screen.findByRole('button', { name: '看完整号码：李四' }))
  expect(await screen.findByText('13800000003')).toBeInTheDocument()
  expect(screen.getByText('这次查看已记入审计日志。')).toBeInTheDocument()
})

test('B25: an account above the caller\'s role is shown, with the reason why nothing can be done', async () => {
  answer(getAccount, () => detail({ account: { ...li, role: 'hospital-admin', mayChange: false } }))
  showPage(<AccountDetail id='li' />)
  expect(await screen.findByText('院级管理员的账号只能由院级管理员办理。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '停用账号' })).not.toBeInTheDocument()
})

test('新增账号: what is wrong is told at its field, a refusal too, and what was typed stays', async () => {
  answer(listDepartments, () => ({ rows: [{ id: 'd', name: '影像中心', parentId: null }] }))
  answer(createAccount, () => { throw new Refusal('account.login-name-taken') })
  showPage(<AccountEdit id={null} accountId='me' />)
  await userEvent.click(await screen.findByText('保存'))
  expect(await screen.findByText('请填姓名。')).toBeInTheDocument()
  expect(screen.getByText('请选科室；只有院级管理员、设备科和审计员可以不选。')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/^姓名/), '吴十')
  await userEvent.type(screen.getByLabelText(/^登录名/), 'lisi')
  await screen.findByRole('option', { name: '影像中心' })
  await userEvent.selectOptions(screen.getByLabelText('科室'), '影像中心')
  await userEvent.click(screen.getByText('保存'))
  expect(await screen.findByText('这个登录名已经有人用了，请换一个。')).toBeInTheDocument()
  expect(screen.getByLabelText(/^姓名/)).toHaveValue('吴十')
  expect(wentTo).toEqual([])
})
