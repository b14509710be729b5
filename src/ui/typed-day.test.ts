import { readDay, readMonth, readTime } from './typed-day'

test.each([['2026-01-05', '2026-01-05'], ['2026-1-5', '2026-01-05'], ['2026/01/05', '2026-01-05'], ['2026.1.5', '2026-01-05'], ['2026年1月5日', '2026-01-05'], ['20260105', '2026-01-05'], ['２０２６－０１－０５', '2026-01-05'], [' 2024-02-29 ', '2024-02-29']])(
  'a day may be typed as «%s»', (typed, day) => expect(readDay(typed)).toBe(day))

test.each(['', '2026', '2026-1', '2026-02-30', '2026-13-01', '2023-02-29', '26-1-5', '202601051'])('«%s» is no day', (typed) => expect(readDay(typed)).toBeNull())

test('S22: a month may be typed in the same ways', () => {
  expect(readMonth('1985-6')).toBe('1985-06')
  expect(readMonth('198506')).toBe('1985-06')
  expect(readMonth('1985年6月')).toBe('1985-06')
  expect(readMonth('1985-13')).toBeNull()
  expect(readMonth('1985')).toBeNull()
})

test('S28: a time always has its seconds; what is no time is left for its owner to judge', () => {
  expect(readTime('8:00')).toBe('08:00:00')
  expect(readTime('0800')).toBe('08:00:00')
  expect(readTime('103015')).toBe('10:30:15')
  expect(readTime('10：30')).toBe('10:30:00')
  expect(readTime('25:00:00')).toBe('25:00:00')
  expect(readTime('8')).toBe('8')
  expect(readTime('')).toBe('')
})
