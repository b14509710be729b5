import '@testing-library/jest-dom'
import { act, screen } from '@testing-library/react'
import { sendCall } from '../../platform/cloud'
import { me } from '../../platform/testing/examples'
import { functionsThat, show } from '../../platform/testing/fake-functions'
import { showUnread } from '../../platform/unread-badge'
import { PageFrame } from '../../ui/page-frame'
import { AppShell } from './app-shell'
import { menuFor } from './menu'

let mockWide = true
let mockLogsIn = false
jest.mock('../../platform/cloud', () => ({ sendCall: jest.fn() }))
jest.mock('../../platform/use-page-shown', () => ({ usePageShown: () => undefined }))
jest.mock('../../platform/navigate', () => ({ goTo: jest.fn(), currentPath: () => '/pages/certificate/record/edit' }))
jest.mock('../../platform/unread-badge', () => ({ showUnread: jest.fn() }))
jest.mock('../../platform/width', () => ({ useIsWide: () => mockWide }))
jest.mock('../../platform/way-in', () => ({ needsLogIn: () => mockLogsIn, barAbove: () => null }))
const send = sendCall as jest.Mock

const page = <PageFrame title='新增设备操作证' breadcrumb={['证照管理', '设备操作证管理', '新增']}>the form</PageFrame>
const showApp = () => show(page, (inner) => <AppShell gate={<div>the gate</div>}>{inner}</AppShell>)
beforeEach(() => {
  mockWide = true
  mockLogsIn = false
  jest.clearAllMocks()
})
afterEach(() => jest.useRealTimers())

test('S1–S3: institution, user, unread, menu and 当前位置 stand around a page of the desk', async () => {
  send.mockImplementation(functionsThat({ 'account.me': () => me(), 'inbox.unread': () => ({ unread: 3 }) }).send)
  const { container } = showApp()
  expect(await screen.findByText('医疗机构测试1')).toBeInTheDocument()
  expect(await screen.findByRole('button', { name: '消息，3 条未读' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '张三' })).toBeInTheDocument()
  expect(container).toHaveTextContent('当前位置>证照管理>设备操作证管理>新增')
  expect(screen.getByRole('button', { name: '设备操作证管理' })).toHaveClass('side__i--on')
  expect(screen.getByText('the form')).toBeInTheDocument()
})

test('an unbound WeChat user meets the gate on every page, and nobody else does', async () => {
  send.mockImplementation(functionsThat({ 'account.me': () => me(null) }).send)
  showApp()
  expect(await screen.findByText('the gate')).toBeInTheDocument()
  expect(screen.queryByText('the form')).not.toBeInTheDocument()
})

test('on the web without a session nothing is asked and the gate stands', () => {
  mockLogsIn = true
  const functions = functionsThat({})
  send.mockImplementation(functions.send)
  showApp()
  expect(screen.getByText('the gate')).toBeInTheDocument()
  expect(functions.calls).toHaveLength(0)
})

test('S43: a message that arrives while the app is open is counted within a minute', async () => {
  jest.useFakeTimers()
  let unread = 0
  send.mockImplementation(functionsThat({ 'account.me': () => me(), 'inbox.unread': () => ({ unread }) }).send)
  mockWide = false
  showApp()
  await act(() => jest.advanceTimersByTimeAsync(1000))
  expect(showUnread).toHaveBeenLastCalledWith(0)
  unread = 1
  await act(() => jest.advanceTimersByTimeAsync(61_000))
  expect(showUnread).toHaveBeenLastCalledWith(1)
})

test('B25: 账号管理 is in the menu of those who keep accounts', () => {
  expect(menuFor(['account.write']).map((entry) => entry.text)).toContain('账号管理')
  expect(menuFor([]).map((entry) => entry.text)).not.toContain('账号管理')
})
