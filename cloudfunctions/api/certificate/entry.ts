import type { CertificateEntry } from '../../../contract/certificate'
import { isPicture } from '../../../domain/attachment/attachment'
import { DEVICE_OPERATOR_ID } from '../../../domain/certificate/certificate'
import type { DocumentStore } from '../../../cloud/ports'
import { typesOf } from '../../../cloud/repositories/rules'
import { firstRows, type CertificateDeviceDoc, type CertificateDoc, type HandlingPart } from '../../../cloud/repositories/certificates'

/** Devices that an entry names; it says how many there are. */
const NAMED_DEVICES = 3

type DeviceRef = CertificateEntry['devices'][number]
type HandlingView = CertificateEntry['handling']

export const handlingView = (handling: HandlingPart | null): HandlingView => handling && {
  kind: handling.kind, note: handling.note, reference: handling.reference, until: handling.until, by: handling.byName, at: handling.at.toISOString(),
}

export const deviceRef = (row: CertificateDeviceDoc): DeviceRef => ({
  id: row.deviceId, code: row.deviceCode, name: row.deviceName, department: { id: row.departmentId, name: row.departmentName },
  model: row.deviceModel, type: row.deviceType, unit: row.unit,
})

const entry = (certificate: CertificateDoc, rows: readonly CertificateDeviceDoc[], typeName: string): CertificateEntry => ({
  id: certificate._id,
  version: certificate.version,
  typeName,
  number: certificate.number,
  holderName: certificate.holderName,
  title: certificate.title,
  devices: rows.map(deviceRef),
  deviceCount: certificate.deviceIds.length,
  expiresOn: certificate.expiresOn,
  longTerm: certificate.longTerm,
  ...(certificate.cycleMonths !== undefined && { plan: { cycleMonths: certificate.cycleMonths, lastOn: certificate.issuedOn, cycle: certificate.cycle } }),
  leadDays: certificate.leadDays,
  sendTime: certificate.sendTime,
  handling: handlingView(certificate.handling),
  nextSendAt: certificate.reminder.nextAt?.toISOString() ?? null,
  ...(certificate.submissionId && { waiting: true as const }),
  ...(certificate.attachments.some(isPicture) && { pictured: true as const }),
})

/** What the types of these certificates are called; nothing is asked where all are the guide's 设备操作证. */
async function typeNames(store: DocumentStore, certificates: readonly CertificateDoc[]): Promise<ReadonlyMap<string, string>> {
  const other = certificates.find(({ typeId }) => typeId !== DEVICE_OPERATOR_ID)
  const types = other ? await typesOf(store, other.institutionId) : []
  return new Map(types.filter(({ type }) => type.id !== DEVICE_OPERATOR_ID).map(({ type }) => [type.id, type.name]))
}

/** Entries of one page, each with its first devices, in the order of the certificates. */
export async function certificateEntries(store: DocumentStore, certificates: readonly CertificateDoc[]): Promise<CertificateEntry[]> {
  const [rows, names] = await Promise.all([firstRows(store, certificates, NAMED_DEVICES), typeNames(store, certificates)])
  return certificates.map((certificate) => entry(certificate, rows.get(certificate._id) ?? [], names.get(certificate.typeId) ?? ''))
}
