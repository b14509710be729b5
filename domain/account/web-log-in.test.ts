import fc from 'fast-check'
import { mayAnswer, standingOf, webLogInExpiry, type WebLogIn } from './web-log-in'

const BEGUN = new Date('2026-11-25T01:00:00Z')
const at = (seconds: number): Date => new Date(BEGUN.getTime() + seconds * 1000)
const logIn = (over: Partial<WebLogIn> = {}): WebLogIn => ({ state: 'waiting', accountId: null, expiresAt: webLogInExpiry(BEGUN), ...over })

test('B22: a code of the web page is good for a minute and not a second longer', () => {
  expect(mayAnswer(logIn(), 'a', at(59))).toBe(true)
  expect(mayAnswer(logIn(), 'a', at(60))).toBe(false)
  expect(standingOf(logIn({ state: 'confirmed', accountId: 'a' }), at(59))).toBe('confirmed')
  expect(standingOf(logIn({ state: 'confirmed', accountId: 'a' }), at(60))).toBe('over')
})

test('B22: whoever scanned first answers alone, and once; a code that is meant for one account is answered by it only', () => {
  const any = fc.record({
    state: fc.constantFrom('waiting' as const, 'confirmed' as const, 'refused' as const, 'taken' as const), accountId: fc.constantFrom('a', 'b', null), onlyFor: fc.constantFrom('a', 'b', undefined), expiresAt: fc.constant(webLogInExpiry(BEGUN)),
  })
  fc.assert(fc.property(any, fc.integer({ min: 0, max: 300 }), ({ onlyFor, ...rest }, seconds) => {
    const each = { ...rest, ...(onlyFor !== undefined && { onlyFor }) }
    const allowed = mayAnswer(each, 'a', at(seconds))
    expect(allowed).toBe(seconds < 60 && each.state === 'waiting' && each.accountId !== 'b' && onlyFor !== 'b')
    expect(standingOf(each, at(seconds)) === 'confirmed').toBe(seconds < 60 && each.state === 'confirmed')
  }))
})

test('the browser is told that its code was scanned, and when it was turned away', () => {
  expect([logIn(), logIn({ accountId: 'a' }), logIn({ accountId: 'a', state: 'refused' }), logIn({ accountId: 'a', state: 'taken' })].map((each) => standingOf(each, at(1)))).toEqual(['waiting', 'scanned', 'refused', 'over'])
})
