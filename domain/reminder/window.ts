import { addDays, type CivilDay } from '../kernel/civil-day'

export interface Expiring { expiresOn: CivilDay | null; longTerm: boolean; leadDays: number }

/** Both ends belong to it. */
export interface Window { first: CivilDay; last: CivilDay }

/** The days of the daily rule: 有效期 − N through the last valid day, N + 1 sends (S33, S34). `null`: nothing ever expires. */
export function windowOf(facts: Expiring): Window | null {
  if (facts.longTerm || facts.expiresOn === null) return null
  return { first: addDays(facts.expiresOn, -facts.leadDays), last: facts.expiresOn }
}
