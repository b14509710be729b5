import type { Subject } from '../../../domain/account/permissions'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'

/** Whose a certificate is, for «may he?»: of its devices' departments, and of who entered it. */
export const certificateSubject = ({ institutionId, departmentIds, createdBy }: Pick<CertificateDoc, 'institutionId' | 'departmentIds' | 'createdBy'>): Subject =>
  ({ institutionId, departmentIds, ownerAccountId: createdBy })
