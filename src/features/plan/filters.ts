import type { PlanState } from '../../../domain/reminder/plan-state'
import { keptFilters } from '../../platform/kept-filters'

/** What narrows the plans; '' where nothing is chosen. `page` and `pageSize` belong to the desk's table. */
export interface PlanFilters {
  keyword: string
  departmentId: string
  state: PlanState | ''
  page: number
  pageSize: number
}

export const CLEARED = { keyword: '', departmentId: '', state: '' } as const
export const usePlanFilters = keptFilters<PlanFilters>({ ...CLEARED, page: 1, pageSize: 10 })

/** The filters as the contract takes them: what is not chosen is left out. */
export const planQuery = ({ keyword, departmentId, state }: PlanFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
  ...(state !== '' && { state }),
})

export const isNarrowed = ({ keyword, departmentId, state }: PlanFilters): boolean => [keyword.trim(), departmentId, state].some((chosen) => chosen !== '')
