import fc from 'fast-check'
import * as v from 'valibot'
import { addDays, addMonths, addYears, chineseDay, civilDaySchema, dayOf, daysBetween, instantOf, isCivilMonth, laterDay, monthOf, plusMinutes, timeOf, weekday } from './civil-day'

const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const time = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

describe('a civil day', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2100-12-31'])('%s is a day', (text) => {
    expect(v.is(civilDaySchema, text)).toBe(true)
  })

  test.each(['2023-02-29', '1900-02-29', '2100-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '1899-12-31', '2101-01-01', '2025-1-1', '2025/01/01', '', '2025-01-01T00:00'])('«%s» is none', (text) => {
    expect(v.is(civilDaySchema, text)).toBe(false)
  })

  test('a month is 01 to 12 (S22)', () => {
    expect(['1985-06', '2100-12'].every(isCivilMonth)).toBe(true)
    expect(['1985-13', '1985-00', '85-06', '2101-01'].some(isCivilMonth)).toBe(false)
  })

  test('begins at 16:00 UTC of the day before, in the hospital', () => {
    expect(dayOf(new Date('2024-08-03T15:59:59Z'))).toBe('2024-08-03')
    expect(dayOf(new Date('2024-08-03T16:00:00Z'))).toBe('2024-08-04')
    expect(timeOf(new Date('2024-08-03T16:00:00Z'))).toBe('00:00:00')
  })

  test('S34: 10:00 in the hospital is 02:00 UTC', () => {
    expect(instantOf('2024-08-04', '10:00:00').toISOString()).toBe('2024-08-04T02:00:00.000Z')
  })

  test('an instant made of a day and a time shows that day and time', () => {
    fc.assert(fc.property(day, time, (d, t) => {
      const instant = instantOf(d, t)
      expect([dayOf(instant), timeOf(instant)]).toEqual([d, t])
    }))
  })

  test('adding days and counting them are one another\'s inverse, in the order of the strings', () => {
    fc.assert(fc.property(day, fc.integer({ min: -3650, max: 3650 }), (d, n) => {
      const other = addDays(d, n)
      expect(daysBetween(d, other)).toBe(n)
      expect(addDays(other, -n)).toBe(d)
      expect(laterDay(d, other)).toBe(n >= 0 ? other : d)
    }))
  })

  test('crosses leap days as the calendar does', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })

  test('months and years clip to the end of the month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  test('knows its weekday, its month and its Chinese form', () => {
    expect(weekday('2026-11-23')).toBe(1)
    expect(weekday('2026-11-22')).toBe(0)
    expect(monthOf('2026-11-22')).toBe('2026-11')
    expect(chineseDay('2025-01-31')).toBe('2025年01月31日')
  })

  test('minutes are added to instants without a zone', () => {
    expect(plusMinutes(new Date('2025-01-31T15:59:00Z'), 1).toISOString()).toBe('2025-01-31T16:00:00.000Z')
  })
})
