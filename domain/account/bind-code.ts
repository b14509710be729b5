import { plusMinutes } from '../kernel/civil-day'
import { foldWidth } from '../kernel/text'

/** 32 signs: no 0 and O, no 1 and I, so that a code read aloud or copied from paper arrives. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Eight signs of five bits: 40 random bits (architecture §8). */
export const BIND_CODE_LENGTH = 8

/** Shown once, usable once, for a day. */
const HOURS = 24

/** From at least eight random bytes: `7KQM-2XWP`. Every code is equally likely, since 32 divides 256. */
export function bindCodeFrom(random: Uint8Array): string {
  if (random.length < BIND_CODE_LENGTH) throw new RangeError('A bind code needs eight random bytes.')
  const signs = [...random.slice(0, BIND_CODE_LENGTH)].map((byte) => ALPHABET.charAt(byte & 31))
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}

/** What was typed, as the code was issued; `null` when it cannot be one. Case, width, blanks and dashes do not matter; 1 and I are read as L. */
export function normaliseBindCode(typed: string): string | null {
  const signs = foldWidth(typed).toUpperCase().replace(/[\s\-—_]/g, '').replace(/[1I]/g, 'L')
  const isCode = signs.length === BIND_CODE_LENGTH && [...signs].every((sign) => ALPHABET.includes(sign))
  return isCode ? `${signs.slice(0, 4)}-${signs.slice(4)}` : null
}

export const bindCodeExpiry = (issuedAt: Date): Date => plusMinutes(issuedAt, HOURS * 60)

/** A code is over at its very instant of expiry. */
export const isBindCodeOver = (expiresAt: Date, now: Date): boolean => now.getTime() >= expiresAt.getTime()
