import type { Channels } from '../certificate/certificate'
import type { Handling } from '../certificate/handling'
import { activeHandling } from '../certificate/validity'
import { dayOf, type CivilDay } from '../kernel/civil-day'
import { ticked } from './channel'
import type { CertificateHold } from './due'
import { GUIDE_RULES, type ReminderRules } from './rules'
import { daysOf } from './speaking'
import { windowOf } from './window'

/** Why a certificate that names somebody told him nothing on a day of its window. */
export type Missed =
  | Extract<CertificateHold, 'noted' | 'review' | 'snoozed' | 'revoked' | 'renewed' | 'no-channel' | 'not-due'>
  /** That day was dealt with before he, or his channel, was named. */
  | 'named-later'
  /** It was changed after that day, so what held then is not known any more. */
  | 'changed-since'
  /** Its time has come and the timer has not. */
  | 'not-checked'
  /** The certificate's type tells on 节点 only, and the day is none (B28). */
  | 'no-step'
  /** WeChat wants this person told on 节点 only, and nothing else is ticked. */
  | 'slowed-down'
  /** The timer did not come that day; missed days are not replayed (B8). */
  | 'missed-day'

export interface MissedFacts {
  expiresOn: CivilDay | null
  longTerm: boolean
  leadDays: number
  channels: Channels
  handling: Pick<Handling, 'kind' | 'until' | 'at'> | null
  createdAt: Date
  updatedAt: Date
  nextAt: Date | null
  toldOn: CivilDay | null
  rules?: ReminderRules
  /** WeChat said that he is told too often (B28). */
  slowed?: boolean
}

/** `null`: it was not due that day, or did not exist. Asked only for certificates of which no message of that day to him is on record. */
export function missedBecause(facts: MissedFacts, { day, now }: { day: CivilDay; now: Date }): Missed | null {
  if (!wasDue(facts, day)) return null
  const handled = handledOn(facts, day)
  if (handled) return handled
  if (ticked(facts.channels).length === 0) return 'no-channel'
  const unspoken = unspokenOn(facts, day)
  if (unspoken) return unspoken
  if (facts.toldOn === day) return 'named-later'
  return day < dayOf(now) ? earlier(facts, day) : today(facts, day, now)
}

function wasDue(facts: MissedFacts, day: CivilDay): boolean {
  const window = windowOf(facts)
  return window !== null && window.first <= day && day <= window.last && dayOf(facts.createdAt) <= day
}

/** None of its channels spoke that day, by the rules as they are now. */
function unspokenOn(facts: MissedFacts, day: CivilDay): Missed | null {
  const rules = facts.rules ?? GUIDE_RULES
  const speaking = ticked(facts.channels).filter((channel) => daysOf({ ...facts, toldOn: null, rules }, channel).includes(day))
  if (speaking.length === 0) return 'no-step'
  const steps = daysOf({ ...facts, toldOn: null, rules: { ...rules, rhythm: { ...rules.rhythm, wechat: 'steps' } } }, 'wechat')
  return facts.slowed && speaking.every((channel) => channel === 'wechat') && !steps.includes(day) ? 'slowed-down' : null
}

function handledOn({ handling }: MissedFacts, day: CivilDay): Missed | null {
  const active = activeHandling(handling, day)
  return active && dayOf(active.at) <= day ? active.kind : null
}

const earlier = ({ updatedAt }: MissedFacts, day: CivilDay): Missed => (dayOf(updatedAt) > day ? 'changed-since' : 'missed-day')

const today = ({ nextAt }: MissedFacts, day: CivilDay, now: Date): Missed =>
  (day > dayOf(now) || (nextAt !== null && nextAt > now) ? 'not-due' : 'not-checked')
