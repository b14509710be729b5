import fc from 'fast-check'
import { addDays } from '../kernel/civil-day'
import { firstPlan } from './first-import'

const now = new Date('2026-11-25T02:00:00Z')
const begun = new Date('2026-11-25T01:59:00Z')
const facts = { longTerm: false, leadDays: 30, sendTime: '08:00:00', channels: { home: true, sms: true, wechat: true }, handling: null }
const planOf = (expiresOn: string | null, over: Partial<typeof facts> = {}) => firstPlan({ ...facts, expiresOn, ...over }, { now, begun })

test('B33: what has expired arrives silent', () => {
  expect(planOf('2026-11-24').next).toEqual({ at: null, reason: 'expired' })
})

test('B33: what is being warned of is told from tomorrow on, at its time', () => {
  expect(planOf('2026-12-01')).toEqual({ toldOn: '2026-11-25', next: { at: new Date('2026-11-26T00:00:00Z'), reason: 'scheduled' } })
})

test('B33, S34: what is valid for the last time today is told today, all of it at one instant', () => {
  expect(planOf('2026-11-25')).toMatchObject({ toldOn: null, next: { at: new Date('2026-11-25T02:14:00Z') } })
  expect(planOf('2026-11-25', { sendTime: '16:00:00' })).toMatchObject({ next: { at: new Date('2026-11-25T08:00:00Z') } })
})

test('S35: a warning that begins later begins on its day', () => {
  expect(planOf('2027-02-01')).toMatchObject({ next: { at: new Date('2027-01-02T00:00:00Z') } })
  expect(planOf(null, { longTerm: true }).next).toEqual({ at: null, reason: 'long-term' })
})

test('B33: nothing that is valid longer than today is told on the day of its import', () => {
  fc.assert(fc.property(fc.integer({ min: -800, max: 800 }).filter((days) => days !== 0), fc.nat(400), (days, leadDays) => {
    const { next } = planOf(addDays('2026-11-25', days), { leadDays })
    expect(next.at === null || next.at >= new Date('2026-11-25T16:00:00Z')).toBe(true)
  }))
})
