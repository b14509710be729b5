import fc from 'fast-check'
import { addDays, dayOf, instantOf, plusMinutes } from '../kernel/civil-day'
import { nextSendAt, sendPlan, toldOnAfterChange, type PlanFacts } from './plan'

const HOME = { home: true, sms: false, wechat: false }
const NONE = { home: false, sms: false, wechat: false }
const facts = (change: Partial<PlanFacts> = {}): PlanFacts => ({
  expiresOn: '2025-01-31', longTerm: false, leadDays: 180, sendTime: '10:00:00', channels: HOME, handling: null, toldOn: null, ...change,
})
const at = (day: string, time = '10:00:00'): Date => instantOf(day, time)

/** Follows the rule as the engine does: every due day is planned once, at most a year's worth. */
function sends(start: PlanFacts, from: Date): Date[] {
  const all: Date[] = []
  let toldOn = start.toldOn
  let now = from
  for (let i = 0; i < 4000; i += 1) {
    const next = nextSendAt({ ...start, toldOn }, now)
    if (next.at === null) return all
    all.push(next.at)
    toldOn = dayOf(next.at)
    now = plusMinutes(next.at, 1)
  }
  return all
}

describe('the daily rule', () => {
  test('S34: 有效期 2025-01-31, 180 days, 10:00: first 2024-08-04 10:00, last 2025-01-31 10:00, 181 sends', () => {
    const plan = sendPlan(facts(), at('2024-08-01'))
    expect(plan).toEqual({ first: at('2024-08-04'), last: at('2025-01-31'), count: 181, perChannel: [{ channel: 'home', count: 181 }], next: at('2024-08-04'), remaining: 181, immediate: false, reason: 'scheduled' })
    const all = sends(facts(), at('2024-08-01'))
    expect(all).toHaveLength(181)
    expect([all[0], all[180]]).toEqual([at('2024-08-04'), at('2025-01-31')])
  })

  test('S34: the last day counts and the day after does not', () => {
    expect(nextSendAt(facts(), at('2025-01-31', '09:59:59'))).toEqual({ at: at('2025-01-31'), reason: 'scheduled' })
    expect(nextSendAt(facts({ toldOn: '2025-01-31' }), at('2025-01-31', '10:00:01'))).toEqual({ at: null, reason: 'last-told' })
    expect(nextSendAt(facts(), at('2025-02-01', '00:00:00'))).toEqual({ at: null, reason: 'expired' })
  })

  test('S37: a lead of 0 sends once, on the last day', () => {
    const plan = sendPlan(facts({ leadDays: 0 }), at('2024-08-01'))
    expect(plan).toMatchObject({ first: at('2025-01-31'), last: at('2025-01-31'), count: 1, remaining: 1 })
    expect(sends(facts({ leadDays: 0 }), at('2024-08-01'))).toEqual([at('2025-01-31')])
  })

  test('S31, S37: a lead longer than the remaining life sends today, not silently never', () => {
    const late = sendPlan(facts(), at('2025-01-29', '15:30:00'))
    expect(late).toMatchObject({ first: at('2024-08-04'), count: 181, next: at('2025-01-29', '15:30:00'), remaining: 3, immediate: true, reason: 'late-today' })
    expect(sendPlan(facts(), at('2025-01-29', '07:00:00'))).toMatchObject({ next: at('2025-01-29'), remaining: 3, immediate: false })
  })

  test('an edit at 09:59:59 for 10:00 is in time, one at 10:00:00 too', () => {
    expect(nextSendAt(facts(), at('2024-09-01', '09:59:59')).at).toEqual(at('2024-09-01'))
    expect(nextSendAt(facts(), at('2024-09-01', '10:00:00'))).toEqual({ at: at('2024-09-01'), reason: 'scheduled' })
  })

  test('saved at 10:03 for 10:00: told now, unless today is told already', () => {
    expect(nextSendAt(facts(), at('2024-09-01', '10:03:00'))).toEqual({ at: at('2024-09-01', '10:03:00'), reason: 'late-today' })
    expect(nextSendAt(facts({ toldOn: '2024-09-01' }), at('2024-09-01', '10:03:00'))).toEqual({ at: at('2024-09-02'), reason: 'scheduled' })
  })

  test('a send time moved to later on a day that is told does not tell it twice', () => {
    expect(nextSendAt(facts({ sendTime: '17:00:00', toldOn: '2024-09-01' }), at('2024-09-01', '12:00:00')).at).toEqual(at('2024-09-02', '17:00:00'))
  })

  test('missed days are not replayed', () => {
    expect(nextSendAt(facts({ toldOn: '2024-08-10' }), at('2024-09-01', '11:00:00')).at).toEqual(at('2024-09-01', '11:00:00'))
    expect(sends(facts({ toldOn: '2024-08-10' }), at('2024-09-01', '11:00:00'))[1]).toEqual(at('2024-09-02'))
  })

  test('a window over a leap day has its extra day', () => {
    const leap = facts({ expiresOn: '2024-03-01', leadDays: 2 })
    expect(sends(leap, at('2024-01-01')).map(dayOf)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(sends(facts({ expiresOn: '2024-02-29', leadDays: 1 }), at('2024-01-01')).map(dayOf)).toEqual(['2024-02-28', '2024-02-29'])
  })

  test.each<[string, Partial<PlanFacts>, string]>([
    ['长期有效', { longTerm: true, expiresOn: null }, 'long-term'],
    ['no 有效期', { expiresOn: null }, 'no-expiry'],
    ['no channel', { channels: NONE }, 'no-channel'],
    ['handled', { handling: { kind: 'noted', until: null } }, 'handled'],
    ['revoked', { handling: { kind: 'revoked', until: null } }, 'revoked'],
    ['silent beyond the last day', { handling: { kind: 'review', until: '2025-02-01' } }, 'silent-to-the-end'],
  ])('S33: %s: nothing is sent, and why', (_, change, reason) => {
    expect(nextSendAt(facts(change), at('2024-09-01'))).toEqual({ at: null, reason })
    expect(sendPlan(facts(change), at('2024-09-01'))).toMatchObject({ next: null, remaining: 0, immediate: false, reason })
  })

  test('长期有效 and no channel have no first and no count', () => {
    expect(sendPlan(facts({ longTerm: true }), at('2024-09-01'))).toMatchObject({ first: null, last: null, count: 0 })
    expect(sendPlan(facts({ channels: NONE }), at('2024-09-01'))).toMatchObject({ first: null, count: 0 })
  })

  test('B1: a review or a snooze resumes on its day at 发送时间', () => {
    const silent = facts({ handling: { kind: 'review', until: '2024-12-23' }, toldOn: '2024-09-01' })
    expect(nextSendAt(silent, at('2024-09-01', '11:00:00'))).toEqual({ at: at('2024-12-23'), reason: 'resumes' })
    expect(nextSendAt(silent, at('2024-12-23', '09:00:00'))).toEqual({ at: at('2024-12-23'), reason: 'scheduled' })
    expect(nextSendAt(facts({ handling: { kind: 'snoozed', until: '2024-08-02' } }), at('2024-08-01')).at).toEqual(at('2024-08-04'))
  })

  const anyDay = fc.integer({ min: -400, max: 400 }).map((n) => addDays('2025-01-31', n))
  const anyTime = fc.constantFrom('00:00:00', '07:59:59', '10:00:00', '10:03:00', '23:59:59')
  const anyFacts = fc.record({
    expiresOn: anyDay, longTerm: fc.constant(false), leadDays: fc.integer({ min: 0, max: 400 }), sendTime: anyTime, channels: fc.constant(HOME),
    handling: fc.option(fc.record({ kind: fc.constantFrom('review' as const, 'snoozed' as const, 'noted' as const), until: fc.option(anyDay) })),
    toldOn: fc.option(anyDay),
  })

  test('the next instant lies ahead, in the window, on a day that is neither told nor silent', () => {
    fc.assert(fc.property(anyFacts, anyDay, anyTime, (known, day, time) => {
      const now = at(day, time)
      const next = nextSendAt(known, now)
      if (next.at === null) return
      const due = dayOf(next.at)
      expect(next.at.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(due >= addDays(known.expiresOn, -known.leadDays) && due <= known.expiresOn).toBe(true)
      expect(known.toldOn === null || due > known.toldOn).toBe(true)
      expect(known.handling === null || (known.handling.until !== null && known.handling.until <= due)).toBe(true)
    }), { numRuns: 500 })
  })

  test('S34: followed from before its window, every lead gives one send a day, lead + 1 in all', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), anyTime, (leadDays, sendTime) => {
      const known = facts({ leadDays, sendTime })
      const all = sends(known, at('2023-01-01'))
      expect(all).toHaveLength(leadDays + 1)
      expect(new Set(all.map(dayOf)).size).toBe(all.length)
      expect(all.every((instant) => instant.getTime() === at(dayOf(instant), sendTime).getTime())).toBe(true)
      expect(sendPlan(known, at('2023-01-01'))).toMatchObject({ first: all[0], last: all[all.length - 1], count: all.length, remaining: all.length })
    }), { numRuns: 30 })
  })
})

describe('a change on a day that is told', () => {
  const before = { recipientIds: ['a', 'b'], channels: { home: true, sms: true, wechat: false }, cycle: 1 }

  test('keeps today told when nobody and no channel is new', () => {
    expect(toldOnAfterChange('2024-09-01', before, { ...before, recipientIds: ['b'], channels: HOME })).toBe('2024-09-01')
  })

  test('opens the last day again for a new recipient, a new channel or a new cycle', () => {
    expect(toldOnAfterChange('2024-09-01', before, { ...before, recipientIds: ['a', 'b', 'c'] })).toBe('2024-08-31')
    expect(toldOnAfterChange('2024-09-01', before, { ...before, channels: { home: true, sms: true, wechat: true } })).toBe('2024-08-31')
    expect(toldOnAfterChange('2024-09-01', before, { ...before, cycle: 2 })).toBeNull()
  })
})
