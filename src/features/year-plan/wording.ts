import type { PlanLine } from '../../../contract/year-plan'

/** 「3 月」, with its year where the year turns. */
export const monthWords = (month: string, at: number): string => (at === 0 || month.endsWith('-01') ? month : `${Number(month.slice(5))} 月`)
export const departmentWords = ({ department }: PlanLine): string => department?.name ?? '未分科室'
export const totalOf = ({ late, months }: PlanLine): number => months.reduce((sum, n) => sum + n, late)
/** 「已过期 1 张, 2026-12 3 张」: only months with something to do. */
export const linesOf = ({ late, months }: PlanLine, names: readonly string[]): string =>
  [...(late > 0 ? [`已过期\u00a0${late}\u00a0张`] : []), ...months.flatMap((n, at) => (n > 0 ? [`${names[at] ?? ''}\u00a0${n}\u00a0张`] : []))].join('　')
