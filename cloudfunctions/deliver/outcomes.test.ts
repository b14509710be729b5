import type { ProviderReply } from '../../cloud/ports'
import { bench, certificate, credit, INSTITUTION, rowsOf, zhang, type Bench } from '../../cloud/testing/reminder-bench'
import { addDays, instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import { deliver } from './deliver'

const saved = instantOf('2024-08-01', '09:00:00')
const due = '2024-08-04'
const ten = instantOf(due, '10:00:00')
const refused = (code: string): ProviderReply => ({ kind: 'refused', code })

/** Minutes after 10:00 at which somebody looks: often enough for every back-off of the day. */
const LOOKS = [...Array.from({ length: 13 }, (_, minute) => minute), 21, 22, 81, 82, 261, 262, 350]

/** A whole day, then the same minute of the next day. */
async function day(channel: 'sms' | 'wechat', answer: Bench['fake']['answer'], byCredit = false): Promise<{ ports: Bench; asked: number; tomorrow: number }> {
  const doc = certificate('c1', { channels: { home: false, sms: channel === 'sms', wechat: channel === 'wechat' } }, saved)
  const ports = bench(ten, { ...zhang, ...(byCredit && { followers: [], subscription_credits: [credit('acc-zhang', 3)] }), certificates: [doc], certificate_devices: rowsOf(doc) })
  let calls = 0
  ports.fake.answer = (sent) => { calls += 1; return answer(sent) }
  for (const minute of LOOKS) {
    ports.clock.set(plusMinutes(ten, minute))
    await deliver(INSTITUTION, ports)
  }
  const asked = calls
  ports.clock.set(instantOf(addDays(due, 1), '10:00:00'))
  await deliver(INSTITUTION, ports)
  return { ports, asked, tomorrow: calls - asked }
}

type Row = readonly [what: string, channel: 'sms' | 'wechat', reply: ProviderReply, state: string, asked: number, byCredit?: boolean]
const ROWS: readonly Row[] = [
  ['sent', 'sms', { kind: 'accepted', providerId: 'p' }, 'sent', 1],
  ['sent', 'wechat', { kind: 'accepted', providerId: 'p' }, 'sent', 1],
  ['permanent: this text', 'sms', refused('FailedOperation.ContainSensitiveWord'), 'failed', 1],
  ['permanent: this text', 'wechat', refused('47003'), 'failed', 1],
  ['recipient: this number', 'sms', refused('InvalidParameterValue.IncorrectPhoneNumber'), 'failed', 1],
  ['recipient: does not follow', 'wechat', refused('43004'), 'failed', 1],
  ['recipient: no consent left', 'wechat', refused('43101'), 'failed', 1, true],
  ['config: our settings', 'sms', refused('FailedOperation.SignatureIncorrectOrUnapproved'), 'failed', 1],
  ['config: our settings', 'wechat', refused('40037'), 'failed', 1],
  ['rate: a limit ends the day', 'sms', refused('LimitExceeded.PhoneNumberDailyLimit'), 'failed', 1],
  ['rate: a limit ends the day', 'wechat', refused('45009'), 'failed', 1],
  ['transient: retried with back-off inside the day', 'sms', { kind: 'unsent', code: 'http.unreachable' }, 'failed', 6],
  ['transient: retried with back-off inside the day', 'wechat', refused('-1'), 'failed', 6],
  ['unknown: an SMS is never repeated', 'sms', { kind: 'unclear', code: 'http.timeout' }, 'unknown', 1],
  ['unknown: a subscription message is never repeated', 'wechat', { kind: 'unclear', code: 'http.timeout' }, 'unknown', 1, true],
  ['unknown: the official account drops repeats, so it is tried again for nine minutes', 'wechat', { kind: 'unclear', code: 'http.cut' }, 'unknown', 9],
]

test.each(ROWS.map((row) => ({ name: `${row[0]}, ${row[1]}`, row })))('B8: $name', async ({ row: [, channel, reply, state, asked, byCredit] }) => {
  const done = await day(channel, () => reply, byCredit)
  const [today] = done.ports.store.all('deliveries').filter((delivery) => delivery.day === due)
  expect([today?.state, done.asked]).toEqual([state, asked])
  expect(today?.dueAt).toBeNull()
})

test('B8: whatever ended today, tomorrow has its own message', async () => {
  for (const reply of [refused('LimitExceeded.PhoneNumberDailyLimit'), { kind: 'unsent', code: 'http.unreachable' } as const, { kind: 'unclear', code: 'http.timeout' } as const]) {
    expect((await day('sms', () => reply)).tomorrow).toBe(1)
  }
})
