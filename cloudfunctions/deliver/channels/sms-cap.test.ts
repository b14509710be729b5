import { instantOf } from '../../../domain/kernel/civil-day'
import { bench, INSTITUTION } from '../../../cloud/testing/reminder-bench'
import type { Outcome } from '../../../domain/reminder/outcome'
import type { Message } from './channel'
import { withCaps } from './sms-cap'

const at = instantOf('2026-09-05', '10:00:00')
const message = (accountId: string): Message => ({ deliveryId: 'd', institutionId: INSTITUTION, accountId, at, occasion: { day: '2026-09-05', items: [] }, phone: '13800000001', openid: '', officialOpenid: '' })
const capped = (caps: { dailyCap: number | null; personCap: number | null }, outcome: Outcome = { ok: true, providerId: 'p' }) => {
  const { store } = bench(at, {})
  const channel = withCaps({ send: () => Promise.resolve(outcome) }, caps, store)
  return { store, send: (accountId: string) => channel.send(message(accountId)) }
}

test('the institution’s cap of a day holds over everybody, also for messages sent at once', async () => {
  const { send } = capped({ dailyCap: 2, personCap: null })
  expect((await Promise.all(['a', 'b', 'c'].map(send))).map(({ ok }) => ok)).toEqual([true, true, false])
  expect(await send('d')).toEqual({ ok: false, class: 'rate', code: 'sms.daily-cap' })
})

test('a person’s cap holds for him alone', async () => {
  const { send } = capped({ dailyCap: null, personCap: 1 })
  expect([(await send('a')).ok, await send('a'), (await send('b')).ok]).toEqual([true, { ok: false, class: 'rate', code: 'sms.person-cap' }, true])
})

test('what the provider refused does not count, what may have left does', async () => {
  const refused = capped({ dailyCap: 1, personCap: null }, { ok: false, class: 'permanent', code: 'x' })
  expect([await refused.send('a'), await refused.send('a')].map((outcome) => (outcome.ok ? '' : outcome.code))).toEqual(['x', 'x'])
  const unclear = capped({ dailyCap: 1, personCap: null }, { ok: false, class: 'unknown', code: 'http.timeout' })
  expect([await unclear.send('a'), await unclear.send('a')].map((outcome) => (outcome.ok ? '' : outcome.code))).toEqual(['http.timeout', 'sms.daily-cap'])
})

test('without caps the store is not asked', async () => {
  const { store, send } = capped({ dailyCap: null, personCap: null })
  await send('a')
  expect(store.calls).toEqual([])
})
