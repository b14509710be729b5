import { dayOf, plusMinutes, type CivilDay } from '../kernel/civil-day'
import type { Route } from './channel'

/**
 * What kind of failure a provider answered: `permanent` this text or message, `recipient` this person on this channel, `config` our
 * settings, `rate` a limit, `transient` nothing happened and it may work soon, `unknown` it may or may not have been sent.
 */
export const FAILURE_CLASSES = ['permanent', 'recipient', 'config', 'rate', 'transient', 'unknown'] as const
export type FailureClass = (typeof FAILURE_CLASSES)[number]

export type Outcome =
  | { ok: true; providerId: string }
  | { ok: false; class: FailureClass; code: string }

export interface AttemptFacts {
  way: Route
  /** The local day whose message it is. */
  day: CivilDay
  /** Attempts made, this one included: ≥ 1. */
  attempts: number
  firstAttemptAt: Date
  /** An earlier attempt may have arrived. */
  doubtful?: boolean
}

export type NextStep =
  | { state: 'sent'; providerId: string }
  | { state: 'failed'; reason: string }
  | { state: 'retry'; at: Date; reason: string }
  | { state: 'unknown'; reason: string }

/** Minutes to wait after the first, second, … attempt. After the last one the day's message is given up. */
export const BACK_OFF_MINUTES: readonly number[] = [1, 5, 15, 60, 180]

/** WeChat drops a repeated `client_msg_id` for ten minutes; a minute is kept for the way there (platform facts §2.1). */
const DEDUPED_MINUTES = 9

/** A repeat at this instant is still dropped by WeChat. */
export const isDeduped = (firstAttemptAt: Date, at: Date): boolean => at < plusMinutes(firstAttemptAt, DEDUPED_MINUTES)

/**
 * What becomes of a delivery after an attempt (B8). Transient failures are retried with back-off inside the local day; a limit ends the
 * day (tomorrow has its own message); an unknown outcome is retried only where the provider drops repeats, never for SMS, and stays unknown
 * whatever a later attempt is refused for.
 */
export function nextStep(facts: AttemptFacts, outcome: Outcome, now: Date): NextStep {
  if (outcome.ok) return { state: 'sent', providerId: outcome.providerId }
  const reason = outcome.code === '' ? outcome.class : outcome.code
  if (outcome.class === 'unknown' || facts.doubtful) return afterUnknown(facts, now, reason)
  if (outcome.class === 'transient') return afterTransient(facts, now, reason)
  return { state: 'failed', reason }
}

function afterTransient(facts: AttemptFacts, now: Date, reason: string): NextStep {
  const wait = BACK_OFF_MINUTES[facts.attempts - 1]
  if (wait === undefined) return { state: 'failed', reason }
  const at = plusMinutes(now, wait)
  return dayOf(at) === facts.day ? { state: 'retry', at, reason } : { state: 'failed', reason }
}

function afterUnknown(facts: AttemptFacts, now: Date, reason: string): NextStep {
  const at = plusMinutes(now, 1)
  const deduped = facts.way === 'official-account' && isDeduped(facts.firstAttemptAt, at)
  return deduped && dayOf(at) === facts.day ? { state: 'retry', at, reason } : { state: 'unknown', reason }
}
