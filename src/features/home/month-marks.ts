import type { OutputOf } from '../../../contract/operation'
import type { homeOverview } from '../../../contract/inbox'
import type { MarkState } from '../../ui/mark'

export type Overview = OutputOf<typeof homeOverview>
export type Month = Overview['months'][number]

/** At most this many marks stand over one month. */
const TALLEST = 8

const MARKS: Readonly<Record<Month['marks'][number]['state'], MarkState>> = { over: 'over', today: 'today', s30: 's30', s90: 's90', ok: 'ok', review: 'review', off: 'off' }

/** How many certificates one mark stands for: one, until a month has more than can be stacked. */
export const perMark = (months: readonly Month[]): number => Math.max(1, Math.ceil(Math.max(0, ...months.map((month) => month.total)) / TALLEST))

/** The marks over one month, most urgent lowest. A state that is there always shows at least one. */
export const marksOf = (month: Month, each: number): MarkState[] =>
  month.marks.flatMap(({ state, count }) => Array.from({ length: Math.ceil(count / each) }, () => MARKS[state]))

export interface MonthLabel {
  /** 过期, 11, 12, 1 … */
  short: string
  /** 已过期, 11 月 */
  long: string
  /** The year, where it is new. */
  year: string | null
}

/** Labels of the columns; the year stands at the first month and where it changes. */
export const labelOf = (months: readonly Month[], index: number): MonthLabel => {
  const month = months[index]?.month ?? ''
  if (month === 'expired') return { short: '过期', long: '已过期', year: null }
  const before = months[index - 1]?.month ?? ''
  const number = String(Number(month.slice(5)))
  return { short: number, long: `${number} 月`, year: before.slice(0, 4) === month.slice(0, 4) ? null : month.slice(0, 4) }
}
