import { afterWrongAnswer, BIND_CODE_LOCKOUT, lockedAt, NOT_LOCKED, triesLeft, type Lockout } from './lockout'

const now = new Date('2025-01-31T02:00:00Z')
const at = (text: string): Date => new Date(`2025-01-31T${text}Z`)
const wrong = (times: number, state: Lockout = NOT_LOCKED): Lockout =>
  Array.from({ length: times }).reduce<Lockout>((before) => afterWrongAnswer(before, now), state)

describe('a lock-out', () => {
  test('four wrong answers leave one, the fifth locks for 15 minutes', () => {
    expect(lockedAt(wrong(4), now)).toBeNull()
    expect(triesLeft(wrong(4))).toBe(1)
    expect(lockedAt(wrong(5), now)).toEqual(at('02:15:00'))
  })

  test('is over at its very instant', () => {
    expect(lockedAt(wrong(5), at('02:14:59'))).not.toBeNull()
    expect(lockedAt(wrong(5), at('02:15:00'))).toBeNull()
  })

  test('a wrong answer during the lock does not lengthen it', () => {
    expect(afterWrongAnswer(wrong(5), at('02:10:00'))).toEqual(wrong(5))
  })

  test('after the lock five more tries are given', () => {
    const next = afterWrongAnswer(wrong(5), at('02:15:00'))
    expect(next).toEqual({ failures: 1, lockedUntil: null })
    expect(triesLeft(wrong(5))).toBe(5)
  })

  test('wrong bind codes lock for an hour', () => {
    const fourth = { failures: 4, lockedUntil: null }
    expect(afterWrongAnswer(fourth, now, BIND_CODE_LOCKOUT).lockedUntil).toEqual(at('03:00:00'))
  })
})
