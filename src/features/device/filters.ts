import { keptFilters } from '../../platform/kept-filters'

/** What narrows the list; '' where nothing is chosen. `page` and `pageSize` belong to the desk's table. */
export interface DeviceFilters {
  keyword: string
  departmentId: string
  page: number
  pageSize: number
}

export const NO_FILTERS: DeviceFilters = { keyword: '', departmentId: '', page: 1, pageSize: 10 }
export const CLEARED = { keyword: '', departmentId: '' } as const

export const useDeviceFilters = keptFilters(NO_FILTERS)

/** The filters as the contract takes them: what is not chosen is left out. */
export const deviceQuery = ({ keyword, departmentId }: DeviceFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
})

export const isNarrowed = ({ keyword, departmentId }: DeviceFilters): boolean => keyword.trim() !== '' || departmentId !== ''
