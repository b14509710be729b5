import { daysBetween, type CivilDay } from '../kernel/civil-day'
import type { HandlingKind } from './handling'

/** Buckets of B26, soonest first. `today`: its last day, still valid. */
export const BUCKETS = ['expired', 'today', 'within-30', 'within-90', 'within-180', 'ok', 'long-term'] as const
export type Bucket = (typeof BUCKETS)[number]

export interface Expiry {
  /** The last valid day. `null` only when `longTerm`. */
  expiresOn: CivilDay | null
  longTerm: boolean
}

/** Days from today to the last valid day: <0 已过期, 0 今天到期（仍有效）, `null` when it never expires. */
export const remainingDays = (expiry: Expiry, today: CivilDay): number | null =>
  expiry.longTerm || expiry.expiresOn === null ? null : daysBetween(today, expiry.expiresOn)

const UPPER_ENDS: ReadonlyArray<readonly [last: number, bucket: Bucket]> = [
  [-1, 'expired'], [0, 'today'], [30, 'within-30'], [90, 'within-90'], [180, 'within-180'], [Infinity, 'ok'],
]

/** Which bucket of 有效期 it lies in (B26): 1–30, 31–90, 91–180 days. */
export function bucket(expiry: Expiry, today: CivilDay): Bucket {
  const days = remainingDays(expiry, today)
  if (days === null) return 'long-term'
  return UPPER_ENDS.find(([last]) => days <= last)?.[1] ?? 'ok'
}

/** One mark and one word per certificate; codes of the design's marks. */
export type State = 'off' | 'review' | Bucket

export interface StateFacts extends Expiry {
  handling: { kind: HandlingKind; until: CivilDay | null } | null
}

export interface CertificateState {
  state: State
  /** As `remainingDays`. */
  days: number | null
  /** May somebody rely on it today? */
  valid: boolean
  /** The warning is silent today because somebody handled it, and how. */
  handled: HandlingKind | null
}

/** The handling that keeps the warning silent on this day; one whose day has come is over. */
export function activeHandling<H extends { until: CivilDay | null }>(handling: H | null, day: CivilDay): H | null {
  return handling !== null && (handling.until === null || day < handling.until) ? handling : null
}

/**
 * What a list shows (B26, B30). Handling never hides that the last day has passed: only 换证 or 注销 takes the red away.
 * 复审中 shows while it is silent and the certificate still valid.
 */
export function stateOf(facts: StateFacts, today: CivilDay): CertificateState {
  const active = activeHandling(facts.handling, today)
  const inBucket = bucket(facts, today)
  return {
    state: shown(active?.kind ?? null, inBucket),
    days: remainingDays(facts, today),
    valid: active?.kind !== 'revoked' && inBucket !== 'expired',
    handled: active?.kind ?? null,
  }
}

function shown(kind: HandlingKind | null, inBucket: Bucket): State {
  if (kind === 'revoked') return 'off'
  return kind === 'review' && inBucket !== 'expired' ? 'review' : inBucket
}

export interface ValidityFacts extends StateFacts {
  issuedOn: CivilDay | null
  validFrom: CivilDay | null
}

/** Does it entitle its holder to operate on this day? From 生效日期 (else 签发日期) through the last day (S34, S49, B4). */
export function isValidOn(facts: ValidityFacts, day: CivilDay): boolean {
  const from = facts.validFrom ?? facts.issuedOn
  return stateOf(facts, day).valid && (from === null || from <= day)
}
