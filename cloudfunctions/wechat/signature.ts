import { createHash, timingSafeEqual } from 'node:crypto'

/** WeChat's signature over texts: SHA-1 of them sorted and joined (platform facts §2.5). */
export const signatureOf = (texts: readonly string[]): string => createHash('sha1').update([...texts].sort().join('')).digest('hex')

/** Compares in constant time. */
export function isSigned(given: string, texts: readonly string[]): boolean {
  const [expected, actual] = [Buffer.from(signatureOf(texts)), Buffer.from(given)]
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** Seconds that a push may be old, or ahead of our clock. */
const FRESH_SECONDS = 300

/** `timestamp`: seconds since 1970 as WeChat writes them. */
export const isFresh = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= FRESH_SECONDS
