import '@testing-library/jest-dom'
import { screen } from '@testing-library/react'
import type { OutputOf } from '../../../../contract/operation'
import { whyNot } from '../../../../contract/plan'
import { answer, asked, forgetCalls } from '../../fake-cloud'
import { forgetAll, params } from '../../fake-taro'
import { showPage } from '../../on-screen'
import WhyNotPage from './why-not'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

type Answer = OutputOf<typeof whyNot>
type Message = Answer['deliveries'][number]
const message = (id: string, change: Partial<Message> = {}): Message => ({
  id, day: '2026-11-23', slot: '08:00:00', accountId: 'acc-wang', account: '王五', channel: 'home', route: null, state: 'sent', reason: '', at: '2026-11-23T00:00:00.000Z', readAt: null,
  certificates: [{ id: 'cert-1', name: '李四', device: '磁共振' }], dropped: [], ...change,
})
const day = (change: Partial<Answer> = {}) => answer(whyNot, () => ({
  account: { id: 'acc-wang', name: '王五' }, reach: { bound: true, follows: false, hasPhone: false, wechatCredits: 0 }, day: '2026-11-23', today: '2026-11-23',
  deliveries: [], missed: [], lastTickAt: '2026-11-23T00:59:00.000Z', ...change,
}))

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

test('B7: the page answers how many messages came, and why the others did not', async () => {
  params.accountId = 'acc-wang'
  day({ deliveries: [message('1'), message('2', { channel: 'sms', state: 'held', reason: 'no-phone' })], missed: [{ id: 'cert-2', name: '赵六', device: 'CT', sendTime: '20:00:00', reason: 'not-due' }] })
  showPage(<WhyNotPage />)
  expect(await screen.findByRole('heading', { name: '王五 今天收到 1 条，1 条没收到' })).toBeInTheDocument()
  expect(screen.getByText('没有手机号，请管理员补手机号')).toBeInTheDocument()
  expect(screen.getByText('还没到发送时间')).toBeInTheDocument()
  expect(asked(whyNot)[0]).toEqual({ accountId: 'acc-wang' })
})

test('B7: what a message was to tell of and did not is named beside it, with the reason', async () => {
  day({ deliveries: [message('1', { dropped: [{ id: 'cert-2', name: '赵六', device: 'CT', reason: 'no-longer-recipient' }] })] })
  showPage(<WhyNotPage />)
  expect(await screen.findByText('没有提到 赵六 CT：已不在通知人员中')).toBeInTheDocument()
})

test('without an account one asks about oneself; a day without anything says so', async () => {
  day()
  showPage(<WhyNotPage />)
  expect(await screen.findByRole('heading', { name: '王五 今天没有该收到的提醒' })).toBeInTheDocument()
  expect(asked(whyNot)[0]).toEqual({})
})
