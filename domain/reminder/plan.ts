import type { Channels } from '../certificate/certificate'
import type { HandlingKind } from '../certificate/handling'
import { activeHandling } from '../certificate/validity'
import { addDays, dayOf, instantOf, laterDay, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { ticked, type Channel } from './channel'
import { GUIDE_RULES, type ReminderRules } from './rules'
import { daysOf, nextSpeakingDay, speakingOn, type SpeakingFacts } from './speaking'
import { windowOf, type Window } from './window'

export interface PlanFacts {
  expiresOn: CivilDay | null
  longTerm: boolean
  leadDays: number
  sendTime: SendTime
  channels: Channels
  handling: { kind: HandlingKind; until: CivilDay | null } | null
  /** The last local day that was planned for this cycle, told or held; `null`: none. */
  toldOn: CivilDay | null
  /** Left out: the guide's daily rule. */
  rules?: ReminderRules
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

const speaking = (facts: PlanFacts): SpeakingFacts => ({ ...facts, rules: facts.rules ?? GUIDE_RULES })

/**
 * When the certificate is due next, seen from `now` (S33–S37): at 发送时间 of the first day that its type's and institution's rules give
 * (B10–B12, B28) and that is neither told nor silent. A certificate whose time of today has passed is due now, unless today is told
 * already. Missed days are not replayed.
 */
export function nextSendAt(facts: PlanFacts, now: Date): NextSend {
  const held = heldBy(facts)
  if (held) return hold(held)
  const window = windowOf(facts)
  if (!window) return hold(facts.longTerm ? 'long-term' : 'no-expiry')
  return endsFor(facts, window) < dayOf(now) ? hold('expired') : firstOpenDay(facts, window, now)
}

/** No day is later. */
const FOREVER: CivilDay = '9999-12-31'
const endsFor = ({ rules = GUIDE_RULES }: PlanFacts, { last }: Window): CivilDay => (rules.afterExpiry === 'weekly' ? FOREVER : last)

function firstOpenDay(facts: PlanFacts, window: Window, now: Date): NextSend {
  const today = dayOf(now)
  const resume = activeHandling(facts.handling, today)?.until ?? today
  if (resume > endsFor(facts, window)) return hold('silent-to-the-end')
  const day = nextSpeakingDay(speaking(facts), [today, resume, ...untold(facts)].reduce(laterDay))
  if (day === null) return hold('last-told')
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
  /** The cycle up to 有效期, whatever has passed of it: 「首次 …，共 … 次，末次 …」 (B5). `null` and 0 when nothing is ever sent. */
  first: Date | null
  last: Date | null
  /** Days on which anything is sent. */
  count: number
  /** Of each ticked channel; the channels differ where one goes by 节点 (B28). */
  perChannel: ReadonlyArray<{ channel: Channel; count: number }>
  /** From now on. */
  next: Date | null
  remaining: number
  /** The window has begun and today's time has passed: the first message goes out as soon as it is saved (S31). */
  immediate: boolean
  reason: NextReason | HoldReason
}

/** The preview of the form and of 预警计划 (S33, S34, S36, S37). Weeks after 有效期 and escalations are not counted: nobody plans them. */
export function sendPlan(facts: PlanFacts, now: Date): SendPlan {
  const next = nextSendAt(facts, now)
  const byChannel = ticked(facts.channels).map((channel) => ({ channel, days: daysOf(speaking(facts), channel) }))
  const days = [...new Set(byChannel.flatMap((each) => each.days))].sort()
  const [first, last] = [days[0], days[days.length - 1]]
  return {
    first: first === undefined ? null : instantOf(first, facts.sendTime),
    last: last === undefined ? null : instantOf(last, facts.sendTime),
    count: days.length,
    perChannel: byChannel.map(({ channel, days: own }) => ({ channel, count: own.length })),
    next: next.at,
    remaining: next.at === null ? 0 : remainingFrom(dayOf(next.at), days),
    immediate: next.reason === 'late-today',
    reason: next.reason,
  }
}

/** The next one counts also where it only catches a missed 节点 up. */
const remainingFrom = (next: CivilDay, days: readonly CivilDay[]): number => days.filter((day) => day > next).length + 1

export interface Audience {
  recipientIds: readonly string[]
  channels: Channels
}

/**
 * The channels by which it tells its own people on this day, whoever was told that day already: none while it is handled or outside of its days.
 * A change that adds one of them makes a day that was told open again.
 */
export function channelsOn(facts: PlanFacts, day: CivilDay): Channels {
  const earlier = facts.toldOn === null || facts.toldOn < day ? facts.toldOn : addDays(day, -1)
  const speaks = activeHandling(facts.handling, day) === null ? speakingOn({ ...speaking(facts), toldOn: earlier }, day) : []
  return { home: speaks.includes('home'), sms: speaks.includes('sms'), wechat: speaks.includes('wechat') }
}

/**
 * What `toldOn` becomes when a certificate is saved again. Somebody or some channel that today's message did not reach makes today
 * open again: the planner then tells only those (once a day per person, channel and cycle). A new cycle starts untold. Earlier 节点 stay told.
 */
export function toldOnAfterChange(toldOn: CivilDay | null, before: Audience & { cycle: number }, after: Audience & { cycle: number }): CivilDay | null {
  if (after.cycle !== before.cycle) return null
  const covered = after.recipientIds.every((id) => before.recipientIds.includes(id))
    && ticked(after.channels).every((channel) => before.channels[channel])
  return covered || toldOn === null ? toldOn : addDays(toldOn, -1)
}
