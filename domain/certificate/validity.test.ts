import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { activeHandling, bucket, BUCKETS, isValidOn, remainingDays, stateOf, type StateFacts } from './validity'

const today = '2026-11-23'
const expiring = (days: number): StateFacts => ({ expiresOn: addDays(today, days), longTerm: false, handling: null })
const handled = (kind: 'noted' | 'review' | 'snoozed' | 'revoked', until: string | null = null) => ({ kind, until })

describe('validity', () => {
  test.each([
    [-1, 'expired'], [0, 'today'], [1, 'within-30'], [30, 'within-30'], [31, 'within-90'], [90, 'within-90'], [91, 'within-180'], [180, 'within-180'], [181, 'ok'],
  ])('B26: %i days left is %s', (days, expected) => {
    expect(bucket(expiring(days), today)).toBe(expected)
    expect(remainingDays(expiring(days), today)).toBe(days)
  })

  test('B26: 长期有效 has no days and its own bucket', () => {
    expect(bucket({ expiresOn: null, longTerm: true }, today)).toBe('long-term')
    expect(remainingDays({ expiresOn: '2020-01-01', longTerm: true }, today)).toBeNull()
  })

  test('buckets follow one another as the days grow', () => {
    fc.assert(fc.property(fc.integer({ min: -4000, max: 4000 }), fc.nat(400), (days, more) => {
      expect(BUCKETS.indexOf(bucket(expiring(days), today))).toBeLessThanOrEqual(BUCKETS.indexOf(bucket(expiring(days + more), today)))
    }))
  })

  test('S34: it is valid through its last day, and not a day longer', () => {
    expect(stateOf(expiring(0), today)).toMatchObject({ state: 'today', valid: true, days: 0 })
    expect(stateOf(expiring(-1), today)).toMatchObject({ state: 'expired', valid: false, days: -1 })
  })

  test('S49: it counts from 生效日期, else from 签发日期', () => {
    const facts = { ...expiring(100), issuedOn: '2026-11-20', validFrom: '2026-11-24' }
    expect(isValidOn(facts, '2026-11-23')).toBe(false)
    expect(isValidOn(facts, '2026-11-24')).toBe(true)
    expect(isValidOn({ ...facts, validFrom: null }, '2026-11-19')).toBe(false)
    expect(isValidOn({ ...facts, validFrom: null }, '2026-11-20')).toBe(true)
    expect(isValidOn({ ...facts, validFrom: null, issuedOn: null }, '1999-01-01')).toBe(true)
  })

  test('a handling with a day is over on that day', () => {
    expect(activeHandling(handled('snoozed', '2026-11-24'), today)).not.toBeNull()
    expect(activeHandling(handled('snoozed', today), today)).toBeNull()
    expect(activeHandling(handled('noted'), today)).not.toBeNull()
  })

  test('复审中 shows while it is silent and still valid', () => {
    const inReview = { ...expiring(10), handling: handled('review', addDays(today, 20)) }
    expect(stateOf(inReview, today)).toMatchObject({ state: 'review', valid: true, handled: 'review' })
    expect(stateOf(inReview, addDays(today, 20)).state).toBe('expired')
    expect(stateOf({ ...expiring(40), handling: handled('review', addDays(today, 5)) }, addDays(today, 5)).state).toBe('within-90')
  })

  test('B30: handled without a new 有效期 is red after expiry', () => {
    expect(stateOf({ ...expiring(5), handling: handled('noted') }, today)).toMatchObject({ state: 'within-30', handled: 'noted' })
    for (const kind of ['noted', 'review', 'snoozed'] as const) {
      expect(stateOf({ ...expiring(-1), handling: handled(kind, addDays(today, 9)) }, today)).toMatchObject({ state: 'expired', valid: false, handled: kind })
    }
  })

  test('注销 takes the red away and makes it invalid at once', () => {
    expect(stateOf({ ...expiring(-9), handling: handled('revoked') }, today)).toMatchObject({ state: 'off', valid: false })
    expect(stateOf({ ...expiring(99), handling: handled('revoked') }, today)).toMatchObject({ state: 'off', valid: false })
  })
})
