import { goTo } from '../../platform/navigate'

/** The certificate that a plan is of. Kept outside the components, so that rows get the same function each time. */
export const openCertificate = (id: string): void => goTo('/pages/certificate/record/detail', { id })
/** One change of the reminders of many certificates (B20). */
export const openBatch = (): void => goTo('/pages/work/record/batch')
