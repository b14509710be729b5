import type { Delivery } from '../delivery-days'
import { resendable } from './resendable'

const TODAY = '2026-11-23'
const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  id: 'd', day: TODAY, slot: '08:00:00', accountId: 'a', account: '王五', channel: 'sms', route: null, state: 'held', reason: 'no-phone', at: '2026-11-23T00:00:00.000Z', readAt: null, ...change,
})
const wang = (hasPhone: boolean) => [{ id: 'a', name: '王五', because: ['named' as const], reach: { bound: true, follows: false, hasPhone, wechatCredits: 0 } }]
const ids = (rows: Delivery[], hasPhone = true) => [...resendable(rows, wang(hasPhone), TODAY)]

test('B7: what was held goes out again only when its cause is mended', () => {
  expect(ids([delivery()])).toEqual(['d'])
  expect(ids([delivery()], false)).toEqual([])
  expect(ids([delivery({ reason: 'channel-not-set-up' })])).toEqual([])
  expect(ids([delivery({ reason: 'noted' })])).toEqual([])
  expect(ids([delivery({ accountId: 'gone' })])).toEqual([])
})

test('B8: what was sent or may have been is never offered, nor where another message of today reached him', () => {
  for (const state of ['sent', 'unknown', 'queued', 'sending'] as const) expect(ids([delivery({ state, reason: '' })])).toEqual([])
  expect(ids([delivery({ state: 'failed' }), delivery({ id: 'e', state: 'sent' })])).toEqual([])
  expect(ids([delivery({ state: 'failed' }), delivery({ id: 'e', state: 'sent', channel: 'home' })])).toEqual(['d'])
  expect(ids([delivery({ state: 'failed', day: '2026-11-22' })])).toEqual([])
})
