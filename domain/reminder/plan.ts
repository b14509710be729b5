import type { Channels } from '../certificate/certificate'
import type { HandlingKind } from '../certificate/handling'
import { activeHandling } from '../certificate/validity'
import { addDays, dayOf, daysBetween, instantOf, laterDay, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { ticked } from './channel'

export interface PlanFacts {
  expiresOn: CivilDay | null
  longTerm: boolean
  leadDays: number
  sendTime: SendTime
  channels: Channels
  handling: { kind: HandlingKind; until: CivilDay | null } | null
  /** The last local day that was planned for this cycle, told or held; `null`: none. */
  toldOn: CivilDay | null
}

/** Why the next instant is what it is. */
export type NextReason =
  /** At 发送时间 of that day. */
  | 'scheduled'
  /** 发送时间 of today has passed and nobody was told today: now, not tomorrow (S31). */
  | 'late-today'
  /** When the silence of a review or a snooze ends. */
  | 'resumes'
/** Why there is no next instant. */
export type HoldReason =
  | 'long-term' | 'no-expiry' | 'expired' | 'no-channel' | 'last-told'
  | 'handled' | 'revoked' | 'silent-to-the-end'

export type NextSend = { at: Date; reason: NextReason } | { at: null; reason: HoldReason }

const hold = (reason: HoldReason): NextSend => ({ at: null, reason })

/** Both ends belong to it. */
interface Window {
  first: CivilDay
  last: CivilDay
}

/** The days of the daily rule: 有效期 − N through the last valid day, N + 1 sends (S33, S34). `null`: nothing ever expires. */
export function windowOf(facts: Pick<PlanFacts, 'expiresOn' | 'longTerm' | 'leadDays'>): Window | null {
  if (facts.longTerm || facts.expiresOn === null) return null
  return { first: addDays(facts.expiresOn, -facts.leadDays), last: facts.expiresOn }
}

/**
 * When the certificate is due next, seen from `now` (S33–S37): at 发送时间 of the first day in its window that is neither told nor
 * silent. A certificate whose time of today has passed is due now, unless today is told already. Missed days are not replayed.
 */
export function nextSendAt(facts: PlanFacts, now: Date): NextSend {
  const held = heldBy(facts)
  if (held) return hold(held)
  const window = windowOf(facts)
  if (!window) return hold(facts.longTerm ? 'long-term' : 'no-expiry')
  return window.last < dayOf(now) ? hold('expired') : firstOpenDay(facts, window, now)
}

function firstOpenDay(facts: PlanFacts, { first, last }: Window, now: Date): NextSend {
  const today = dayOf(now)
  const resume = activeHandling(facts.handling, today)?.until ?? today
  if (resume > last) return hold('silent-to-the-end')
  const day = [first, today, resume, ...untold(facts)].reduce(laterDay)
  if (day > last) return hold('last-told')
  return dueOn(day, facts.sendTime, { now, resumes: day === resume && resume > today })
}

const untold = ({ toldOn }: PlanFacts): CivilDay[] => (toldOn === null ? [] : [addDays(toldOn, 1)])

function heldBy({ channels, handling }: PlanFacts): HoldReason | null {
  if (handling?.kind === 'revoked') return 'revoked'
  if (handling !== null && handling.until === null) return 'handled'
  return ticked(channels).length === 0 ? 'no-channel' : null
}

function dueOn(day: CivilDay, sendTime: SendTime, { now, resumes }: { now: Date; resumes: boolean }): NextSend {
  const at = instantOf(day, sendTime)
  if (at.getTime() < now.getTime()) return { at: now, reason: 'late-today' }
  return { at, reason: resumes ? 'resumes' : 'scheduled' }
}

export interface SendPlan {
  /** The whole cycle, whatever has passed of it: 「首次 …，共 … 次，末次 …」 (B5). `null` and 0 when nothing is ever sent. */
  first: Date | null
  last: Date | null
  count: number
  /** From now on. */
  next: Date | null
  remaining: number
  /** The window has begun and today's time has passed: the first message goes out as soon as it is saved (S31). */
  immediate: boolean
  reason: NextReason | HoldReason
}

/** The preview of the form and of 预警计划 (S33, S34, S36, S37). */
export function sendPlan(facts: PlanFacts, now: Date): SendPlan {
  const next = nextSendAt(facts, now)
  const window = windowOf(facts)
  const quiet = window === null || ticked(facts.channels).length === 0
  return {
    first: quiet ? null : instantOf(window.first, facts.sendTime),
    last: quiet ? null : instantOf(window.last, facts.sendTime),
    count: quiet ? 0 : facts.leadDays + 1,
    next: next.at,
    remaining: next.at === null || window === null ? 0 : daysBetween(dayOf(next.at), window.last) + 1,
    immediate: next.reason === 'late-today',
    reason: next.reason,
  }
}

export interface Audience {
  recipientIds: readonly string[]
  channels: Channels
}

/**
 * What `toldOn` becomes when a certificate is saved again. Somebody or some channel that today's message did not reach makes today
 * open again: the planner then tells only those (once a day per person, channel and cycle). A new cycle starts untold.
 */
export function toldOnAfterChange(toldOn: CivilDay | null, before: Audience & { cycle: number }, after: Audience & { cycle: number }): CivilDay | null {
  if (after.cycle !== before.cycle) return null
  const covered = after.recipientIds.every((id) => before.recipientIds.includes(id))
    && ticked(after.channels).every((channel) => before.channels[channel])
  return covered ? toldOn : null
}
