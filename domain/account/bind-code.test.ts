import fc from 'fast-check'
import { bindCodeExpiry, bindCodeFrom, isBindCodeOver, normaliseBindCode } from './bind-code'

const random = fc.uint8Array({ minLength: 8, maxLength: 16 })

describe('a bind code', () => {
  test('holds no look-alikes and is two groups of four', () => {
    fc.assert(fc.property(random, (bytes) => {
      expect(bindCodeFrom(bytes)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    }))
  })

  test('holds 40 random bits: each byte chooses among 32 signs', () => {
    const codes = Array.from({ length: 256 }, (_, byte) => bindCodeFrom(new Uint8Array(8).fill(byte)))
    expect(new Set(codes).size).toBe(32)
    expect(codes.filter((code) => code === codes[0])).toHaveLength(8)
  })

  test('is known however it is typed', () => {
    fc.assert(fc.property(random, (bytes) => {
      const code = bindCodeFrom(bytes)
      const typed = ` ${code.toLowerCase().replace('-', ' — ')} `
      expect(normaliseBindCode(typed)).toBe(code)
      expect(normaliseBindCode(code.replace('-', ''))).toBe(code)
    }))
    expect(normaliseBindCode('１２２２－ＡＢＣＤ')).toBe('L222-ABCD')
  })

  test.each(['', 'ABCD', 'ABCD-EFG0', 'ABCDEFGHJ'])('«%s» cannot be one', (typed) => {
    expect(normaliseBindCode(typed)).toBeNull()
  })

  test('too few random bytes are refused', () => {
    expect(() => bindCodeFrom(new Uint8Array(7))).toThrow(RangeError)
  })

  test('is over after 24 hours', () => {
    const expiry = bindCodeExpiry(new Date('2025-01-31T02:00:00Z'))
    expect(expiry.toISOString()).toBe('2025-02-01T02:00:00.000Z')
    expect(isBindCodeOver(expiry, new Date('2025-02-01T01:59:59Z'))).toBe(false)
    expect(isBindCodeOver(expiry, expiry)).toBe(true)
  })
})
