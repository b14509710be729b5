import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sendCall } from '../../platform/cloud'
import { goTo } from '../../platform/navigate'
import { me } from '../../platform/testing/examples'
import { functionsThat, Refusal, show } from '../../platform/testing/fake-functions'
import { InboxList } from './inbox-list'
import { MessageRecord } from './message-record'

jest.mock('../../platform/cloud', () => ({ sendCall: jest.fn() }))
jest.mock('../../platform/use-page-shown', () => ({ usePageShown: () => undefined }))
jest.mock('../../platform/navigate', () => ({ goTo: jest.fn() }))
jest.mock('../../platform/way-in', () => ({ needsLogIn: () => false }))
const send = sendCall as jest.Mock

const SENTENCE = '放射性活度计(PETMR)已经快到设备操作证到期日了, 设备操作证到期日是: 2026-12-01, 请及时处理!'
const message = (over = {}) => ({
  id: 'm1', at: '2026-11-23T00:00:00.000Z', title: '2 张操作证需要您处理', text: '2 张操作证需要您处理',
  items: [{ certificateId: 'c1', text: SENTENCE, expiresOn: '2026-12-01', settled: false }, { certificateId: 'c2', text: '裂隙灯 …', expiresOn: '2026-11-30', settled: true }],
  readAt: null, ...over,
})
const list = (rows: unknown[], unread = 1) => ({ rows, total: rows.length, page: 1, pageSize: 10, unread })
beforeEach(() => jest.clearAllMocks())

test('the list says which are unread and what is still open', async () => {
  send.mockImplementation(functionsThat({ 'inbox.list': () => list([message(), message({ id: 'm2', readAt: '2026-11-23T01:00:00.000Z' })]) }).send)
  show(<InboxList />)
  expect(await screen.findByText('共 2 条，1 条未读')).toBeInTheDocument()
  expect(screen.getAllByText('1 张还没处理')).toHaveLength(2)
  await userEvent.click(screen.getByText('未读'))
  expect(goTo).toHaveBeenCalledWith('/pages/inbox/record/detail', { id: 'm1' })
})

test('S35: an unread message is marked as read from the list, and 刷新 looks for new ones', async () => {
  const functions = functionsThat({ 'account.me': () => me(), 'inbox.list': () => list([message(), message({ id: 'm2', readAt: '2026-11-23T01:00:00.000Z' })]), 'inbox.read': () => ({}) })
  send.mockImplementation(functions.send)
  show(<InboxList />)
  await userEvent.click(await screen.findByText('标记已读'))
  await waitFor(() => expect(functions.made('inbox.read').map(({ input }) => input)).toEqual([{ id: 'm1' }]))
  expect(goTo).not.toHaveBeenCalled()
  const before = functions.made('inbox.list').length
  await userEvent.click(screen.getByRole('button', { name: '刷新' }))
  await waitFor(() => expect(functions.made('inbox.list').length).toBeGreaterThan(before))
})

test('B18: a message about the clockwork itself counts no certificates and leads those who may see it to 运行状况', async () => {
  const digest = message({ title: '每日运行摘要', text: '11-22 发出首页 12 条。', items: [], readAt: '2026-11-23T01:00:00.000Z' })
  const functions = { 'account.me': () => me(undefined, ['inbox.read', 'health.read']), 'inbox.get': () => ({ message: digest, today: '2026-11-23' }), 'inbox.list': () => list([digest], 0) }
  send.mockImplementation(functionsThat(functions).send)
  const { unmount } = show(<InboxList />)
  expect(await screen.findByText('每日运行摘要')).toBeInTheDocument()
  expect(screen.queryByText('都已处理')).not.toBeInTheDocument()
  unmount()
  show(<MessageRecord id='m1' />)
  await userEvent.click(await screen.findByRole('button', { name: '看运行状况' }))
  expect(goTo).toHaveBeenLastCalledWith('/pages/work/health/status')
  expect(screen.queryByText(/涉及/)).not.toBeInTheDocument()
})

test('S10: an empty inbox says 暂无数据', async () => {
  send.mockImplementation(functionsThat({ 'inbox.list': () => list([], 0) }).send)
  show(<InboxList />)
  expect(await screen.findByText('暂无数据')).toBeInTheDocument()
})

test('without a network the list says so and that reminding goes on', async () => {
  send.mockImplementation(() => Promise.reject(new Error('offline')))
  show(<InboxList />)
  expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
  expect(screen.getByText('提醒由服务器发送，不受影响。')).toBeInTheDocument()
})

test('S35, B1: opening a message reads it once and says that reading is not handling', async () => {
  const functions = functionsThat({ 'account.me': () => me(), 'inbox.get': () => ({ message: message(), today: '2026-11-23' }), 'inbox.read': () => ({}) })
  send.mockImplementation(functions.send)
  const { container } = show(<MessageRecord id='m1' />)
  await waitFor(() => expect(functions.made('inbox.read')).toHaveLength(1))
  expect(container).toHaveTextContent(SENTENCE)
  expect(screen.getByText('已读不等于已处理：处理之后才停止提醒。')).toBeInTheDocument()
  await waitFor(() => expect(functions.made('inbox.get').length).toBeGreaterThan(1))
  expect(functions.made('inbox.read')).toHaveLength(1)
})

test('each open certificate has its 处理; a settled one says so instead', async () => {
  send.mockImplementation(functionsThat({ 'account.me': () => me(), 'inbox.get': () => ({ message: message({ readAt: '2026-11-23T01:00:00.000Z' }), today: '2026-11-23' }) }).send)
  show(<MessageRecord id='m1' />)
  await userEvent.click(await screen.findByText('处理'))
  expect(goTo).toHaveBeenCalledWith('/pages/certificate/record/detail', { id: 'c1', handle: '1' })
  expect(screen.getAllByText('处理')).toHaveLength(1)
  expect(screen.getByText('已处理')).toBeInTheDocument()
  expect(screen.getByText('30天内')).toBeInTheDocument()
})

test('a message of somebody else is told as not found', async () => {
  send.mockImplementation(functionsThat({ 'account.me': () => me(), 'inbox.get': () => { throw new Refusal('not-found') } }).send)
  show(<MessageRecord id='m9' />)
  expect(await screen.findByText(/没有找到/)).toBeInTheDocument()
})
