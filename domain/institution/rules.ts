import * as v from 'valibot'
import { civilDaySchema, isCivilDay, type CivilDay } from '../kernel/civil-day'
import { isSendTime, type SendTime } from '../kernel/send-time'
import { lengthOf, tidy } from '../kernel/text'

/** No SMS from `from` on and before `to`; `from` > `to`: over midnight (B11). */
export interface QuietHours { from: SendTime; to: SendTime }
/** Both ends are days off. */
export interface Holiday { name: string; from: CivilDay; to: CivilDay }

/** What an institution decides for all its reminders (B11, B18, B28). */
export interface InstitutionRules {
  /** `null`: SMS at any time. */
  quietHours: QuietHours | null
  /** 节假日前提醒 */
  beforeHolidays: boolean
  holidays: readonly Holiday[]
  /** 每日运行摘要 to those who answer for the reminders (B18). */
  operationsDigest: boolean
  /** Price of one SMS in 分, for the preview's cost; `null`: not said. */
  smsPrice: number | null
}

export const institutionRulesSchema = v.strictObject({
  quietHours: v.nullable(v.strictObject({ from: v.string(), to: v.string() })),
  beforeHolidays: v.boolean(),
  holidays: v.array(v.strictObject({ name: v.string(), from: civilDaySchema, to: civilDaySchema })),
  operationsDigest: v.boolean(),
  smsPrice: v.nullable(v.number()),
})

/** The State Council names the days off each year: the list begins empty and is the hospital's. */
export const DEFAULT_INSTITUTION_RULES: InstitutionRules = {
  quietHours: { from: '21:00:00', to: '08:00:00' }, beforeHolidays: false, holidays: [], operationsDigest: true, smsPrice: null,
}

export const RULES_LIMITS = { holidays: 100, holidayName: 20, holidayDays: 30, smsPrice: 1000 } as const

/** Field → code; empty when it may be saved. */
export function checkInstitutionRules(rules: InstitutionRules): Record<string, string> {
  const codes: Record<string, string> = {}
  if (rules.quietHours && !isWindow(rules.quietHours)) codes.quietHours = 'rules.quiet-hours-invalid'
  if (rules.holidays.length > RULES_LIMITS.holidays) codes.holidays = 'rules.too-many-holidays'
  rules.holidays.forEach((holiday, at) => {
    const wrong = wrongHoliday(holiday)
    if (wrong) codes[`holidays.${at}`] = wrong
  })
  const { smsPrice } = rules
  if (smsPrice !== null && !(Number.isInteger(smsPrice) && smsPrice >= 0 && smsPrice <= RULES_LIMITS.smsPrice)) codes.smsPrice = 'rules.sms-price-invalid'
  return codes
}

const isWindow = ({ from, to }: QuietHours): boolean => isSendTime(from) && isSendTime(to) && from !== to

function wrongHoliday({ name, from, to }: Holiday): string | null {
  if (tidy(name) === '' || lengthOf(name) > RULES_LIMITS.holidayName) return 'rules.holiday-name-invalid'
  if (!isCivilDay(from) || !isCivilDay(to)) return 'day.invalid'
  return to < from ? 'rules.holiday-ends-before-it-begins' : null
}

/** Whether SMS are quiet at this time of day, and when they may go the same day: `closed` when the window never opens again that day (B11). */
export function quietAt(quiet: QuietHours | null, time: SendTime): 'open' | 'closed' | { until: SendTime } {
  if (quiet === null) return 'open'
  const { from, to } = quiet
  if (from < to) return from <= time && time < to ? { until: to } : 'open'
  if (time >= from) return 'closed'
  return time < to ? { until: to } : 'open'
}
