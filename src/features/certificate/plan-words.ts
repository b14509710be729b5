import type { CertificateForm } from '../../../domain/certificate/certificate'
import { CERTIFICATE_LIMITS } from '../../../domain/certificate/certificate'
import { dayOf, daysBetween, isCivilDay } from '../../../domain/kernel/civil-day'
import { isSendTime } from '../../../domain/kernel/send-time'
import { sendPlan, type PlanFacts, type SendPlan } from '../../../domain/reminder/plan'
import { momentWords } from './day-words'
import { CHANNEL_WORDS, holdWords } from './wording'

export interface PlanWords {
  /** 「首次 … ，共 … 次」, or why nothing is sent. */
  head: string
  /** For the save bar, in parts that are not broken: 「首次 …，」「共 … 次，」「末次 …」. */
  parts: readonly string[]
  /** `2024-08-04 10:00`; '' when nothing is sent, as the others below. */
  first: string
  last: string
  lastDay: string
  /** 「每天一次，处理后即停。」, or what is different about this one. */
  rhythm: string
  /** Sends of the whole cycle; 0 when nothing is sent. */
  count: number
  /** 「每天一次」, or how often each channel sends where one goes by 节点 (B28). */
  beat: string
  /** Of them by SMS. */
  smsCount: number
}

const only = (head: string): PlanWords => ({ head, parts: [head], first: '', last: '', lastDay: '', rhythm: '', count: 0, beat: '', smsCount: 0 })

const leadFits = (days: number): boolean => Number.isInteger(days) && days >= 0 && days <= CERTIFICATE_LIMITS.leadDays

/** What keeps the plan from being reckoned; the fields themselves say it too. */
function missing({ longTerm, expiresOn, leadDays, sendTime }: CertificateForm): string | null {
  if (longTerm) return null
  if (expiresOn === null || !isCivilDay(expiresOn)) return '填好有效期至，这里就显示提醒计划'
  if (!leadFits(leadDays) || !isSendTime(sendTime)) return '填好提前预警时间和发送时间，这里就显示提醒计划'
  return null
}

/** Enough is filled in, and sensible, to reckon the days. */
export const isReckonable = (form: CertificateForm): boolean => missing(form) === null

export type PlanHistory = Pick<PlanFacts, 'handling' | 'toldOn' | 'rules'>

/** A form that is saved for the first time. */
export const NO_HISTORY: PlanHistory = { handling: null, toldOn: null }

/** 「首次 2024-08-04 10:00，共 181 次，末次 2025-01-31」 (B5, S34), or in one sentence why nobody is told. */
export function planWords(form: CertificateForm, now: Date, history: PlanHistory = NO_HISTORY): PlanWords {
  const wanting = missing(form)
  return wanting === null ? wordsOf(sendPlan({ ...form, ...history }, now), now) : only(wanting)
}

function wordsOf(plan: SendPlan, now: Date): PlanWords {
  if (plan.first === null || plan.last === null || plan.next === null) return only(holdWords(plan.reason))
  const [first, last] = [momentWords(plan.first), momentWords(plan.last)]
  const lastDay = dayOf(plan.last)
  const parts = [`首次 ${first}，`, `共 ${plan.count} 次，`, `末次 ${lastDay}`]
  return { head: `首次 ${first}，共 ${plan.count} 次`, parts, first, last, lastDay, rhythm: rhythm(plan, now), count: plan.count, beat: beatOf(plan), smsCount: plan.perChannel.find(({ channel }) => channel === 'sms')?.count ?? 0 }
}

/** S31: a first day that has passed is said, and today's message is not silently skipped. */
function rhythm(plan: SendPlan, now: Date): string {
  const { first, next, remaining, immediate } = plan
  if (immediate) return `今天的发送时间已过，保存后马上发一次，还有 ${remaining} 次。`
  if (next !== null && first !== null && first < now && next > first) return `首次日期已过，下次 ${momentWords(next)}，还有 ${remaining} 次。`
  return `${beatOf(plan)}，处理后即停。`
}

/** Days from the first to the last: every one of them is a day of sending where no channel goes by 节点. */
const isDaily = ({ first, last, perChannel }: SendPlan): boolean => {
  const days = first === null || last === null ? 0 : daysBetween(dayOf(first), dayOf(last)) + 1
  return perChannel.every(({ count }) => count === days)
}

const beatOf = (plan: SendPlan): string =>
  (isDaily(plan) ? '每天一次' : plan.perChannel.map(({ channel, count }) => `${CHANNEL_WORDS[channel]} ${count} 次`).join('、'))
