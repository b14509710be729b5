import type { CertificateForm } from '../../../../domain/certificate/certificate'
import type { PaperTab } from '../../../../domain/device/paper-tabs'
import type { Paper, PaperType } from './paper-form'

/** One paper's form on screen, wherever it lies: in a tab of 新增设备档案 or in a sheet of 设备详情. */
export interface PaperDesk {
  tab: PaperTab
  type: PaperType
  /** What may be chosen instead; the present one among them. */
  types: readonly PaperType[]
  paper: Paper
  set: (change: Partial<CertificateForm>) => void
  put: (part: Partial<Paper>) => void
  choose: (type: PaperType) => void
  /** The sentence under a field; nothing before the first try to save. */
  errorOf: (field: keyof CertificateForm) => string | undefined
}
