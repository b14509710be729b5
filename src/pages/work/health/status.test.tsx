import '@testing-library/jest-dom'
import { fireEvent, screen, within } from '@testing-library/react'
import { getHealth, type Health } from '../../../../contract/health'
import { answer, forgetCalls, Refusal } from '../../fake-cloud'
import { forgetAll, wentTo } from '../../fake-taro'
import { showPage } from '../../on-screen'
import HealthPage from './status'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('../../fake-taro')>('../../fake-taro').fakeTaro)
jest.mock('../../../platform/cloud', () => jest.requireActual<typeof import('../../fake-cloud')>('../../fake-cloud'))

const none = (channel: 'home' | 'sms' | 'wechat') => ({ channel, sent: 0, failed: 0, unknown: 0, held: 0, waiting: 0 })
const quiet = (day: string) => ({ day, channels: [none('home'), none('sms'), none('wechat')] })
const health = (change: Partial<Health> = {}): Health => ({
  today: '2026-11-23', alarms: [],
  doors: [{ door: 'remind', lastAt: '2026-11-23T00:59:00.000Z', silent: false }, { door: 'sweep', lastAt: '2026-11-22T21:17:00.000Z', silent: false }, { door: 'digest', lastAt: null, silent: false }],
  queue: { due: 0, ready: 0, later: 0, working: false, jobs: 0 },
  days: [{ day: '2026-11-23', channels: [{ ...none('home'), sent: 12 }, { ...none('sms'), sent: 5, failed: 2 }, none('wechat')] }, ...['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17'].map(quiet)],
  failed: [{ channel: 'sms', reason: 'LimitExceeded.PhoneNumberDailyLimit', count: 2 }], held: [],
  sms: { today: 5, dailyCap: 200, personCap: null }, credits: { withCredit: 3, withoutCredit: 1, remaining: 7 }, remindsNobody: 2, expired: 1, ...change,
})

beforeEach(() => {
  forgetCalls()
  forgetAll()
})

test.each([[false], [true]])('B18: a clerk reads when each timer came, what was sent, why not, and what is left (wide: %s)', async (wide) => {
  answer(getHealth, () => health())
  const { container, unmount } = showPage(<HealthPage />, { wide })
  expect(await screen.findByText('提醒正常发送')).toBeInTheDocument()
  for (const words of ['08:59', '05:17', '还没有运行过', '没有积压', '5 / 200 条', '3 人还可提醒 7 次，1 人已用完', '短信：这个号码今天的短信已到上限', '2 条', '没有该发而没发的']) expect(container).toHaveTextContent(words)
  expect(container).toHaveTextContent(wide ? '12' : '首页 发出 12')
  expect(container).toHaveTextContent('没送到 2')
  expect(screen.queryByText('要处理')).not.toBeInTheDocument()
  unmount()
})

test('B18: what is wrong stands first, with what to do and the way there', async () => {
  answer(getHealth, () => health({ alarms: [
    { kind: 'settings', way: 'sms', code: 'AuthFailure.SignatureFailure', since: '2026-11-23T00:30:00.000Z', own: true },
    { kind: 'stopped', way: 'official-account', code: '43116', since: '2026-11-22T00:30:00.000Z' },
    { kind: 'silent', door: 'remind', since: null },
  ] }))
  showPage(<HealthPage />)
  expect(await screen.findByText('有 3 件事要处理')).toBeInTheDocument()
  const alarms = within(screen.getByRole('alert'))
  expect(alarms.getByText('短信自 08:30 起发不出去：短信 SecretKey 不对。')).toBeInTheDocument()
  expect(alarms.getByText('代码 AuthFailure.SignatureFailure')).toBeInTheDocument()
  fireEvent.click(alarms.getByRole('button', { name: '通道设置' }))
  expect(wentTo.at(-1)).toBe('/pages/work/channel/settings')
  fireEvent.click(alarms.getByRole('button', { name: '提醒规则' }))
  expect(wentTo.at(-1)).toBe('/pages/work/rules/institution')
  expect(alarms.getByText('提醒服务还没有运行过。')).toBeInTheDocument()
})

test('what waits is counted; a way that is not set up says so', async () => {
  answer(getHealth, () => health({ queue: { due: 4, ready: 3, later: 2, working: true, jobs: 1 }, credits: null, sms: { today: 0, dailyCap: null, personCap: 2 } }))
  const { container } = showPage(<HealthPage />)
  await screen.findByText('提醒正常发送')
  for (const words of ['正在发送', '4 张证已到发送时间', '3 条消息等着发', '2 条过一会儿再发', '1 项批量任务在办', '没有开通', '没有设上限', '最多 2 条']) expect(container).toHaveTextContent(words)
})

test('a failed page says what is safe and tries again', async () => {
  answer(getHealth, () => { throw new Refusal('unexpected') })
  const { unmount } = showPage(<HealthPage />)
  expect(await screen.findByText('提醒由服务器发送，不受影响。')).toBeInTheDocument()
  answer(getHealth, () => health())
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('提醒正常发送')).toBeInTheDocument()
  unmount()
})
