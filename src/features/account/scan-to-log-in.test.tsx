import '@testing-library/jest-dom'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Call } from '../../../contract/call'
import { sendCall } from '../../platform/cloud'
import { session } from '../../platform/session'
import { zhang } from '../../platform/testing/examples'
import { functionsThat, NOW, Refusal, show } from '../../platform/testing/fake-functions'
import { LogInScreen } from './log-in-screen'

jest.mock('../../platform/cloud', () => ({ sendCall: jest.fn() }))
jest.mock('../../platform/use-page-shown', () => ({ usePageShown: () => undefined }))
jest.mock('../../platform/width', () => ({ useIsWide: () => true }))
jest.mock('../../platform/storage', () => {
  const kept = new Map<string, unknown>()
  return { storage: { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: unknown) => void kept.set(key, value), remove: (key: string) => void kept.delete(key) } }
})
const send = sendCall as jest.Mock

const CODE = { ticket: 't'.repeat(22), secret: 's'.repeat(43), digits: '27', picture: 'data:image/png;base64,AA==', expiresAt: NOW }

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

/** The functions answer `take` with these, one after the other, the last one for ever. */
const phone = (...takes: ReadonlyArray<() => unknown>) => {
  const left = [...takes]
  const functions = functionsThat({ 'account.begin-web-log-in': () => CODE, 'account.take-web-log-in': () => (left.length > 1 ? left.shift() : left[0])?.() })
  send.mockImplementation((call: Call) => functions.send(call))
  return functions
}
const over = () => { throw new Refusal('web-log-in.over') }

test('B22: the page asks more and more slowly, says that the code was scanned, and is in once it is confirmed on the phone', async () => {
  const functions = phone(() => ({ state: 'waiting' }), () => ({ state: 'scanned' }), () => ({ state: 'in', token: 'token-1', expiresAt: NOW, account: zhang }))
  const done = jest.fn()
  show(<LogInScreen onDone={done} />)
  await pass(0)
  expect(screen.getByText('打开微信扫一扫，在手机上点「确认登录」。')).toBeInTheDocument()
  await pass(1500)
  await pass(1500)
  expect(functions.made('account.take-web-log-in')).toHaveLength(1)
  await pass(1000)
  expect(screen.getByText(/已扫码，请在手机上点「确认登录」。/)).toHaveTextContent('手机上要填的数字：27')
  await pass(3000)
  expect(session.token()).toBe('token-1')
  expect(done).toHaveBeenCalledTimes(1)
  await pass(60_000)
  expect(functions.made('account.take-web-log-in')).toHaveLength(3)
})

test('B22: a code that is over is renewed by itself ten times, then a tap asks for another', async () => {
  const functions = phone(over)
  show(<LogInScreen />)
  await pass(60_000)
  expect(functions.made('account.begin-web-log-in')).toHaveLength(10)
  expect(screen.getByText('二维码已停用。')).toBeInTheDocument()
  phone(() => ({ state: 'refused' }))
  await userEvent.setup({ advanceTimers: jest.advanceTimersByTime }).click(screen.getByText('换一个二维码'))
  await pass(2000)
  expect(screen.getByText('已在手机上取消。')).toBeInTheDocument()
})

test('where no mini-program is set up, the password alone is asked', async () => {
  send.mockImplementation(functionsThat({ 'account.begin-web-log-in': () => { throw new Refusal('web-log-in.not-set-up') } }).send)
  show(<LogInScreen />)
  await pass(0)
  expect(screen.queryByText('微信扫码')).not.toBeInTheDocument()
  expect(screen.getByLabelText('密码')).toBeInTheDocument()
})
