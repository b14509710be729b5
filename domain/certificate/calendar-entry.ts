import { addDays, instantOf, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'

/** What a certificate is in a phone's own calendar (B21). */
export interface CalendarEntry { title: string; note: string; start: Date; end: Date }

export interface CalendarFacts {
  holderName: string; number: string; deviceNames: readonly string[]
  expiresOn: CivilDay | null; longTerm: boolean; leadDays: number; sendTime: SendTime
}

const HALF_AN_HOUR = 30 * 60_000

/** At 发送时间 on the first day of its warning, or on the next day while the warning lasts; null: it never expires, or it is over. */
export function calendarEntry(facts: CalendarFacts, today: CivilDay): CalendarEntry | null {
  const { expiresOn, longTerm } = facts
  if (expiresOn === null || longTerm || expiresOn <= today) return null
  const warnFrom = addDays(expiresOn, -facts.leadDays)
  const tomorrow = addDays(today, 1)
  const start = instantOf(warnFrom > tomorrow ? warnFrom : tomorrow, facts.sendTime)
  const whose = [facts.holderName, facts.number].filter((words) => words !== '').join(' ')
  return {
    title: `${whose} 的证件将于 ${expiresOn} 到期`,
    note: [...facts.deviceNames, '请及时换证；打开操作证管家处理。'].join('\n'), start, end: new Date(start.getTime() + HALF_AN_HOUR),
  }
}
