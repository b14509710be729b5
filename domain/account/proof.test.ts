import fc from 'fast-check'
import { FRESH_MINUTES, isFresh } from './proof'

const PROVEN = new Date('2026-11-25T01:00:00Z')

test('architecture §8: a proof of oneself is good for five minutes and not an instant longer', () => {
  expect(FRESH_MINUTES).toBe(5)
  fc.assert(fc.property(fc.integer({ min: 0, max: 600_000 }), (ms) => {
    expect(isFresh(PROVEN, new Date(PROVEN.getTime() + ms))).toBe(ms < 300_000)
  }))
})
