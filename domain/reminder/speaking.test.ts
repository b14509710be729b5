import fc from 'fast-check'
import { addDays, daysBetween, instantOf } from '../kernel/civil-day'
import { nextSendAt, sendPlan, type PlanFacts } from './plan'
import { DEFAULT_STEPS, GUIDE_RULES, type ReminderRules } from './rules'
import { channelSpeaks, daysOf, escalatedOn, isEarly, nextSpeakingDay, speakingOn, type SpeakingFacts } from './speaking'

const STEPS: ReminderRules = { ...GUIDE_RULES, rhythm: { home: 'daily', sms: 'steps', wechat: 'steps' }, steps: DEFAULT_STEPS }
const facts = (change: Partial<SpeakingFacts> = {}): SpeakingFacts => ({
  expiresOn: '2025-01-31', longTerm: false, leadDays: 180, channels: { home: false, sms: true, wechat: false }, toldOn: null, rules: STEPS, ...change,
})
/** The days that an engine tells that looks once a day. */
function toldDays(start: SpeakingFacts, { from, to }: { from: string; to: string }): string[] {
  const told: string[] = []
  let toldOn = start.toldOn
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (speakingOn({ ...start, toldOn }, day).length === 0) continue
    told.push(day)
    toldOn = day
  }
  return told
}

describe('节点 (B10, B28)', () => {
  test('180/90/60/30/15/7/3/1/0: 9 sends instead of 181', () => {
    expect(toldDays(facts(), { from: '2024-08-01', to: '2025-02-10' })).toEqual([
      '2024-08-04', '2024-11-02', '2024-12-02', '2025-01-01', '2025-01-16', '2025-01-24', '2025-01-28', '2025-01-30', '2025-01-31',
    ])
    expect(sendPlan({ ...facts({ channels: { home: true, sms: true, wechat: true } }), sendTime: '10:00:00', handling: null }, instantOf('2024-08-01', '09:00:00')).perChannel)
      .toEqual([{ channel: 'home', count: 181 }, { channel: 'sms', count: 9 }, { channel: 'wechat', count: 9 }])
  })

  test('the first day of the lead is a 节点; those before it are not', () => {
    expect(daysOf(facts({ leadDays: 20 }), 'sms')).toEqual(['2025-01-11', '2025-01-16', '2025-01-24', '2025-01-28', '2025-01-30', '2025-01-31'])
  })

  test('提前量 0: the last day alone', () => {
    expect(daysOf(facts({ leadDays: 0 }), 'sms')).toEqual(['2025-01-31'])
  })

  test('S31: a lead longer than the remaining life speaks at once, then on the next 节点', () => {
    expect(toldDays(facts(), { from: '2025-01-18', to: '2025-02-10' })[0]).toBe('2025-01-18')
    expect(toldDays(facts(), { from: '2025-01-18', to: '2025-02-10' })[1]).toBe('2025-01-24')
  })

  test('a 节点 that the engine missed is caught up on the next day', () => {
    expect(channelSpeaks(facts({ toldOn: '2024-12-31' }), 'sms', '2025-01-03')).toBe(true)
    expect(channelSpeaks(facts({ toldOn: '2025-01-01' }), 'sms', '2025-01-03')).toBe(false)
  })

  test('leap day: counted back from 2028-02-29', () => {
    expect(daysOf(facts({ expiresOn: '2028-02-29', leadDays: 7 }), 'sms')).toEqual(['2028-02-22', '2028-02-26', '2028-02-28', '2028-02-29'])
  })
})

describe('after 有效期 (B12)', () => {
  const weekly = facts({ leadDays: 3, rules: { ...STEPS, afterExpiry: 'weekly' } })

  test('off: nothing; on: the same weekday each week, without end', () => {
    expect(toldDays(facts({ leadDays: 3 }), { from: '2025-01-31', to: '2025-03-01' })).toEqual(['2025-01-31'])
    expect(toldDays(weekly, { from: '2025-01-30', to: '2025-02-25' })).toEqual(['2025-01-30', '2025-01-31', '2025-02-07', '2025-02-14', '2025-02-21'])
  })

  test('one that expired long before it was entered waits for its weekday', () => {
    expect(nextSpeakingDay({ ...weekly, toldOn: null }, '2026-01-02')).toBe('2026-01-02')
    expect(nextSpeakingDay({ ...weekly, toldOn: null }, '2026-01-03')).toBe('2026-01-09')
  })

  test('handled stops the weeks, too', () => {
    const plan: PlanFacts = { ...weekly, sendTime: '08:00:00', handling: { kind: 'noted', until: null } }
    expect(nextSendAt(plan, instantOf('2025-02-03', '09:00:00'))).toEqual({ at: null, reason: 'handled' })
    expect(nextSendAt({ ...plan, handling: null, toldOn: '2025-01-31' }, instantOf('2025-02-03', '09:00:00')).at).toEqual(instantOf('2025-02-07', '08:00:00'))
  })
})

describe('节假日前提醒 (B11)', () => {
  const holidays = [{ name: '春节', from: '2025-01-28', to: '2025-02-04' }]

  test('what falls into the holiday is told on the last working day before it as well', () => {
    const days = daysOf(facts({ leadDays: 3, rules: { ...STEPS, holidays } }), 'sms')
    expect(days).toEqual(['2025-01-27', '2025-01-28', '2025-01-30', '2025-01-31'])
  })

  test('an eve on a weekend moves to Friday', () => {
    expect(daysOf(facts({ leadDays: 0, rules: { ...STEPS, holidays: [{ name: '假', from: '2025-01-27', to: '2025-02-02' }] } }), 'sms')).toEqual(['2025-01-24', '2025-01-31'])
  })

  test('a daily warning that would begin in the holiday begins before it, and is not early then', () => {
    const early = facts({ expiresOn: '2025-02-08', leadDays: 6, rules: { ...GUIDE_RULES, holidays } })
    expect(daysOf(early, 'sms')[0]).toBe('2025-01-27')
    expect([isEarly(early, '2025-01-27'), isEarly(early, '2025-01-28')]).toEqual([false, true])
  })

  test('no day of it falls into the holiday: nothing changes', () => {
    expect(daysOf(facts({ expiresOn: '2025-06-30', leadDays: 3, rules: { ...STEPS, holidays } }), 'sms')).toEqual(['2025-06-27', '2025-06-29', '2025-06-30'])
  })
})

