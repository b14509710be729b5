import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sendCall } from '../../platform/cloud'
import { goTo } from '../../platform/navigate'
import { entry, me } from '../../platform/testing/examples'
import { functionsThat, Refusal, show } from '../../platform/testing/fake-functions'
import { ShellContext, useShell, type ShellFacts } from '../../ui/shell'
import { HomeScreen } from './home-screen'

jest.mock('../../platform/cloud', () => ({ sendCall: jest.fn() }))
jest.mock('../../platform/use-page-shown', () => ({ usePageShown: () => undefined }))
jest.mock('../../platform/navigate', () => ({ goTo: jest.fn() }))
jest.mock('../../platform/way-in', () => ({ needsLogIn: () => false }))
const send = sendCall as jest.Mock

const overview = (over = {}) => ({
  today: '2026-11-23', todo: [entry('c1'), entry('c2', { holderName: '王五', expiresOn: '2026-11-23' })], todoTotal: 2, unread: 1,
  months: [{ month: 'expired', total: 1, marks: [{ state: 'over', count: 1 }] }, { month: '2026-11', total: 1, marks: [{ state: 'today', count: 1 }] }],
  devices: 21, devicesWithoutHolder: 3, lastTickAt: '2026-11-23T01:40:00.000Z', alarm: '', ...over,
})
const inbox = (text = '放射性活度计(PETMR)已经快到设备操作证到期日了, 设备操作证到期日是: 2026-10-31, 请及时处理!') => ({
  rows: [{ id: 'm1', at: '2026-11-23T00:00:00.000Z', title: '放射性活度计(PETMR)', text, items: [], readAt: null }], total: 1, page: 1, pageSize: 3, unread: 1,
})
const answers = (over = {}) => ({ 'account.me': () => me(), 'home.overview': () => overview(), 'inbox.list': () => inbox(), ...over })

const Around = ({ wide, children }: { wide: boolean; children: React.ReactNode }) => {
  const facts: ShellFacts = { ...useShell(), wide, institution: '医疗机构测试1' }
  return <ShellContext.Provider value={facts}>{children}</ShellContext.Provider>
}
const showHome = (wide = false) => show(<HomeScreen />, (inner) => <Around wide={wide}>{inner}</Around>)
beforeEach(() => jest.clearAllMocks())

test.each([[false], [true]])('the day is told in one sentence, on both editions (wide: %s)', async (wide) => {
  send.mockImplementation(functionsThat(answers()).send)
  showHome(wide)
  expect(await screen.findByText('今天有 2 件事要办')).toBeInTheDocument()
  expect(screen.getAllByText('放射性活度计(PETMR)', { exact: false })).not.toHaveLength(0)
  expect(screen.getByText(/最近一次检查 09:40/)).toBeInTheDocument()
})

test('S34: the last day is «今天到期（仍有效）», never red; the day after is 已过期', async () => {
  send.mockImplementation(functionsThat(answers()).send)
  showHome(true)
  expect(await screen.findByText('今天到期（仍有效）')).toBeInTheDocument()
  expect(screen.getByText('已过期 23 天')).toBeInTheDocument()
})

test('one tap leads to handling, the row to the certificate', async () => {
  send.mockImplementation(functionsThat(answers()).send)
  showHome()
  await userEvent.click(await screen.findByRole('button', { name: '处理钱七的操作证' }))
  expect(goTo).toHaveBeenLastCalledWith('/pages/certificate/record/detail', { id: 'c1', handle: '1' })
  await userEvent.click(screen.getByText('钱七'))
  expect(goTo).toHaveBeenLastCalledWith('/pages/certificate/record/detail', { id: 'c1' })
})

test('B25: a role that may not handle sees no 处理', async () => {
  send.mockImplementation(functionsThat(answers({ 'account.me': () => me(undefined, ['certificate.read', 'inbox.read']) })).send)
  showHome()
  expect(await screen.findByText('钱七')).toBeInTheDocument()
  expect(screen.queryByText('处理')).not.toBeInTheDocument()
})

test.each([[false], [true]])('S43: the newest 电脑首页通知 stands on the home page with its exact sentence (wide: %s)', async (wide) => {
  send.mockImplementation(functionsThat(answers()).send)
  const { container } = showHome(wide)
  expect(await screen.findByText('消息 1 条未读')).toBeInTheDocument()
  expect(container).toHaveTextContent('放射性活度计(PETMR)已经快到设备操作证到期日了, 设备操作证到期日是: 2026-10-31, 请及时处理!')
})

test('a quiet day says so and offers the next step', async () => {
  send.mockImplementation(functionsThat(answers({ 'home.overview': () => overview({ todo: [], todoTotal: 0 }) })).send)
  showHome()
  expect(await screen.findByText('今天没有要办的事')).toBeInTheDocument()
  expect(screen.getByText('新增设备操作证')).toBeInTheDocument()
})

test('B18: a silent timer is told', async () => {
  send.mockImplementation(functionsThat(answers({ 'home.overview': () => overview({ lastTickAt: '2026-11-22T23:00:00.000Z' }) })).send)
  showHome()
  expect(await screen.findByText(/提醒服务自 07:00 起没有运行/)).toBeInTheDocument()
})

test.each([[false], [true]])('B18: managers read what is wrong above everything else, and a tap leads to 运行状况 (wide: %s)', async (wide) => {
  const alarm = '短信自 09:01 起发不出去：短信余额不足。'
  send.mockImplementation(functionsThat(answers({ 'home.overview': () => overview({ alarm }) })).send)
  showHome(wide)
  await userEvent.click(await screen.findByRole('button', { name: `${alarm}查看` }))
  expect(goTo).toHaveBeenLastCalledWith('/pages/work/health/status')
  expect(screen.queryByText(/一切正常/)).not.toBeInTheDocument()
})

test('while it loads there are boxes; when it fails, what is safe and 重试', async () => {
  let works = false
  send.mockImplementation(functionsThat(answers({ 'home.overview': () => { if (!works) throw new Refusal('unexpected'); return overview() } })).send)
  showHome()
  expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
  expect(await screen.findByText('提醒由服务器发送，不受影响。')).toBeInTheDocument()
  works = true
  await userEvent.click(screen.getByText('重试'))
  await waitFor(() => expect(screen.getByText('今天有 2 件事要办')).toBeInTheDocument())
})

test('an answer that breaks the contract is a failure, never a half-filled page', async () => {
  send.mockImplementation(functionsThat(answers({ 'home.overview': () => ({ ...overview(), leaked: 'secret' }) })).send)
  showHome()
  expect(await screen.findByText('系统出了问题，已经记下。请稍后再试。')).toBeInTheDocument()
})
