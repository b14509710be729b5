import { CERTIFICATE_LIMITS } from '../../../domain/certificate/certificate'
import { fail } from '../../../domain/kernel/failure'
import { GATE_DOCUMENTS, MOST_DOCUMENTS } from '../../../cloud/gate/bounded-transaction'
import type { Transaction } from '../../../cloud/ports'
import { certificateDeviceRows, certificateTokens, devicelessRow, rowId, type CertificateDoc } from '../../../cloud/repositories/certificates'
import type { DeviceDoc } from '../../../cloud/repositories/devices'

interface Written {
  doc: CertificateDoc
  /** Its devices, in its order. */
  devices: readonly DeviceDoc[]
  /** Devices that it named before and names no more. */
  droppedIds: readonly string[]
  /** Staged files that are part of it from now on. */
  uploadIds: readonly string[]
  /** Documents that the caller writes beside these. */
  others: number
}

/** A transaction holds fifty documents (architecture §3): the gate's, the certificate, its rows, dropped rows and files must fit. */
const roomFor = (others: number): number => Math.max(0, MOST_DOCUMENTS - GATE_DOCUMENTS - 1 - others)

/** As many as can still be renewed: the closed cycle and as many new scans as a form takes come on top. */
const MOST_DEVICES = roomFor(1 + CERTIFICATE_LIMITS.attachments)

function refuseTooMany({ devices, droppedIds, uploadIds, others }: Written): void {
  const max = Math.min(MOST_DEVICES, roomFor(others + droppedIds.length + uploadIds.length))
  if (devices.length > max) fail('certificate.too-many-devices', { max })
}

/** Tokens of 证件号, 姓名 and every device. */
export const tokensOf = (doc: Pick<CertificateDoc, 'number' | 'holderName'>, devices: readonly DeviceDoc[]): Promise<string[]> =>
  certificateTokens({ number: doc.number, holderName: doc.holderName, devices })

/** Whose a certificate without devices is, by name; '' when it is nobody's. */
async function departmentOf(tx: Transaction, { departmentIds, institutionId }: CertificateDoc): Promise<{ id: string; name: string }> {
  const [id = ''] = departmentIds
  const department = id === '' ? null : await tx.get('departments', id)
  return { id, name: department?.institutionId === institutionId ? department.name : '' }
}

/** Writes the certificate and the guide's rows of it. Failure: `certificate.too-many-devices` {max}. */
export async function writeCertificate(tx: Transaction, written: Written): Promise<void> {
  refuseTooMany(written)
  const { doc, devices } = written
  const own = await tokensOf(doc, [])
  const rows = doc.deviceIds.length === 0 ? [devicelessRow(doc, await departmentOf(tx, doc), own)] : certificateDeviceRows(doc, devices, own)
  await tx.set('certificates', doc)
  for (const row of rows) await tx.set('certificate_devices', row)
  for (const deviceId of written.droppedIds) await tx.remove('certificate_devices', rowId(doc._id, deviceId))
  for (const uploadId of written.uploadIds) await tx.remove('uploads', uploadId)
}
