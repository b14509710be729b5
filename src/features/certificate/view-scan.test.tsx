import { openMarked } from '../../platform/open-marked'
import { learnServerTime } from '../../platform/server-clock'
import { toast } from '../../platform/toast'
import { viewScan } from './view-scan'

jest.mock('../../platform/open-marked', () => ({ openMarked: jest.fn() }))
jest.mock('../../platform/toast', () => ({ toast: jest.fn() }))

const file = { name: '证.jpg', type: 'image/jpeg', url: 'https://files.test/one.jpg' }

beforeEach(() => {
  jest.useFakeTimers()
  learnServerTime('2026-11-26T05:30:00.000Z')
})
afterEach(() => jest.useRealTimers())

test('B17: a scan is shown with who looks at it and when, by the server’s clock in the hospital', async () => {
  await viewScan(file, '王军')
  expect(openMarked).toHaveBeenCalledWith(file, '王军 2026-11-26 13:30 查看')
})

test('a scan that cannot be fetched says so, and what to do', async () => {
  ;(openMarked as jest.Mock).mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await viewScan(file, '王军')
  expect(toast).toHaveBeenCalledWith('打不开，请检查网络后再试')
})
