import { isRetired } from '../../domain/device/device'
import { dayOf } from '../../domain/kernel/civil-day'
import { certificateDeviceRows } from '../certificate-rows'
import type { CertificateDoc, DeviceDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { certificateTokens } from '../search-tokens'
import { refreshCovers } from './covers'
import { ofInstitution } from './of-institution'

/** Certificates that name one device. */
const MOST = 5000

const present = async (tx: Transaction, ids: readonly string[]): Promise<DeviceDoc[]> => {
  const devices: DeviceDoc[] = []
  for (const id of ids) {
    const device = await tx.get('devices', id)
    if (device) devices.push(device)
  }
  return devices
}

/** B34: held while every device is out of use; in use again, the engine looks at it at once and plans it anew. */
function reminderAfter(certificate: CertificateDoc, retired: boolean, now: Date): Record<string, unknown> {
  if (retired === (certificate.devicesRetired ?? false)) return {}
  const { toldOn } = certificate.reminder
  return { devicesRetired: retired, reminder: retired ? { nextAt: null, holdReason: 'devices-retired', toldOn } : { nextAt: now, holdReason: null, toldOn } }
}

async function settleCertificate(tx: Transaction, { certificateId, deviceId }: { certificateId: string; deviceId: string }, now: Date): Promise<void> {
  const certificate = await tx.get('certificates', certificateId)
  if (!certificate?.deviceIds.includes(deviceId)) return
  const devices = await present(tx, certificate.deviceIds)
  const own = await certificateTokens({ ...certificate, devices: [] })
  for (const row of certificateDeviceRows(certificate, devices.filter(({ _id }) => _id === deviceId), own)) await tx.set('certificate_devices', row)
  const set = {
    departmentIds: [...new Set(devices.map(({ departmentId }) => departmentId))],
    tokens: await certificateTokens({ ...certificate, devices }),
    ...reminderAfter(certificate, devices.every(({ status }) => isRetired(status)), now),
  }
  await tx.change('certificates', certificateId, { set })
}

/**
 * Writes what certificates and covers copy of a device anew: name, type, department (S54), whether it is in use (B34). One certificate per
 * transaction and the mark `copiesOwed` taken off last, so that it may stop anywhere and be repeated.
 */
export async function settleCopies(store: DocumentStore, device: Pick<DeviceDoc, '_id' | 'institutionId' | 'departmentId' | 'version'>, now: Date): Promise<void> {
  const named = await store.find('certificates', { ...ofInstitution(device.institutionId), deviceIds: device._id }, { limit: MOST, fields: ['_id'] })
  for (const { _id } of named) await store.transaction((tx) => settleCertificate(tx, { certificateId: _id, deviceId: device._id }, now))
  await refreshCovers(store, [device], dayOf(now))
  await store.transaction(async (tx) => {
    const settled = await tx.get('devices', device._id)
    if (settled?.version === device.version) await tx.change('devices', device._id, { set: { copiesOwed: false } })
  })
}

/** What a crash left: up to `most` devices whose copies are owed. Answers how many there were. */
export async function settleOwedCopies(store: DocumentStore, now: Date, most: number): Promise<number> {
  const owed = await store.find('devices', { copiesOwed: true }, { limit: most })
  for (const device of owed) await settleCopies(store, device, now)
  return owed.length
}
