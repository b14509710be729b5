import { labelOf, marksOf, perMark, type Month } from './month-marks'

const month = (name: string, marks: Month['marks']): Month => ({ month: name, total: marks.reduce((sum, mark) => sum + mark.count, 0), marks })

describe('the expiry picture', () => {
  test('one mark is one certificate while the tallest month has at most eight', () => {
    const months = [month('expired', [{ state: 'over', count: 2 }]), month('2026-11', [{ state: 's30', count: 7 }, { state: 'review', count: 1 }])]
    expect(perMark(months)).toBe(1)
    expect(marksOf(months[1] as Month, 1)).toEqual([...Array.from({ length: 7 }, () => 's30'), 'review'])
  })

  test('a month with more says how many one mark stands for, and no state disappears', () => {
    const months = [month('2026-11', [{ state: 'today', count: 1 }, { state: 's30', count: 39 }])]
    expect(perMark(months)).toBe(5)
    expect(marksOf(months[0] as Month, 5)).toEqual(['today', ...Array.from({ length: 8 }, () => 's30')])
  })

  test('an institution without certificates draws nothing', () => {
    expect(perMark([])).toBe(1)
    expect(marksOf(month('2026-12', []), 1)).toEqual([])
  })

  test('the year stands at the first month and where it changes', () => {
    const months = ['expired', '2026-11', '2026-12', '2027-01'].map((name) => month(name, []))
    expect(months.map((_, index) => labelOf(months, index))).toEqual([
      { short: '过期', long: '已过期', year: null },
      { short: '11', long: '11 月', year: '2026' },
      { short: '12', long: '12 月', year: null },
      { short: '1', long: '1 月', year: '2027' },
    ])
  })
})
