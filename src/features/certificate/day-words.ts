import { dayOf, daysBetween, timeOf, weekday, type CivilDay } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'

/** Between facts on a line: one em, never dots or pipes. */
export const EM = '\u3000'

/** `2024-08-04 10:00`, in the hospital's zone; seconds only when they say something. */
export const momentWords = (instant: Date): string => `${dayOf(instant)} ${shortSendTime(timeOf(instant))}`

/** `11-23 09:12` of an ISO instant; what cannot be read shows as it came. */
export function shortDay(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : momentWords(at).slice(5, 16)
}

export const clockWords = (iso: string): string => timeOf(new Date(iso)).slice(0, 5)

export const monthDay = (day: CivilDay): string => day.slice(5)

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** 今天, 昨天, or the day of the week. */
export function nearDay(day: CivilDay, today: CivilDay): string {
  const ago = daysBetween(day, today)
  if (ago === 0) return '今天'
  return ago === 1 ? '昨天' : (WEEKDAYS[weekday(day)] ?? '')
}
