import { act, render } from '@testing-library/react'
import { pauseAfter, useEvery } from './use-every'

let hidden = false
Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') })
const see = (seen: boolean) => act(() => {
  hidden = !seen
  document.dispatchEvent(new Event('visibilitychange'))
})
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

const Watcher = ({ every, ask }: { every: number; ask: () => Promise<boolean> }) => {
  useEvery(every, ask)
  return null
}

beforeEach(() => { jest.useFakeTimers(); hidden = false })
afterEach(() => jest.useRealTimers())

test('S43: 消息 is looked at again every span, and no more when the page is left', async () => {
  const ask = jest.fn(() => Promise.resolve(true))
  const { unmount } = render(<Watcher every={1000} ask={ask} />)
  await pass(3000)
  expect(ask).toHaveBeenCalledTimes(3)
  unmount()
  await pass(10_000)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('S43: a hidden tab rests however long, and asks once as soon as it is seen again', async () => {
  const ask = jest.fn(() => Promise.resolve(true))
  render(<Watcher every={1000} ask={ask} />)
  see(false)
  await pass(60_000)
  expect(ask).not.toHaveBeenCalled()
  see(true)
  await pass(0)
  expect(ask).toHaveBeenCalledTimes(1)
  see(false)
  see(true)
  await pass(999)
  expect(ask).toHaveBeenCalledTimes(1)
})

test('S43: failures double the pause up to sixteen spans, one answer makes it short again, and a slow answer is waited for', async () => {
  expect([0, 1, 2, 3, 4, 9].map((failures) => pauseAfter(1000, failures))).toEqual([1000, 2000, 4000, 8000, 16_000, 16_000])
  const ask = jest.fn(() => Promise.resolve(false))
  render(<Watcher every={1000} ask={ask} />)
  await pass(1000 + 2000 + 4000)
  expect(ask).toHaveBeenCalledTimes(3)
  ask.mockImplementation(() => Promise.resolve(true))
  await pass(8000 + 1000)
  expect(ask).toHaveBeenCalledTimes(5)
  ask.mockImplementation(() => new Promise<boolean>(() => undefined))
  await pass(60_000)
  expect(ask).toHaveBeenCalledTimes(6)
})
