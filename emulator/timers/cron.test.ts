import { nextTick } from './cron'
import { endOfSpan, readSpan } from './span'

const ticks = (rule: string, from: string, count: number): string[] => {
  const next = nextTick(rule)
  const found: string[] = []
  for (let at: Date | null = next(new Date(from)); at && found.length < count; at = next(at)) found.push(at.toISOString())
  return found
}

describe('rules of triggers', () => {
  test('seven fields, in Beijing time', () => {
    expect(ticks('0 30 8 * * * *', '2024-08-01T00:00:00Z', 2)).toEqual(['2024-08-01T00:30:00.000Z', '2024-08-02T00:30:00.000Z'])
  })
  test('every five seconds', () => {
    expect(ticks('*/5 * * * * * *', '2024-08-01T00:00:01Z', 2)).toEqual(['2024-08-01T00:00:05.000Z', '2024-08-01T00:00:10.000Z'])
  })
  test('the instant itself is not after it', () => {
    expect(ticks('0 * * * * * *', '2024-08-01T00:01:00Z', 1)).toEqual(['2024-08-01T00:02:00.000Z'])
  })
  test('day and weekday together mean either', () => {
    expect(ticks('0 0 0 1 * 1 *', '2024-08-01T00:00:00Z', 2)).toEqual(['2024-08-04T16:00:00.000Z', '2024-08-11T16:00:00.000Z'])
  })
  test('a year that has passed never comes', () => {
    expect(ticks('0 0 0 1 1 * 2020', '2024-08-01T00:00:00Z', 1)).toEqual([])
  })
  test.each([['* * * * *'], ['0 0 25 * * * *'], ['nonsense'], ['']])('«%s» is refused', (rule) => {
    expect(() => nextTick(rule)).toThrow()
  })
})

describe('spans', () => {
  test.each([['PT1H', 3_600_000], ['P1D', 86_400_000], ['PT90M', 5_400_000], ['P1DT1S', 86_401_000], ['PT0S', undefined], ['P', undefined], ['1H', undefined], ['P1M', undefined]])('%s is %p ms', (text, ms) => {
    expect(readSpan(text)).toBe(ms)
  })
  test('hours end on the hour, days at midnight in Beijing', () => {
    expect(endOfSpan(new Date('2024-08-01T01:30:00Z'), 3_600_000).toISOString()).toBe('2024-08-01T02:00:00.000Z')
    expect(endOfSpan(new Date('2024-08-01T01:00:00Z'), 3_600_000).toISOString()).toBe('2024-08-01T02:00:00.000Z')
    expect(endOfSpan(new Date('2024-08-01T01:30:00Z'), 86_400_000).toISOString()).toBe('2024-08-01T16:00:00.000Z')
  })
})
