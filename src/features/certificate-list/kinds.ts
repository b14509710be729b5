import type { TypeMenu } from '../../../domain/certificate/type-menu'
import { keptFilters, type Kept } from '../../platform/kept-filters'
import { NO_FILTERS, useCertificateFilters, type CertificateFilters } from './filters'

/** One menu name of 证照管理 and what its list is called; the list itself is the same for all. */
export interface ListKind {
  menu: TypeMenu
  title: string
  /** What is counted and added. */
  noun: string
  /** The filters of this list, which outlive its page. */
  useFilters: () => Kept<CertificateFilters>
}

export const DEVICE_CERTIFICATES: ListKind = { menu: 'device-certificate', title: '设备操作证管理', noun: '设备操作证', useFilters: useCertificateFilters }
export const DEVICE_LICENCES: ListKind = { menu: 'device-licence', title: '设备配置许可证管理', noun: '设备配置许可证', useFilters: keptFilters(NO_FILTERS) }
export const STAFF_QUALIFICATIONS: ListKind = { menu: 'staff-qualification', title: '人员资质管理', noun: '人员资质', useFilters: keptFilters(NO_FILTERS) }
