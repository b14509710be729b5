import { addDays, dayOf, instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import type { DeliveryDoc } from '../documents'
import { memoryStore } from '../testing/memory-store'
import { certificate, INSTITUTION } from '../testing/reminder-bench'
import { untouchedSettings } from './channel-settings'
import { creditsOfAll, healthFacts, lockedForCodes, neglected, queueOf, trafficSince } from './health'

const now = instantOf('2026-11-25', '09:00:00')
const ago = (minutes: number): Date => plusMinutes(now, -minutes)
const dueAt = (id: string, nextAt: Date | null) => ({ ...certificate(id, {}, now), reminder: { nextAt, holdReason: null, toldOn: null } })
const delivery = (id: string, over: Partial<DeliveryDoc> = {}): DeliveryDoc => ({
  _id: id, schema: 1, institutionId: INSTITUTION, day: '2026-11-25', slot: '08:00:00', accountId: 'a', accountName: 'a', channel: 'sms', certificateIds: [], mentions: [], state: 'sent', route: null,
  reason: '', attempts: 1, claim: null, firstAttemptAt: null, dueAt: null, providerId: '', createdAt: ago(60), settledAt: ago(60), ...over,
})
const oldest = async (seed: Parameters<typeof memoryStore>[0]): Promise<Date | null> => (await healthFacts(memoryStore(seed), INSTITUTION, now)).oldestDue

test('B18: the longest waiting is a certificate or a message, of this institution alone', async () => {
  expect(await oldest({ certificates: [dueAt('a', ago(20)), dueAt('b', ago(-60)), { ...dueAt('c', ago(99)), institutionId: 'other' }] })).toEqual(ago(20))
  expect(await oldest({ certificates: [dueAt('a', ago(20))], deliveries: [delivery('d', { state: 'queued', dueAt: ago(30), settledAt: null })] })).toEqual(ago(30))
  expect(await oldest({ certificates: [dueAt('a', null), dueAt('b', ago(-1))] })).toBeNull()
})

test('certificates that a change of rules has just made due have not been waiting since yesterday; older ones have', async () => {
  const reckoned = instantOf(addDays(dayOf(now), -1), '00:00:00')
  expect(await oldest({ certificates: [dueAt('a', reckoned)] })).toBeNull()
  expect(await oldest({ certificates: [dueAt('a', reckoned), dueAt('b', plusMinutes(reckoned, -1))] })).toEqual(plusMinutes(reckoned, -1))
  expect(await oldest({ certificates: [dueAt('a', reckoned), dueAt('b', plusMinutes(reckoned, 600))] })).toEqual(plusMinutes(reckoned, 600))
})

test('what is judged is of the last 24 hours, whatever the day it was for', async () => {
  const deliveries = [delivery('in', { settledAt: ago(24 * 60), state: 'failed', reason: '43004', channel: 'wechat', route: 'official-account' }), delivery('out', { settledAt: ago(24 * 60 + 1) }), delivery('other', { institutionId: 'other' })]
  const { lastDay } = await healthFacts(memoryStore({ deliveries }), INSTITUTION, now)
  expect(lastDay).toEqual([{ channel: 'wechat', route: 'official-account', state: 'failed', reason: '43004', count: 1, latest: ago(24 * 60) }])
})

test('an account of one’s own is told from the shared one', async () => {
  const settings = untouchedSettings(INSTITUTION, ago(5))
  const facts = await healthFacts(memoryStore({ channel_settings: [{ ...settings, sms: { ...settings.sms, use: 'own' } }] }), INSTITUTION, now)
  expect([[...facts.ownWays], facts.settingsSavedAt]).toEqual([['sms'], ago(5)])
})

test('it asks the same questions whatever is stored', async () => {
  const asked = async (count: number): Promise<string[]> => {
    const store = memoryStore({ certificates: Array.from({ length: count }, (_, n) => dueAt(`c${n}`, ago(n))), deliveries: Array.from({ length: count }, (_, n) => delivery(`d${n}`)) })
    await healthFacts(store, INSTITUTION, now)
    return store.calls.map(({ name, collection }) => `${name} ${collection}`).sort()
  }
  expect(await asked(300)).toEqual(await asked(1))
})

test('the queue tells what is due, what is sent now and what later, and whether somebody works it', async () => {
  const deliveries = [delivery('a', { state: 'queued', dueAt: ago(1), settledAt: null }), delivery('b', { state: 'queued', dueAt: ago(-10), settledAt: null }), delivery('c')]
  const runs = [{ _id: `lease:${INSTITUTION}`, schema: 1 as const, at: now, token: 't', deadline: ago(-1), counts: {} }]
  expect(await queueOf(memoryStore({ certificates: [dueAt('x', ago(0))], deliveries, runs }), INSTITUTION, now)).toEqual({ due: 1, ready: 1, later: 1, working: true })
  expect((await queueOf(memoryStore({ runs: [{ ...runs[0]!, deadline: now }] }), INSTITUTION, now)).working).toBe(false)
})

test('traffic is told by day, credits by who has one left, certificates by what nobody sees to', async () => {
  const store = memoryStore({
    deliveries: [delivery('a'), delivery('b', { day: '2026-11-24' }), delivery('c', { day: '2026-11-18' })],
    subscription_credits: [3, 0, 2].map((remaining, n) => ({ _id: `a${n}:t`, schema: 1 as const, institutionId: INSTITUTION, accountId: `a${n}`, templateId: n === 2 ? 'former' : 't', remaining, granted: 3, sent: 0 })),
    certificates: [
      { ...certificate('gone', { expiresOn: '2026-11-24' }, now), handling: null }, { ...certificate('last-day', { expiresOn: '2026-11-25' }, now), handling: null },
      { ...dueAt('silent', null), reminder: { nextAt: null, holdReason: 'devices-retired', toldOn: null }, expiresOn: '2027-01-31' },
    ],
  })
  expect([...(await trafficSince(store, INSTITUTION, '2026-11-19')).keys()].sort()).toEqual(['2026-11-24', '2026-11-25'])
  expect(await creditsOfAll(store, INSTITUTION, 't')).toEqual({ withCredit: 1, withoutCredit: 1, remaining: 3 })
  expect(await neglected(store, INSTITUTION, '2026-11-25')).toEqual({ remindsNobody: 1, expired: 1 })
})

test('whoever is locked for wrong bind codes counts until his hour is over, of whatever hospital; wrong passwords, few wrong codes and hourly counts do not', async () => {
  const attempt = (_id: string, lockedUntil: Date | null, since = ago(30)) => ({ _id, schema: 1 as const, failures: 5, since, lockedUntil })
  const attempts = [
    attempt('bind-code:o-1', ago(-30)), attempt('set-password:医院 li', ago(-1)), attempt('bind-code:o-2', ago(0)), attempt('bind-code:o-3', null),
    attempt('bind-password:o-4', ago(-30)), attempt('log-in:10.0.0.1', ago(-30)), attempt('hourly:device.export:a:1', null),
  ]
  expect(await lockedForCodes(memoryStore({ attempts }), now)).toBe(2)
})