describe('escalation (B9)', () => {
  const rules: ReminderRules = { ...GUIDE_RULES, escalation: [{ daysBefore: 30, role: 'department-head' }, { daysBefore: 7, role: 'equipment-office' }, { daysBefore: 0, role: 'hospital-admin' }] }

  test('off by default; on: T−30, T−7 and T, each once', () => {
    expect(escalatedOn(facts(), '2025-01-01')).toEqual([])
    const told = ['2025-01-01', '2025-01-02', '2025-01-24', '2025-01-31'].map((day) => escalatedOn(facts({ rules, toldOn: addDays(day, -1) }), day))
    expect(told).toEqual([['department-head'], [], ['equipment-office'], ['hospital-admin']])
  })

  test('a step that was silent or missed is told when the warning goes on', () => {
    expect(escalatedOn(facts({ rules, toldOn: '2024-12-20' }), '2025-01-10')).toEqual(['department-head'])
  })

  test('one that begins after the step escalates nothing at once: nobody could have handled it', () => {
    expect(escalatedOn(facts({ rules, toldOn: null }), '2025-01-10')).toEqual([])
    expect(escalatedOn(facts({ rules, leadDays: 5 }), '2025-01-24')).toEqual([])
  })
})

describe('whatever the rules', () => {
  const rhythm = fc.constantFrom('daily' as const, 'steps' as const)
  const rules = fc.record({
    rhythm: fc.record({ home: rhythm, sms: rhythm, wechat: rhythm }), steps: fc.subarray([60, 30, 15, 7, 3, 1, 0]), afterExpiry: fc.constantFrom('stop' as const, 'weekly' as const),
    escalation: fc.subarray([{ daysBefore: 30, role: 'department-head' as const }, { daysBefore: 0, role: 'hospital-admin' as const }]),
    holidays: fc.subarray([{ name: '元旦', from: '2025-01-01', to: '2025-01-01' }, { name: '春节', from: '2025-01-28', to: '2025-02-04' }]),
  })
  const anyFacts = fc.record({
    expiresOn: fc.integer({ min: -10, max: 80 }).map((n) => addDays('2025-01-01', n)), longTerm: fc.constant(false), leadDays: fc.nat(70),
    channels: fc.record({ home: fc.boolean(), sms: fc.boolean(), wechat: fc.boolean() }), toldOn: fc.option(fc.integer({ min: -80, max: 20 }).map((n) => addDays('2025-01-01', n))), rules,
  })
  const speaks = (known: SpeakingFacts, day: string): boolean => speakingOn(known, day).length + escalatedOn(known, day).length > 0

  test('the next speaking day is the first of all days that speak', () => {
    fc.assert(fc.property(anyFacts, fc.integer({ min: -20, max: 100 }), (known, n) => {
      const from = addDays('2025-01-01', n)
      const all = Array.from({ length: 220 }, (_, at) => addDays(from, at))
      expect(nextSpeakingDay(known, from)).toBe(all.find((day) => speaks(known, day)) ?? null)
    }), { numRuns: 500 })
  })

  test('the days of a channel are those on which an engine that looks every day tells it', () => {
    fc.assert(fc.property(anyFacts, (known) => {
      const channels = { home: false, sms: true, wechat: false }
      const start = { ...known, channels, toldOn: null }
      const told = toldDays(start, { from: addDays(known.expiresOn, -known.leadDays - 20), to: known.expiresOn })
      expect(told).toEqual(daysOf(start, 'sms'))
    }), { numRuns: 300 })
  })

  test('节点 never tell more than every day does, and the last day is told by both unless 0 is no 节点', () => {
    fc.assert(fc.property(anyFacts, (known) => {
      const with_ = (each: 'daily' | 'steps') => daysOf({ ...known, rules: { ...known.rules, rhythm: { home: each, sms: each, wechat: each } } }, 'sms')
      expect(with_('steps').length).toBeLessThanOrEqual(with_('daily').length)
      expect(with_('daily')).toContain(known.expiresOn)
      expect(daysBetween(with_('daily')[0] ?? known.expiresOn, known.expiresOn)).toBeGreaterThanOrEqual(known.leadDays)
    }), { numRuns: 300 })
  })

  test('sendPlan counts what nextSendAt then gives, day by day, up to 有效期', () => {
    fc.assert(fc.property(anyFacts, (known) => {
      const stop: PlanFacts = { ...known, toldOn: null, sendTime: '10:00:00', handling: null, rules: { ...known.rules, afterExpiry: 'stop', escalation: [] } }
      const start = instantOf(addDays(known.expiresOn, -known.leadDays - 20), '00:00:00')
      const plan = sendPlan(stop, start)
      let [now, toldOn, sends] = [start, null as string | null, 0]
      for (let next = nextSendAt({ ...stop, toldOn }, now); next.at !== null; next = nextSendAt({ ...stop, toldOn }, now)) {
        sends += 1
        toldOn = new Date(next.at.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
        now = next.at
      }
      expect([plan.count, plan.remaining]).toEqual([sends, sends])
    }), { numRuns: 200 })
  })
})
