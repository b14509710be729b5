import type { Handling } from '../certificate/handling'
import { activeHandling } from '../certificate/validity'
import type { CivilDay } from '../kernel/civil-day'

/**
 * Where a 预警计划 stands (S36): `running` its days have begun and somebody is told, `waiting` they have not begun, `silent` a review or a
 * snooze keeps it quiet for now, `handled` it was dealt with, `ended` its last day or last message is over, `off` it tells nobody.
 */
export const PLAN_STATES = ['running', 'waiting', 'silent', 'handled', 'ended', 'off'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** Reasons, as saved with the plan, for which nobody is ever told. */
export const OFF_REASONS = ['long-term', 'no-expiry', 'no-channel', 'no-recipient', 'revoked', 'devices-retired'] as const
/** Reasons that mean: nothing is left to tell. */
export const ENDED_REASONS = ['expired', 'last-told'] as const

export interface PlanStateFacts {
  expiresOn: CivilDay | null
  /** First day of the warning; `null` when it never expires. */
  warnFrom: CivilDay | null
  handling: Pick<Handling, 'kind' | 'until'> | null
  /** What was written down when the plan was last reckoned: a reason of ./plan, `no-recipient`, or `null`: somebody is told next. */
  holdReason: string | null
}

export interface PlanStanding {
  state: PlanState
  /** Why it is `silent`, `handled`, `ended` or `off`; '' otherwise. */
  reason: string
}

const among = (reasons: readonly string[], reason: string | null): reason is string => reason !== null && reasons.includes(reason)

/** A written reason holds until the plan is reckoned again; only the days that pass in between are looked at here. */
export function planState(facts: PlanStateFacts, today: CivilDay): PlanStanding {
  const { expiresOn, holdReason } = facts
  if (among(OFF_REASONS, holdReason)) return { state: 'off', reason: holdReason }
  if (holdReason === 'handled') return { state: 'handled', reason: holdReason }
  if (among(ENDED_REASONS, holdReason)) return { state: 'ended', reason: holdReason }
  if (expiresOn !== null && expiresOn < today) return { state: 'ended', reason: 'expired' }
  return open(facts, today)
}

function open({ warnFrom, handling }: PlanStateFacts, today: CivilDay): PlanStanding {
  const active = activeHandling(handling, today)
  if (active) return { state: 'silent', reason: active.kind }
  return { state: warnFrom !== null && warnFrom > today ? 'waiting' : 'running', reason: '' }
}
