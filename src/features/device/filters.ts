import type { DeviceStatus } from '../../../domain/device/device'
import { keptFilters } from '../../platform/kept-filters'

/** What narrows the list; '' where nothing is chosen. `page` and `pageSize` belong to the desk's table. */
export interface DeviceFilters {
  keyword: string
  departmentId: string
  status: DeviceStatus | ''
  type: string
  page: number
  pageSize: number
}

export const NO_FILTERS: DeviceFilters = { keyword: '', departmentId: '', status: '', type: '', page: 1, pageSize: 10 }
export const CLEARED = { keyword: '', departmentId: '', status: '', type: '' } as const

export const useDeviceFilters = keptFilters(NO_FILTERS)

/** The filters as the contract takes them: what is not chosen is left out. */
export const deviceQuery = ({ keyword, departmentId, status, type }: DeviceFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
  ...(status !== '' && { status }),
  ...(type !== '' && { type }),
})

export const isNarrowed = ({ keyword, ...chosen }: Pick<DeviceFilters, 'keyword' | 'departmentId' | 'status' | 'type'>): boolean =>
  keyword.trim() !== '' || [chosen.departmentId, chosen.status, chosen.type].some((each) => each !== '')
