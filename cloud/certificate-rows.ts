import type { CertificateDeviceDoc, CertificateDoc, DeviceDoc } from './documents'

/** `_id` of the row, so that rewriting a certificate's rows needs no query. */
export const rowId = (certificateId: string, deviceId: string): string => `${certificateId}:${deviceId}`

/** The rows of a certificate; one that names no device has a row of its own. */
export const rowIdsOf = ({ _id, deviceIds }: Pick<CertificateDoc, '_id' | 'deviceIds'>): string[] => (deviceIds.length === 0 ? [rowId(_id, '')] : deviceIds.map((deviceId) => rowId(_id, deviceId)))

/** What each row copies of its certificate. */
const copied = (certificate: CertificateDoc) => ({
  schema: 2 as const,
  institutionId: certificate.institutionId,
  certificateId: certificate._id,
  typeId: certificate.typeId,
  number: certificate.number,
  holderName: certificate.holderName,
  title: certificate.title,
  expiresOn: certificate.expiresOn,
  longTerm: certificate.longTerm,
  leadDays: certificate.leadDays,
  sendTime: certificate.sendTime,
  validFrom: certificate.validFrom ?? certificate.issuedOn ?? '',
  handling: certificate.handling,
})

/** The row of a certificate without devices, under the department that it belongs to. */
export const devicelessRow = (certificate: CertificateDoc, department: { id: string; name: string }, ownTokens: readonly string[]): CertificateDeviceDoc => ({
  ...copied(certificate), _id: rowId(certificate._id, ''), deviceId: '', deviceCode: '', deviceName: '', deviceType: '', deviceModel: '', unit: '',
  departmentId: department.id, departmentName: department.name, tokens: [...ownTokens],
})

/**
 * The guide's rows (S9): one per certificate × device, with the copies that lists filter and sort by. `ownTokens` are those of 证件号 and 姓名
 * alone (`certificateTokens` without devices): a row is then found by its own device and not by its neighbours. Devices of another
 * institution are left out.
 */
export const certificateDeviceRows = (certificate: CertificateDoc, devices: readonly DeviceDoc[], ownTokens: readonly string[] = certificate.tokens): CertificateDeviceDoc[] => devices
  .filter((device) => device.institutionId === certificate.institutionId)
  .map((device) => ({
    ...copied(certificate),
    _id: rowId(certificate._id, device._id),
    deviceId: device._id,
    deviceCode: device.code,
    deviceName: device.fields.name,
    deviceType: device.fields.type,
    deviceModel: device.fields.model,
    unit: device.fields.unit,
    departmentId: device.departmentId,
    departmentName: device.departmentName,
    tokens: [...new Set([...ownTokens, ...device.tokens])],
  }))
