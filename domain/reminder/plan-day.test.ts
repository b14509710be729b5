import fc from 'fast-check'
import { addDays, dayOf, instantOf } from '../kernel/civil-day'
import { CHANNELS } from './channel'
import { mayHaveReached, DELIVERY_STATES } from './delivery'
import type { DueCertificate } from './due'
import { planDay, type DayFacts, type Decision, type StoredDelivery } from './plan-day'
import type { Recipient } from './route'
import { GUIDE_RULES } from './rules'

const day = '2025-01-29'
const at = (time: string, on = day): Date => instantOf(on, time)
const person = (accountId: string, change: Partial<Recipient> = {}): Recipient => ({ accountId, name: accountId, active: true, phone: '13800000001', bound: true, follows: true, wechatCredits: 0, ...change })
const certificate = (id: string, change: Partial<DueCertificate> = {}): DueCertificate => ({
  id, cycle: 1, expiresOn: '2025-01-31', longTerm: false, leadDays: 180, sendTime: '10:00:00', channels: { home: true, sms: true, wechat: true }, handling: null, toldOn: null, rules: GUIDE_RULES,
  nextAt: at('10:00:00'), createdBy: 'zhang', updatedBy: 'zhang', relatedRoles: ['creator'], recipientIds: ['li'], ...change,
})
const facts = (change: Partial<DayFacts> = {}): DayFacts => ({
  institutionId: 'h1', now: at('10:00:02'), certificates: [certificate('c1')], recipients: [person('zhang'), person('li')], stored: [], ...change,
})
const sendsOf = (decisions: Decision[]) => decisions.filter((decision) => decision.kind === 'send')
const brief = (decisions: Decision[]): string[] => decisions.map((decision) => {
  if (decision.kind === 'hold-certificate') return `${decision.certificateId} ${decision.reason}`
  const what = `${decision.key.accountId} ${decision.key.channel} [${decision.mentions.join(' ')}]`
  return decision.kind === 'send' ? `${what} → ${decision.way}` : `${what} ✗ ${decision.reason}`
})
/** What the store holds after these decisions were written. */
const written = (decisions: Decision[], state: StoredDelivery['state'] = 'queued'): StoredDelivery[] =>
  decisions.flatMap((decision) => (decision.kind === 'hold-certificate' || decision.id === null ? [] : [{
    slot: decision.key.slot, accountId: decision.key.accountId, channel: decision.key.channel, mentions: decision.mentions,
    state: decision.kind === 'hold' ? 'held' as const : state,
  }]))

