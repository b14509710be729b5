import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DeviceDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { refreshCovers } from './covers'

/** Where the last walk stood: `token` is the last device's id, '' at the beginning. */
const PLACE = 'cover-walk'

type Known = Pick<DeviceDoc, '_id' | 'institutionId' | 'departmentId'>

function byInstitution(devices: readonly Known[]): Known[][] {
  const groups = new Map<string, Known[]>()
  for (const device of devices) groups.set(device.institutionId, [...(groups.get(device.institutionId) ?? []), device])
  return [...groups.values()]
}

/**
 * Looks at the covers of the next `most` devices of all institutions and mends what time or a lost write left wrong. Answers how many it looked at;
 * fewer than `most`: the walk is at its end and begins anew next time.
 */
export async function walkCovers(store: DocumentStore, now: { at: Date; today: CivilDay }, most: number): Promise<number> {
  const place = await store.get('runs', PLACE)
  const after = place?.token ?? ''
  const devices = await store.find('devices', { _id: { after } }, { sort: [['_id', 1]], limit: most, fields: ['_id', 'institutionId', 'departmentId'] })
  for (const group of byInstitution(devices)) await refreshCovers(store, group, now.today)
  const token = devices.length < most ? '' : (devices[devices.length - 1]?._id ?? '')
  await store.transaction((tx) => tx.set('runs', { _id: PLACE, schema: 1, at: now.at, token, deadline: null, counts: {} }))
  return devices.length
}
