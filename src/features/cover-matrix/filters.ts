import type { CivilDay } from '../../../domain/kernel/civil-day'
import { keptFilters } from '../../platform/kept-filters'

/** By device: who may operate it. By person: what he may operate, 人员 × 设备. */
export type CoverView = 'devices' | 'people'

/**
 * What narrows the overview; '' where nothing is chosen; `on` null: today. Of the view by person: `person` narrows by name, `everybody` shows those
 * of the chosen department who hold nothing too.
 */
export interface CoverFilters { keyword: string; departmentId: string; deviceType: string; on: CivilDay | null; view: CoverView; person: string; everybody: boolean; page: number; pageSize: number }

export const CLEARED = { keyword: '', departmentId: '', deviceType: '', on: null, person: '', everybody: false } as const
export const useCoverFilters = keptFilters<CoverFilters>({ ...CLEARED, view: 'devices', page: 1, pageSize: 20 })

/** Devices side by side that a screen and an A4 sheet hold. */
const COLUMNS = 10
export const viewOf = (view: CoverView): Partial<CoverFilters> => ({ view, pageSize: view === 'people' ? COLUMNS : 20 })

/** The filters as the contract takes them: what is not chosen is left out. */
export const coverQuery = ({ keyword, departmentId, deviceType, on }: CoverFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
  ...(deviceType !== '' && { deviceType }),
  ...(on !== null && { on }),
})

export const isNarrowed = ({ keyword, departmentId, deviceType }: CoverFilters): boolean => [keyword.trim(), departmentId, deviceType].some((chosen) => chosen !== '')
