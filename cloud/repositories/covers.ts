import { coverOf, type Cover } from '../../domain/certificate/cover'
import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DeviceCoverDoc, DeviceDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { devicesByIds, papersOfDevices } from './devices'
import { ofInstitution } from './of-institution'

interface Scope { institutionId: string; departmentIds: readonly string[] | null }
type Known = Pick<DeviceDoc, '_id' | 'institutionId' | 'departmentId'>

/**
 * Devices that somebody may operate today (B4), within departments; null: every one. Those whose cover has not ended, without those whose cover has
 * not begun: each is one range, which an index answers without looking at a document.
 */
export async function countCovered(store: DocumentStore, { institutionId, departmentIds }: Scope, today: CivilDay): Promise<number> {
  const where: Where = { ...ofInstitution(institutionId), ...(departmentIds && { departmentId: { in: departmentIds } }) }
  const [notEnded, notBegun] = await Promise.all([
    store.count('device_covers', { ...where, until: { from: today } }),
    store.count('device_covers', { ...where, from: { after: today } }),
  ])
  return notEnded - notBegun
}

/** One transaction's worth. */
const PER_TRANSACTION = 40

const docOf = ({ _id, institutionId, departmentId }: Known, { from, until }: Cover): DeviceCoverDoc => ({ _id, schema: 1, institutionId, departmentId, from, until })

const isSame = (now: DeviceCoverDoc | undefined, cover: Cover | null, { departmentId }: Known): boolean =>
  now?.from === cover?.from && now?.until === cover?.until && (now === undefined || now.departmentId === departmentId)

interface Changed { device: Known; cover: Cover | null }

async function changedAmong(store: DocumentStore, devices: readonly Known[], today: CivilDay): Promise<Changed[]> {
  const [first] = devices
  if (!first) return []
  const ids = devices.map(({ _id }) => _id)
  const [papers, covers] = await Promise.all([
    papersOfDevices(store, first.institutionId, ids),
    store.find('device_covers', { ...ofInstitution(first.institutionId), _id: { in: ids } }, { limit: ids.length }),
  ])
  const byId = new Map(covers.map((cover) => [cover._id, cover]))
  return devices
    .map((device) => ({ device, cover: coverOf(papers.filter(({ deviceIds }) => deviceIds.includes(device._id)), today) }))
    .filter(({ device, cover }) => !isSame(byId.get(device._id), cover, device))
}

/** Works out anew which days these devices of one institution are covered, and writes what has changed. */
export async function refreshCovers(store: DocumentStore, devices: readonly Known[], today: CivilDay): Promise<void> {
  const changed = await changedAmong(store, devices, today)
  for (let at = 0; at < changed.length; at += PER_TRANSACTION) {
    const part = changed.slice(at, at + PER_TRANSACTION)
    await store.transaction(async (tx) => {
      for (const { device, cover } of part) {
        if (cover) await tx.set('device_covers', docOf(device, cover))
        else if (await tx.get('device_covers', device._id)) await tx.remove('device_covers', device._id)
      }
    })
  }
}

/** After a certificate was written: the devices that it names, and those that it named before. Those of another institution are left alone. */
export async function refreshCoversOf(store: DocumentStore, about: { institutionId: string; deviceIds: readonly string[] }, today: CivilDay): Promise<void> {
  const devices = await devicesByIds(store, about.institutionId, [...new Set(about.deviceIds)])
  await refreshCovers(store, devices, today)
}
