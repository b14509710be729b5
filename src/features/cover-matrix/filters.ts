import type { CivilDay } from '../../../domain/kernel/civil-day'
import { keptFilters } from '../../platform/kept-filters'

/** What narrows the overview; '' where nothing is chosen; `on` null: today. */
export interface CoverFilters { keyword: string; departmentId: string; deviceType: string; on: CivilDay | null; page: number; pageSize: number }

export const CLEARED = { keyword: '', departmentId: '', deviceType: '', on: null } as const
export const useCoverFilters = keptFilters<CoverFilters>({ ...CLEARED, page: 1, pageSize: 20 })

/** The filters as the contract takes them: what is not chosen is left out. */
export const coverQuery = ({ keyword, departmentId, deviceType, on }: CoverFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
  ...(deviceType !== '' && { deviceType }),
  ...(on !== null && { on }),
})

export const isNarrowed = ({ keyword, departmentId, deviceType }: CoverFilters): boolean => [keyword.trim(), departmentId, deviceType].some((chosen) => chosen !== '')
