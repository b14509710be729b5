import { spansFrom } from './months'

test('the spans are cut where a month or a mark begins, without a gap and without an overlap', () => {
  const spans = spansFrom('2026-11-25')
  expect(spans.slice(0, 5)).toEqual([
    { month: 'expired', mark: 'over', from: null, to: '2026-11-24' },
    { month: '2026-11', mark: 'today', from: '2026-11-25', to: '2026-11-25' },
    { month: '2026-11', mark: 's30', from: '2026-11-26', to: '2026-11-30' },
    { month: '2026-12', mark: 's30', from: '2026-12-01', to: '2026-12-25' },
    { month: '2026-12', mark: 's90', from: '2026-12-26', to: '2026-12-31' },
  ])
  expect(spans[spans.length - 1]).toEqual({ month: '2027-10', mark: 'ok', from: '2027-10-01', to: '2027-10-31' })
  expect(new Set(spans.map(({ month }) => month)).size).toBe(13)
})

test('the last day of a month and of a year begins the next ones rightly', () => {
  expect(spansFrom('2026-12-31').map(({ month }) => month).slice(0, 3)).toEqual(['expired', '2026-12', '2027-01'])
})