describe('the plan of a day', () => {
  test('S38, S40: each recipient gets one message on each ticked channel', () => {
    expect(brief(planDay(facts()))).toEqual([
      'zhang home [c1:1] → home', 'zhang sms [c1:1] → sms', 'zhang wechat [c1:1] → official-account',
      'li home [c1:1] → home', 'li sms [c1:1] → sms', 'li wechat [c1:1] → official-account',
    ])
  })

  test('its ids say institution, day, slot, account, channel and number', () => {
    expect(planDay(facts())[0]).toMatchObject({ id: 'h1:2025-01-29:10:00:00:zhang:home:0' })
  })

  test('B6: certificates of one slot are one message per person and channel', () => {
    const three = ['c1', 'c2', 'c3'].map((id) => certificate(id, { channels: { home: false, sms: true, wechat: false } }))
    expect(brief(planDay(facts({ certificates: three })))).toEqual(['zhang sms [c1:1 c2:1 c3:1] → sms', 'li sms [c1:1 c2:1 c3:1] → sms'])
  })

  test('B6: two send times are two messages', () => {
    const two = [certificate('c1', { nextAt: at('08:00:00'), sendTime: '08:00:00' }), certificate('c2')].map((each) => ({ ...each, recipientIds: [], channels: { home: true, sms: false, wechat: false } }))
    expect(brief(planDay(facts({ certificates: two })))).toEqual(['zhang home [c1:1] → home', 'zhang home [c2:1] → home'])
  })

  test('two devices\' worth of recipients with overlaps: seven people, each once', () => {
    const recipientIds = ['li', 'zhang', 'wang', 'zhao', 'sun', 'zhou', 'wu', 'li']
    const people = ['zhang', ...recipientIds].map((id) => person(id))
    const decisions = planDay(facts({ certificates: [certificate('c1', { relatedRoles: ['creator', 'editor'], recipientIds, channels: { home: true, sms: false, wechat: false } })], recipients: people }))
    expect(sendsOf(decisions)).toHaveLength(7)
  })

  test('B8: planned again after it was written, nothing is sent twice', () => {
    const first = planDay(facts())
    expect(sendsOf(planDay(facts({ stored: written(first) })))).toEqual([])
    expect(brief(planDay(facts({ stored: written(first) })))[0]).toBe('zhang home [c1:1] ✗ already-told-today')
  })

  test('B8: told by one way of 微信 it is not told by the other that day', () => {
    const stored: StoredDelivery[] = [{ slot: '10:00:00', accountId: 'zhang', channel: 'wechat', mentions: ['c1:1'], state: 'unknown' }]
    const only = certificate('c1', { channels: { home: false, sms: false, wechat: true }, recipientIds: [] })
    expect(brief(planDay(facts({ certificates: [only], recipients: [person('zhang', { follows: false, wechatCredits: 2 })], stored })))).toEqual(['zhang wechat [c1:1] ✗ already-told-today'])
  })

  test('a certificate saved at 10:03, when the 10:00 digest is out, has a message of its own', () => {
    const digest = written(planDay(facts()))
    const late = certificate('c2', { nextAt: at('10:03:00') })
    const decisions = planDay(facts({ now: at('10:03:30'), certificates: [late], stored: digest }))
    expect(sendsOf(decisions)).toHaveLength(6)
    expect(decisions[0]).toMatchObject({ id: 'h1:2025-01-29:10:03:00:zhang:home:0', mentions: ['c2:1'] })
  })

  test('one that joins a slot whose message is out gets the next number', () => {
    const digest = written(planDay(facts()))
    const decisions = planDay(facts({ certificates: [certificate('c1'), certificate('c2')], stored: digest }))
    expect(sendsOf(decisions)[0]).toMatchObject({ id: 'h1:2025-01-29:10:00:00:zhang:home:1', mentions: ['c2:1'] })
  })

  test('a recipient added after today\'s message is the only one who is told', () => {
    const digest = written(planDay(facts()))
    const edited = certificate('c1', { recipientIds: ['li', 'wang'], nextAt: at('12:00:00') })
    const decisions = planDay(facts({ now: at('12:00:10'), certificates: [edited], recipients: [person('zhang'), person('li'), person('wang')], stored: digest }))
    expect(new Set(sendsOf(decisions).map(({ key }) => key.accountId))).toEqual(new Set(['wang']))
  })

  test('a new cycle is told even if the old one was today', () => {
    const digest = written(planDay(facts()))
    expect(sendsOf(planDay(facts({ certificates: [certificate('c1', { cycle: 2 })], stored: digest })))).toHaveLength(6)
  })

  test('a message that failed is open again, one that may have arrived is not', () => {
    expect(DELIVERY_STATES.filter((state) => !mayHaveReached(state))).toEqual(['failed', 'held'])
    expect(sendsOf(planDay(facts({ stored: written(planDay(facts()), 'failed') })))).toHaveLength(6)
  })

  test('B3, B7: every person who is not told has a reason', () => {
    const recipients = [person('zhang', { phone: '', follows: false }), person('li', { active: false })]
    expect(brief(planDay(facts({ recipients })))).toEqual([
      'zhang home [c1:1] → home', 'zhang sms [c1:1] ✗ no-phone', 'zhang wechat [c1:1] ✗ not-following-no-credit',
      'li home [c1:1] ✗ account-off', 'li sms [c1:1] ✗ account-off', 'li wechat [c1:1] ✗ account-off',
    ])
  })

  test('an account that is gone is held, not forgotten', () => {
    expect(brief(planDay(facts({ recipients: [person('zhang')] })))).toContain('li home [c1:1] ✗ account-off')
  })

  test('a hold is written once', () => {
    const known = facts({ recipients: [person('zhang', { phone: '' }), person('li')] })
    const first = planDay(known)
    const again = planDay({ ...known, stored: written(first) }).find((decision) => decision.kind === 'hold' && decision.reason === 'no-phone')
    expect(again).toMatchObject({ id: null })
  })

  test('B2: one credit is promised once, to the earlier slot', () => {
    const two = [certificate('c1', { nextAt: at('08:00:00'), sendTime: '08:00:00' }), certificate('c2')].map((each) => ({ ...each, recipientIds: [], channels: { home: false, sms: false, wechat: true } }))
    const recipients = [person('zhang', { follows: false, wechatCredits: 1 })]
    expect(brief(planDay(facts({ certificates: two, recipients })))).toEqual(['zhang wechat [c1:1] → subscribe-message', 'zhang wechat [c2:1] ✗ not-following-no-credit'])
  })

  test.each<[string, Partial<DueCertificate>, string]>([
    ['handled between plan and tick', { handling: { kind: 'noted', until: null } }, 'noted'],
    ['in review', { handling: { kind: 'review', until: '2025-01-30' } }, 'review'],
    ['snoozed', { handling: { kind: 'snoozed', until: '2025-01-30' } }, 'snoozed'],
    ['revoked', { handling: { kind: 'revoked', until: null } }, 'revoked'],
    ['expired yesterday', { expiresOn: '2025-01-28' }, 'expired'],
    ['长期有效', { longTerm: true, expiresOn: null }, 'long-term'],
    ['without 有效期', { expiresOn: null }, 'no-expiry'],
    ['not in its window yet', { leadDays: 1 }, 'outside-window'],
    ['not due yet', { nextAt: instantOf('2025-01-29', '10:00:03') }, 'not-due'],
    ['without a channel', { channels: { home: false, sms: false, wechat: false } }, 'no-channel'],
    ['without a recipient', { relatedRoles: [], recipientIds: [] }, 'no-recipient'],
  ])('S33: %s: told to nobody, with the reason', (_, change, reason) => {
    expect(brief(planDay(facts({ certificates: [certificate('c1', change)] })))).toEqual([`c1 ${reason}`])
  })

  test('a snooze whose day has come holds nothing', () => {
    expect(sendsOf(planDay(facts({ certificates: [certificate('c1', { handling: { kind: 'snoozed', until: day } })] })))).toHaveLength(6)
  })

  test('S34: the last day is told', () => {
    expect(sendsOf(planDay(facts({ now: at('10:00:00', '2025-01-31'), certificates: [certificate('c1', { nextAt: at('10:00:00', '2025-01-31') })] })))).toHaveLength(6)
  })

  test('B8: what was missed yesterday waits for today\'s 发送时间 and is told once', () => {
    const missed = certificate('c1', { nextAt: at('10:00:00', '2025-01-28') })
    expect(brief(planDay(facts({ now: at('07:00:00'), certificates: [missed] })))).toEqual(['c1 not-due'])
    const caughtUp = planDay(facts({ now: at('10:00:30'), certificates: [missed] }))
    expect(sendsOf(caughtUp)).toHaveLength(6)
    expect(caughtUp[0]).toMatchObject({ key: { day, slot: '10:00:00' } })
  })

  test('one of three handled between plan and send leaves the digest', () => {
    const three = [certificate('c1'), certificate('c2', { handling: { kind: 'noted', until: null } }), certificate('c3')]
    expect(brief(planDay(facts({ certificates: three })))).toEqual(expect.arrayContaining(['c2 noted', 'zhang home [c1:1 c3:1] → home']))
  })

  const rhythm = fc.constantFrom('daily' as const, 'steps' as const)
  const anyRules = fc.record({
    rhythm: fc.record({ home: rhythm, sms: rhythm, wechat: rhythm }), steps: fc.subarray([30, 7, 3, 1, 0]), afterExpiry: fc.constantFrom('stop' as const, 'weekly' as const),
    escalation: fc.subarray([{ daysBefore: 7, role: 'department-head' as const }, { daysBefore: 0, role: 'hospital-admin' as const }]),
    holidays: fc.subarray([{ name: '春节', from: addDays(day, 1), to: addDays(day, 7) }]),
  })
  const anyCertificate = fc.record({
    id: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5'), cycle: fc.constantFrom(1, 2), expiresOn: fc.integer({ min: -3, max: 40 }).map((n) => addDays(day, n)), longTerm: fc.boolean(),
    leadDays: fc.nat(30), sendTime: fc.constantFrom('08:00:00', '10:00:00'), channels: fc.record({ home: fc.boolean(), sms: fc.boolean(), wechat: fc.boolean() }),
    handling: fc.option(fc.record({ kind: fc.constantFrom('noted' as const, 'snoozed' as const), until: fc.option(fc.constantFrom(day, addDays(day, 1))) })),
    nextAt: fc.constantFrom(at('08:00:00'), at('10:00:00'), at('10:00:00', addDays(day, -1)), at('11:00:00')), toldOn: fc.option(fc.integer({ min: -40, max: 0 }).map((n) => addDays(day, n))), rules: anyRules,
    escalatedIds: fc.subarray(['a', 'd']),
    createdBy: fc.constantFrom('a', 'b'), updatedBy: fc.constantFrom('b', 'c'), relatedRoles: fc.subarray(['creator' as const, 'editor' as const]), recipientIds: fc.subarray(['a', 'b', 'c', 'd']),
  })
  const anyPerson = (accountId: string) => fc.record({ accountId: fc.constant(accountId), name: fc.constant(accountId), active: fc.boolean(), phone: fc.constantFrom('', '13800000001'), bound: fc.boolean(), follows: fc.boolean(), wechatCredits: fc.nat(2), slowed: fc.boolean() })
  const anyFacts = fc.record({
    institutionId: fc.constant('h1'), now: fc.constant(at('10:00:02')), certificates: fc.uniqueArray(anyCertificate, { selector: ({ id }) => id }),
    recipients: fc.tuple(anyPerson('a'), anyPerson('b'), anyPerson('c')).map((people) => [...people]),
    stored: fc.array(fc.record({ slot: fc.constantFrom('08:00:00', '10:00:00'), accountId: fc.constantFrom('a', 'b', 'c', 'd'), channel: fc.constantFrom(...CHANNELS), mentions: fc.subarray(['c1:1', 'c2:1', 'c3:1', 'c1:2'], { minLength: 1 }), state: fc.constantFrom(...DELIVERY_STATES) }), { maxLength: 6 }),
  })

  test('whatever the facts: covered, once, never silent about why, and the same again', () => {
    fc.assert(fc.property(anyFacts, (known) => {
      const decisions = planDay(known)
      const covered = new Set(decisions.flatMap((decision) => (decision.kind === 'hold-certificate' ? [decision.certificateId] : decision.certificateIds)))
      expect(covered).toEqual(new Set(known.certificates.map(({ id }) => id)))
      const told = sendsOf(decisions).flatMap(({ key, mentions }) => mentions.map((each) => `${key.accountId} ${key.channel} ${each}`))
      expect(new Set(told).size).toBe(told.length)
      const before = known.stored.filter(({ state }) => mayHaveReached(state)).flatMap(({ accountId, channel, mentions }) => mentions.map((each) => `${accountId} ${channel} ${each}`))
      expect(told.filter((each) => before.includes(each))).toEqual([])
      const ids = decisions.flatMap((decision) => (decision.kind === 'hold-certificate' || decision.id === null ? [] : [decision.id]))
      expect(new Set(ids).size).toBe(ids.length)
      expect(sendsOf(decisions).every(({ key }) => key.day === dayOf(known.now))).toBe(true)
      expect(planDay({ ...known, certificates: [...known.certificates].reverse() })).toEqual(decisions)
      const spent = (accountId: string) => sendsOf(decisions).filter(({ way, key }) => way === 'subscribe-message' && key.accountId === accountId).length
      const recipients = known.recipients.map((recipient) => ({ ...recipient, wechatCredits: recipient.wechatCredits - spent(recipient.accountId) }))
      expect(sendsOf(planDay({ ...known, recipients, stored: [...known.stored, ...written(decisions)] }))).toEqual([])
    }), { numRuns: 300 })
  })
})
