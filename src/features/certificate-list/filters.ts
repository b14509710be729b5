import { keptFilters } from '../../platform/kept-filters'
import type { ListBucket } from './wording'

/** What narrows the list; '' where nothing is chosen. `page` and `pageSize` belong to the desk's table. */
export interface CertificateFilters {
  keyword: string
  departmentId: string
  deviceType: string
  bucket: ListBucket | ''
  page: number
  pageSize: number
}

export const NO_FILTERS: CertificateFilters = { keyword: '', departmentId: '', deviceType: '', bucket: '', page: 1, pageSize: 10 }
export const CLEARED = { keyword: '', departmentId: '', deviceType: '', bucket: '' } as const

export const useCertificateFilters = keptFilters(NO_FILTERS)

/** The filters as the contract takes them: what is not chosen is left out. */
export const certificateQuery = ({ keyword, departmentId, deviceType, bucket }: CertificateFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
  ...(deviceType !== '' && { deviceType }),
  ...(bucket !== '' && { bucket }),
})

export const isNarrowed = ({ keyword, departmentId, deviceType, bucket }: CertificateFilters): boolean =>
  [keyword.trim(), departmentId, deviceType, bucket].some((chosen) => chosen !== '')
