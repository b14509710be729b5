import type { Subject } from '../../../domain/account/permissions'
import type { DeviceDoc } from '../../../cloud/repositories/devices'

/** Whose a device is, for «may he?»: its department's (S54), not of who entered it. */
export const deviceSubject = ({ institutionId, departmentId }: Pick<DeviceDoc, 'institutionId' | 'departmentId'>): Subject =>
  ({ institutionId, departmentIds: [departmentId] })
