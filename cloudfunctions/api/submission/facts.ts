import { isRetired } from '../../../domain/device/device'
import type { Obstacle } from '../../../domain/submission/obstacle'
import { obstacleOf } from '../../../domain/submission/obstacle'
import type { DocumentStore, Transaction } from '../../../cloud/ports'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { typeById } from '../../../cloud/repositories/rules'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import type { SubmissionDoc } from '../../../cloud/repositories/submissions'

type Reader = Pick<DocumentStore, 'get'> | Pick<Transaction, 'get'>

interface Present { certificate: CertificateDoc | null; devices: readonly DeviceDoc[] }

/** What stands in the way of approving it now (B16), asked the same for the screen and in the transaction. */
export async function presentObstacle(reader: Reader, submission: SubmissionDoc, { certificate, devices }: Present): Promise<Obstacle | null> {
  const { institutionId, personId, form, kind, cycle } = submission
  const [person, type] = await Promise.all([personId === null ? null : reader.get('people', personId), typeById(reader, institutionId, form.typeId)])
  return obstacleOf({
    isRenewal: kind === 'renewal', cycle,
    certificate: certificate && { cycle: certificate.cycle, revoked: certificate.handling?.kind === 'revoked' },
    devicesMissing: devices.length < form.deviceIds.length,
    devicesRetired: devices.some(({ status }) => isRetired(status)),
    personLeft: ownedBy(person, institutionId)?.presence === 'left',
    typeGone: type === null || !type.active,
  })
}
