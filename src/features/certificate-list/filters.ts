import { keptFilters } from '../../platform/kept-filters'
import type { ListBucket } from './wording'

/** What narrows the list; '' where nothing is chosen. `page` and `pageSize` belong to the desk's table. */
export interface CertificateFilters {
  keyword: string
  departmentId: string
  deviceType: string
  typeId: string
  bucket: ListBucket | ''
  /** By 有效期; '' for the nearest first. */
  order: 'far' | ''
  page: number
  pageSize: number
}

export const NO_FILTERS: CertificateFilters = { keyword: '', departmentId: '', deviceType: '', typeId: '', bucket: '', order: '', page: 1, pageSize: 10 }
export const CLEARED = { keyword: '', departmentId: '', deviceType: '', typeId: '', bucket: '' } as const

export const useCertificateFilters = keptFilters(NO_FILTERS)

/** The filters as the contract takes them: what is not chosen is left out. */
export const certificateQuery = ({ keyword, departmentId, deviceType, typeId, bucket }: CertificateFilters) => ({
  keyword: keyword.trim(),
  ...(departmentId !== '' && { departmentId }),
  ...(deviceType !== '' && { deviceType }),
  ...(typeId !== '' && { typeId }),
  ...(bucket !== '' && { bucket }),
})

/** The same with their order, for a list. */
export const orderedQuery = (filters: CertificateFilters) => ({ ...certificateQuery(filters), ...(filters.order !== '' && { order: filters.order }) })

export const turned = ({ order }: CertificateFilters): Pick<CertificateFilters, 'order'> => ({ order: order === '' ? 'far' : '' })

export const isNarrowed = ({ keyword, departmentId, deviceType, typeId, bucket }: CertificateFilters): boolean =>
  [keyword.trim(), departmentId, deviceType, typeId, bucket].some((chosen) => chosen !== '')
