import { missedBecause, type MissedFacts } from './why-not'

const NOW = new Date('2026-11-25T02:00:00Z')
const TODAY = '2026-11-25'
const facts = (change: Partial<MissedFacts> = {}): MissedFacts => ({
  expiresOn: '2026-12-10', longTerm: false, leadDays: 30, channels: { home: true, sms: false, wechat: false }, handling: null,
  createdAt: new Date('2026-10-01T00:00:00Z'), updatedAt: new Date('2026-10-01T00:00:00Z'), nextAt: new Date('2026-11-25T12:00:00Z'), toldOn: '2026-11-24', ...change,
})
const why = (change: Partial<MissedFacts> = {}, day = TODAY) => missedBecause(facts(change), { day, now: NOW })

describe('B7: why somebody was not told', () => {
  test('what was not due is not missed', () => {
    expect(why({ longTerm: true, expiresOn: null })).toBeNull()
    expect(why({}, '2026-11-09')).toBeNull()
    expect(why({}, '2026-12-11')).toBeNull()
    expect(why({ createdAt: new Date('2026-11-25T00:00:00Z') }, '2026-11-24')).toBeNull()
  })

  test('the time of today has not come, or it has and the timer did not', () => {
    expect(why()).toBe('not-due')
    expect(why({ nextAt: new Date('2026-11-25T00:00:00Z') })).toBe('not-checked')
    expect(why({}, '2026-11-26')).toBe('not-due')
  })

  test('it was handled, on that day or before and still silent', () => {
    const handling = { kind: 'snoozed', until: '2026-11-28', at: new Date('2026-11-23T01:00:00Z') } as const
    expect(why({ handling })).toBe('snoozed')
    expect(why({ handling }, '2026-11-22')).toBe('missed-day')
    expect(why({ handling: { kind: 'noted', until: null, at: NOW } })).toBe('noted')
  })

  test('the others were told before he was named; no channel is ticked', () => {
    expect(why({ toldOn: TODAY })).toBe('named-later')
    expect(why({ channels: { home: false, sms: false, wechat: false } })).toBe('no-channel')
  })

  test('of a day that is over only what is still known is said', () => {
    expect(why({}, '2026-11-20')).toBe('missed-day')
    expect(why({ updatedAt: new Date('2026-11-21T01:00:00Z') }, '2026-11-20')).toBe('changed-since')
  })
})
