import type { DeliveryDoc } from '../../cloud/documents'
import { bench, certificate, INSTITUTION, rowsOf, zhang, type Bench } from '../../cloud/testing/reminder-bench'
import { instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import { deliver } from './deliver'

/**
 * Two instances that both believe the institution is theirs plan the same certificate under two send times when somebody saves it in between:
 * their ids do not meet (B8).
 */
const day = '2024-08-04'
const ten = instantOf(day, '10:00:00')
const saved = instantOf('2024-08-01', '09:00:00')
const smsOnly = { home: false, sms: true, wechat: false }

const planned = (slot: string, certificateIds: string[], over: Partial<DeliveryDoc> = {}): DeliveryDoc => ({
  _id: `${INSTITUTION}:${day}:${slot}:acc-zhang:sms:0`, schema: 1, institutionId: INSTITUTION, day, slot, accountId: 'acc-zhang', accountName: '张三', channel: 'sms',
  certificateIds, mentions: certificateIds.map((id) => `${id}:1`), state: 'queued', route: null, reason: '', attempts: 0, claim: null, firstAttemptAt: null,
  dueAt: ten, providerId: '', createdAt: ten, settledAt: null, ...over,
})

function withDeliveries(...deliveries: DeliveryDoc[]): Bench {
  const toldAlready = { reminder: { nextAt: null, holdReason: null, toldOn: day } }
  const certificates = ['c1', 'c2'].map((id) => ({ ...certificate(id, { channels: smsOnly }, saved), ...toldAlready }))
  return bench(plusMinutes(ten, 1), { ...zhang, certificates, certificate_devices: certificates.flatMap(rowsOf), deliveries })
}

const fates = (ports: Bench): string[] => ports.store.all('deliveries').map(({ slot, state, reason, mentions }) => `${slot} ${state} ${reason} ${mentions.join()}`.replace(/ +/g, ' '))
const sending = (minutes: number): Partial<DeliveryDoc> => ({ state: 'sending', claim: { token: 'another', deadline: plusMinutes(ten, minutes) }, dueAt: plusMinutes(ten, minutes) })

test('B8: of two messages about the same, planned under two send times, the earlier one goes', async () => {
  const ports = withDeliveries(planned('10:01:00', ['c1']), planned('10:00:00', ['c1']))
  await deliver(INSTITUTION, ports)
  expect(fates(ports)).toEqual(['10:01:00 held already-told-today c1:1', '10:00:00 sent c1:1'])
  expect(ports.fake.sent).toHaveLength(1)
})

test.each(['sent', 'unknown'] as const)('B8: what another message of today has told or may have is not told again: %s', async (state) => {
  const ports = withDeliveries(planned('10:00:30', ['c1'], { state, dueAt: null }), planned('10:00:00', ['c1']))
  await deliver(INSTITUTION, ports)
  expect(fates(ports)[1]).toBe('10:00:00 held already-told-today c1:1')
  expect(ports.fake.sent).toHaveLength(0)
})

test('B8: one that may have arrived and waits to be repeated counts as told', async () => {
  const waiting = { attempts: 1, firstAttemptAt: ten, doubtful: true, dueAt: plusMinutes(ten, 2) } as const
  const ports = withDeliveries(planned('10:00:30', ['c1'], waiting), planned('10:00:00', ['c1']))
  await deliver(INSTITUTION, ports)
  expect(fates(ports)[1]).toBe('10:00:00 held already-told-today c1:1')
})

test('B8: while another instance is about to tell it, it waits, and goes when that one could not', async () => {
  const ports = withDeliveries(planned('10:00:30', ['c1'], sending(1.5)), planned('10:00:00', ['c1']))
  await deliver(INSTITUTION, ports)
  expect([fates(ports)[1], ports.fake.sent.length]).toEqual(['10:00:00 queued c1:1', 0])
  await ports.store.update('deliveries', { 'claim.token': 'another' }, { set: { state: 'failed', reason: 'recipient', claim: null, dueAt: null } })
  ports.clock.set(plusMinutes(ten, 2))
  await deliver(INSTITUTION, ports)
  expect([fates(ports)[1], ports.fake.sent.length]).toEqual(['10:00:00 sent c1:1', 1])
})

test('B6, B8: a digest of which one certificate was told by another message tells of the others only', async () => {
  const ports = withDeliveries(planned('10:00:30', ['c1'], { state: 'sent', dueAt: null }), planned('10:00:00', ['c1', 'c2']))
  await deliver(INSTITUTION, ports)
  expect(fates(ports)[1]).toBe('10:00:00 sent c2:1')
})
