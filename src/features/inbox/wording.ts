import { dayOf, timeOf, type CivilDay } from '../../../domain/kernel/civil-day'

/** 10:00 for today, 11-22 within the year, 2025-11-22 before. */
export const messageTime = (at: string, today: CivilDay): string => {
  const instant = new Date(at)
  const day = dayOf(instant)
  if (day === today) return timeOf(instant).slice(0, 5)
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
}

/** 今天 10:00, 2026-11-22 10:00 */
export const fullTime = (at: string, today: CivilDay): string => {
  const instant = new Date(at)
  const day = dayOf(instant)
  return `${day === today ? '今天' : day} ${timeOf(instant).slice(0, 5)}`
}

export const READ_IS_NOT_HANDLED = '已读不等于已处理：处理之后才停止提醒。'
