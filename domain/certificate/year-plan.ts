import { addDays, addMonths, type CivilDay } from '../kernel/civil-day'

/** What the plan reads of a certificate. */
export interface PlannedPaper { typeId: string; departmentIds: readonly string[]; expiresOn: CivilDay }
/** One department × type: how many are due in each of the twelve months, and how many are late already. */
export interface PlanLine { departmentId: string; typeId: string; late: number; months: number[] }

export const PLAN_MONTHS = 12
/** A certificate of no department. */
export const NO_DEPARTMENT = ''

const firstOf = (day: CivilDay): CivilDay => `${day.slice(0, 7)}-01`

/** The twelve months from today's on, YYYY-MM. */
export const planMonths = (today: CivilDay): string[] => Array.from({ length: PLAN_MONTHS }, (_, at) => addMonths(firstOf(today), at).slice(0, 7))

/** The day by which the review is to be handed in: the type's review window before 有效期, else the last day itself (B36). */
export const reviewBy = (expiresOn: CivilDay, reviewDays: number): CivilDay => addDays(expiresOn, -reviewDays)

/** The last 有效期 that can be due within the plan. */
export const planEnd = (today: CivilDay, longestReview: number): CivilDay => addDays(addMonths(firstOf(today), PLAN_MONTHS), longestReview - 1)

/** Its place in the plan: -1 expired already, 0 to 11 the month, null after the plan. Whose window opened in an earlier month is due now. */
export function placeInPlan(expiresOn: CivilDay, reviewDays: number, today: CivilDay): number | null {
  if (expiresOn < today) return -1
  const by = reviewBy(expiresOn, reviewDays).slice(0, 7)
  const months = planMonths(today)
  if (by <= (months[0] ?? '')) return 0
  const place = months.indexOf(by)
  return place < 0 ? null : place
}

interface Options { today: CivilDay; reviewDaysOf: (typeId: string) => number; departmentIds: readonly string[] | null }

/** Lines by 科室 × 类型 (B36); a certificate of several departments stands in each that is asked for. */
export function yearPlan(papers: readonly PlannedPaper[], { today, reviewDaysOf, departmentIds }: Options): PlanLine[] {
  const lines = new Map<string, PlanLine>()
  const lineOf = (departmentId: string, typeId: string): PlanLine => {
    const key = JSON.stringify([departmentId, typeId])
    const line = lines.get(key) ?? { departmentId, typeId, late: 0, months: new Array<number>(PLAN_MONTHS).fill(0) }
    lines.set(key, line)
    return line
  }
  const count = (line: PlanLine, place: number): void => {
    if (place < 0) line.late += 1
    else line.months[place] = (line.months[place] ?? 0) + 1
  }
  for (const { typeId, departmentIds: own, expiresOn } of papers) {
    const place = placeInPlan(expiresOn, reviewDaysOf(typeId), today)
    if (place !== null) departmentsOfPaper(own, departmentIds).forEach((id) => count(lineOf(id, typeId), place))
  }
  return [...lines.values()]
}

/** Under which departments a certificate is planned. */
export const departmentsOfPaper = (own: readonly string[], asked: readonly string[] | null): readonly string[] => {
  if (own.length === 0) return asked === null ? [NO_DEPARTMENT] : []
  return asked === null ? own : own.filter((id) => asked.includes(id))
}
