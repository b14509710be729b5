import { listCertificateDevices, type CertificateDeviceRow } from '../../../contract/certificate'
import { reads } from '../../../cloud/gate/verb'
import { bucketWhere, rowPage, rowWhere, type CertificateDeviceDoc } from '../../../cloud/repositories/certificates'
import { handlingView } from './entry'
import { filterOf } from './filter'

const tableRow = (row: CertificateDeviceDoc): CertificateDeviceRow => {
  const { certificateId, typeId, deviceId, deviceName, deviceCode, number, holderName, expiresOn, longTerm, deviceType, leadDays, sendTime, unit } = row
  return {
    certificateId, typeId, deviceId, deviceName, deviceCode, number, holderName, expiresOn, longTerm, deviceType,
    department: { id: row.departmentId, name: row.departmentName },
    leadDays, sendTime, unit,
    handling: handlingView(row.handling),
  }
}

/** The guide's table: one row per certificate × device (S8, S9). */
export const table = reads(listCertificateDevices, async (input, caller, { store, today }) => {
  const { page, pageSize, bucket, order } = input
  const filter = await filterOf(input, caller, store)
  if (!filter) return { rows: [], total: 0, page, pageSize }
  const where = { ...rowWhere(filter), ...(bucket && bucketWhere(bucket, today)) }
  const { docs, total } = await rowPage(store, where, { order, skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: docs.map(tableRow), total, page, pageSize }
})
