import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import * as v from 'valibot'
import type { SendTime } from './send-time'

dayjs.extend(utc)

/**
 * A day of the calendar in the hospital's zone (Asia/Shanghai): `2025-01-31`. Compared with `<`.
 * The zone is UTC+8 all year since 1991, so an instant and a civil time differ by a fixed eight hours.
 */
export type CivilDay = string
/** `2025-01` (S22). Ordered by `<`. */
export type CivilMonth = string

const ZONE_MS = 8 * 3600 * 1000
const DAY_MS = 24 * 3600 * 1000
const DAY = 'YYYY-MM-DD'
const DAY_SHAPE = /^(19|20)\d{2}-\d{2}-\d{2}$|^2100-\d{2}-\d{2}$/
const MONTH_SHAPE = /^(?:(?:19|20)\d{2}|2100)-(?:0[1-9]|1[0-2])$/

const at = (day: CivilDay) => dayjs.utc(day, DAY)
const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** Midnight of the day as if it were of UTC, in milliseconds; NaN of no day. By hand, as `written` and `read`: the engine asks some hundred times per certificate. */
const read = (day: CivilDay): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

function written(ms: number): CivilDay {
  const date = new Date(ms)
  if (Number.isNaN(ms)) return String(date)
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

/** A real day from 1900 to 2100: 2023-02-29 is none. */
export const isCivilDay = (text: string): boolean => DAY_SHAPE.test(text) && at(text).format(DAY) === text

export const isCivilMonth = (text: string): boolean => MONTH_SHAPE.test(text)

export const civilDaySchema = v.pipe(v.string(), v.check(isCivilDay, 'day.invalid'))
export const civilMonthSchema = v.pipe(v.string(), v.check(isCivilMonth, 'month.invalid'))

/** The day it is in the hospital at this instant. */
export const dayOf = (instant: Date): CivilDay => written(instant.getTime() + ZONE_MS)

/** The time of day it is in the hospital at this instant, to the second. */
export function timeOf(instant: Date): SendTime {
  const local = new Date(instant.getTime() + ZONE_MS)
  return [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':')
}

/** The instant at which the hospital's clocks show this time on this day. */
export const instantOf = (day: CivilDay, time: SendTime): Date => new Date(Date.parse(`${day}T${time}Z`) - ZONE_MS)

export const addDays = (day: CivilDay, days: number): CivilDay => written(read(day) + days * DAY_MS)

/** Clips to the month's end: 01-31 plus one month is 02-28 or 02-29. */
export const addMonths = (day: CivilDay, months: number): CivilDay => at(day).add(months, 'month').format(DAY)

/** Clips 02-29 to 02-28 in a common year. */
export const addYears = (day: CivilDay, years: number): CivilDay => at(day).add(years, 'year').format(DAY)

/** Days from `a` to `b`: <0 when `b` is earlier, 0 on the same day. */
export const daysBetween = (a: CivilDay, b: CivilDay): number => Math.round((read(b) - read(a)) / DAY_MS)

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: CivilDay): number => new Date(read(day)).getUTCDay()

export const monthOf = (day: CivilDay): CivilMonth => day.slice(0, 7)

/** As typed fields of WeChat and SMS write it: `2025年01月31日`. */
export const chineseDay = (day: CivilDay): string => at(day).format('YYYY年MM月DD日')

/** `minutes` after an instant, for back-off and expiry. */
export const plusMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000)

/** The later of two days. */
export const laterDay = (a: CivilDay, b: CivilDay): CivilDay => (a < b ? b : a)
