import { plusMinutes } from '../kernel/civil-day'

/** What is kept of wrong answers, per account or per caller. */
export interface Lockout {
  failures: number
  lockedUntil: Date | null
}

export interface LockoutRule {
  tries: number
  minutes: number
}

/** Five wrong passwords lock an account for a quarter of an hour. */
export const PASSWORD_LOCKOUT: LockoutRule = { tries: 5, minutes: 15 }
/** Five wrong bind codes per WeChat user and hour (architecture §8). */
export const BIND_CODE_LOCKOUT: LockoutRule = { tries: 5, minutes: 60 }
/** Five numbers asked of WeChat per user and hour, found or not: each answer costs money (platform facts §3). */
export const PHONE_LOCKOUT: LockoutRule = { tries: 5, minutes: 60 }

/** Minutes of the longest lock, and of the longest span over which wrong answers are counted. */
export const LONGEST_LOCK_MINUTES = Math.max(PASSWORD_LOCKOUT.minutes, BIND_CODE_LOCKOUT.minutes)

export const NOT_LOCKED: Lockout = { failures: 0, lockedUntil: null }

/** Until when it is locked; `null`: an answer may be given. It is open again at the very instant. */
export const lockedAt = ({ lockedUntil }: Lockout, now: Date): Date | null =>
  lockedUntil !== null && now.getTime() < lockedUntil.getTime() ? lockedUntil : null

/** After a wrong answer. A lock that is over starts a new count; a wrong answer during a lock does not lengthen it. */
export function afterWrongAnswer(state: Lockout, now: Date, rule: LockoutRule = PASSWORD_LOCKOUT): Lockout {
  if (lockedAt(state, now) !== null) return state
  const failures = (state.lockedUntil === null ? state.failures : 0) + 1
  return { failures, lockedUntil: failures >= rule.tries ? plusMinutes(now, rule.minutes) : null }
}

/** How many wrong answers are left before it locks. */
export const triesLeft = (state: Lockout, rule: LockoutRule = PASSWORD_LOCKOUT): number =>
  Math.max(0, rule.tries - (state.lockedUntil === null ? state.failures : 0))
