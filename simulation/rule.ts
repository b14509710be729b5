import type { CertificateDoc } from '../cloud/documents'
import type { Role } from '../domain/account/role'
import { dayAfter, daysFrom, isWeekend } from './calendar'

/**
 * The rules in the plainest words, written anew over what hospitals set: the judge must not share a mistake with the engine.
 */
export type Channel = 'home' | 'sms' | 'wechat'

export interface Settings {
  rhythm: Readonly<Record<Channel, 'daily' | 'steps'>>
  steps: readonly number[]
  afterExpiry: 'stop' | 'weekly'
  escalation: ReadonlyArray<{ daysBefore: number; role: Role }>
  /** Empty when 节假日前提醒 is off. */
  holidays: ReadonlyArray<{ from: string; to: string }>
}

type Doc = Pick<CertificateDoc, 'expiresOn' | 'longTerm' | 'leadDays' | 'handling' | 'channels'>

/** Everybody whom it names (S39, S40). */
export function audience(doc: CertificateDoc): string[] {
  const all = [...doc.recipientIds]
  if (doc.relatedRoles.includes('creator')) all.push(doc.createdBy)
  if (doc.relatedRoles.includes('editor')) all.push(doc.updatedBy)
  return [...new Set(all)]
}

/** It can expire, and nobody has dealt with it (S35, B30). */
export function isOpen({ longTerm, expiresOn, handling }: Doc, day: string): boolean {
  if (longTerm || expiresOn === null) return false
  return handling === null || (handling.until !== null && day >= handling.until)
}

const firstDay = ({ expiresOn, leadDays }: Doc): string => dayAfter(expiresOn ?? '', -leadDays)
const lastDay = ({ expiresOn }: Doc): string => expiresOn ?? ''

/** 有效期 − 提前量 through 有效期 (S33, S34). */
export const inWindow = (doc: Doc, day: string): boolean => firstDay(doc) <= day && day <= lastDay(doc)

/** 节点, the first day of the lead among them (B10, B28). */
const stepsOf = (doc: Doc, { steps }: Settings): string[] => [doc.leadDays, ...steps].filter((step) => step <= doc.leadDays).map((step) => dayAfter(lastDay(doc), -step))

const isOff = (day: string, { holidays }: Settings): boolean => isWeekend(day) || holidays.some(({ from, to }) => from <= day && day <= to)

/** The last working day before a holiday into which a day of this channel falls (B11). */
export function isEve(doc: Doc, channel: Channel, { day, settings }: { day: string; settings: Settings }): boolean {
  return settings.holidays.some((holiday) => {
    let eve = dayAfter(holiday.from, -1)
    while (isOff(eve, settings)) eve = dayAfter(eve, -1)
    const touched = settings.rhythm[channel] === 'daily'
      ? holiday.from <= lastDay(doc) && firstDay(doc) <= holiday.to
      : stepsOf(doc, settings).some((step) => holiday.from <= step && step <= holiday.to)
    return eve === day && touched
  })
}

/** Whole weeks that 有效期 is over. */
const weeksOver = (doc: Doc, day: string): number => Math.floor(daysFrom(lastDay(doc), day) / 7)

/**
 * May somebody whom it names hear of it on this day by this channel? `lastTold`: the day on which he did before, while nobody saved it; null: never.
 * A missed 节点, or week, may be caught up; none is told twice.
 */
export function mayHear(doc: Doc, channel: Channel, { day, settings, lastTold }: { day: string; settings: Settings; lastTold: string | null }): boolean {
  if (!isOpen(doc, day) || !doc.channels[channel]) return false
  if (day > lastDay(doc)) return settings.afterExpiry === 'weekly' && weeksOver(doc, day) >= 1 && (lastTold === null || lastTold <= lastDay(doc) || weeksOver(doc, lastTold) < weeksOver(doc, day))
  if (isEve(doc, channel, { day, settings })) return true
  if (!inWindow(doc, day)) return false
  return settings.rhythm[channel] === 'daily' || stepsOf(doc, settings).some((step) => step <= day && (lastTold === null || lastTold < step))
}

/** Must those whom it names hear of it on this very day by this channel? */
export function mustHear(doc: Doc, channel: Channel, day: string, settings: Settings): boolean {
  if (!isOpen(doc, day) || !doc.channels[channel]) return false
  if (day > lastDay(doc)) return settings.afterExpiry === 'weekly' && daysFrom(lastDay(doc), day) % 7 === 0
  if (isEve(doc, channel, { day, settings })) return true
  return inWindow(doc, day) && (settings.rhythm[channel] === 'daily' || stepsOf(doc, settings).includes(day))
}

/** Roles that a step of escalation has reached by this day (B9); `exactly`: on this very day. */
export function escalatedTo(doc: Doc, day: string, { settings, exactly }: { settings: Settings; exactly: boolean }): Role[] {
  if (!isOpen(doc, day) || day > lastDay(doc)) return []
  const reached = settings.escalation.filter(({ daysBefore }) => daysBefore <= doc.leadDays).filter(({ daysBefore }) => {
    const step = dayAfter(lastDay(doc), -daysBefore)
    return exactly ? step === day : step <= day
  })
  return [...new Set(reached.map(({ role }) => role))]
}

/** No SMS from `from` on and before `to`, over midnight when `from` is the later (B11). */
export const isQuiet = (quiet: { from: string; to: string } | null, time: string): boolean =>
  quiet !== null && (quiet.from < quiet.to ? quiet.from <= time && time < quiet.to : time >= quiet.from || time < quiet.to)
