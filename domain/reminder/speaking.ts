import type { Role } from '../account/role'
import type { Channels } from '../certificate/certificate'
import type { Holiday } from '../institution/rules'
import { addDays, daysBetween, weekday, type CivilDay } from '../kernel/civil-day'
import { ticked, type Channel } from './channel'
import type { ReminderRules } from './rules'
import { windowOf, type Expiring, type Window } from './window'

/** What decides on which days a certificate speaks. */
export interface SpeakingFacts extends Expiring {
  channels: Channels
  /** The last local day that was planned for this cycle, told or held; `null`: none. */
  toldOn: CivilDay | null
  rules: ReminderRules
}

const WEEK = 7

/** 节点 within the lead, the lead's own first day among them; ascending. */
function stepDays({ rules: { steps }, leadDays }: SpeakingFacts, { last }: Window): CivilDay[] {
  return [...new Set([leadDays, ...steps.filter((step) => step <= leadDays)])].map((step) => addDays(last, -step)).sort()
}

const isDayOff = (day: CivilDay, holidays: readonly Holiday[]): boolean =>
  weekday(day) === 0 || weekday(day) === WEEK - 1 || holidays.some(({ from, to }) => from <= day && day <= to)

/** The last working day before it; days off are weekends and holidays. Bounded, for a list may leave no working day. */
function eveOf({ from }: Holiday, holidays: readonly Holiday[]): CivilDay {
  let day = addDays(from, -1)
  for (let steps = 0; steps < 60 && isDayOff(day, holidays); steps += 1) day = addDays(day, -1)
  return day
}

/** Days before a holiday into which one of the channel's days falls (B11). The day itself is told as well: somebody is on duty. */
function eves(facts: SpeakingFacts, channel: Channel, window: Window): CivilDay[] {
  const { holidays, rhythm } = facts.rules
  const touched = ({ from, to }: Holiday): boolean => (rhythm[channel] === 'daily'
    ? from <= window.last && window.first <= to
    : stepDays(facts, window).some((day) => from <= day && day <= to))
  return holidays.filter(touched).map((holiday) => eveOf(holiday, holidays))
}

/** One of the days has come and was not told yet: a missed 节点 is caught up, unlike a missed day. */
const isOpen = (days: readonly CivilDay[], day: CivilDay, since: CivilDay | null): boolean =>
  days.some((each) => each <= day && (since === null || since < each))

/** After 有效期: the same weekday each week, a missed one on the next day that can (B12). */
function weekly({ rules, toldOn }: SpeakingFacts, { last }: Window, day: CivilDay): boolean {
  if (rules.afterExpiry === 'stop') return false
  const behind = daysBetween(last, day) % WEEK
  const due = addDays(day, -behind)
  return due > last && (behind === 0 || (toldOn !== null && toldOn < due))
}

/** Does this channel speak on this day? */
export function channelSpeaks(facts: SpeakingFacts, channel: Channel, day: CivilDay): boolean {
  const window = windowOf(facts)
  if (window === null) return false
  if (day > window.last) return weekly(facts, window, day)
  if (eves(facts, channel, window).includes(day)) return true
  if (day < window.first) return false
  return facts.rules.rhythm[channel] === 'daily' || isOpen(stepDays(facts, window), day, facts.toldOn)
}

/** The ticked channels that speak to the certificate's own people on this day. */
export const speakingOn = (facts: SpeakingFacts, day: CivilDay): Channel[] => ticked(facts.channels).filter((channel) => channelSpeaks(facts, channel, day))

/** A step before the first warning says nothing: nobody could have handled it. */
const escalationDays = ({ rules, leadDays }: SpeakingFacts, { last }: Window): Array<{ day: CivilDay; role: Role }> =>
  rules.escalation.filter(({ daysBefore }) => daysBefore <= leadDays).map(({ daysBefore, role }) => ({ day: addDays(last, -daysBefore), role }))

/** Roles that are told on this day, too, because nobody has handled it (B9): once per step, a missed one later, none of before the first warning was given. */
export function escalatedOn(facts: SpeakingFacts, day: CivilDay): Role[] {
  const window = windowOf(facts)
  if (window === null || day > window.last) return []
  const due = escalationDays(facts, window).filter((step) => step.day === day || (facts.toldOn !== null && facts.toldOn < step.day && step.day <= day))
  return [...new Set(due.map(({ role }) => role))]
}

/** Has a step to this role been reached? For asking again right before a message leaves. */
export function isEscalatedTo(facts: SpeakingFacts, role: Role, day: CivilDay): boolean {
  const window = windowOf(facts)
  return window !== null && day <= window.last && escalationDays(facts, window).some((step) => step.role === role && step.day <= day)
}

/** The warning is before its time, and no holiday brings it forward to this day. */
export function isEarly(facts: SpeakingFacts, day: CivilDay): boolean {
  const window = windowOf(facts)
  return window !== null && day < window.first && !ticked(facts.channels).some((channel) => eves(facts, channel, window).includes(day))
}

const speaks = (facts: SpeakingFacts, day: CivilDay): boolean => speakingOn(facts, day).length > 0 || escalatedOn(facts, day).length > 0

/** Every day on which something may begin to be told, from a day on; that day itself for what is caught up. */
function candidates(facts: SpeakingFacts, window: Window, from: CivilDay): CivilDay[] {
  const weeks = Math.max(1, Math.ceil(daysBetween(window.last, from) / WEEK))
  const days = [
    from, window.first, ...stepDays(facts, window), ...escalationDays(facts, window).map(({ day }) => day),
    ...ticked(facts.channels).flatMap((channel) => eves(facts, channel, window)), addDays(window.last, weeks * WEEK),
  ]
  return days.filter((day) => day >= from).sort()
}

/** The first day from `from` on that tells something; `null`: none ever does. */
export function nextSpeakingDay(facts: SpeakingFacts, from: CivilDay): CivilDay | null {
  const window = windowOf(facts)
  return window === null ? null : candidates(facts, window, from).find((day) => speaks(facts, day)) ?? null
}

/** Days of the cycle up to 有效期 on which a channel speaks, as if none was told; ascending. */
export function daysOf(facts: SpeakingFacts, channel: Channel): CivilDay[] {
  const window = windowOf(facts)
  if (window === null) return []
  const regular = facts.rules.rhythm[channel] === 'daily'
    ? Array.from({ length: facts.leadDays + 1 }, (_, n) => addDays(window.first, n))
    : stepDays(facts, window)
  return [...new Set([...regular, ...eves(facts, channel, window)])].sort()
}
