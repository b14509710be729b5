import type { DeviceRow } from '../../../contract/device'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import type { DocumentStore } from '../../../cloud/ports'
import { papersOfDevices, type DeviceDoc } from '../../../cloud/repositories/devices'
import { onDutyFor, peopleOf } from './on-duty'
import { deviceRow } from './row'

/** Rows of one page, with how many people may operate each today (B4, B35). */
export async function deviceRows(store: DocumentStore, devices: readonly DeviceDoc[], today: CivilDay): Promise<DeviceRow[]> {
  const [first] = devices
  if (!first) return []
  const papers = await papersOfDevices(store, first.institutionId, devices.map(({ _id }) => _id))
  const people = await peopleOf(store, first.institutionId, papers)
  return devices.map((device) => deviceRow(device, onDutyFor(papers, { deviceId: device._id, on: today, people }).alone.length))
}
