import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { typeToken } from '../../../cloud/repositories/certificates'
import { everyDevice, holdersDemanded, type DeviceDoc } from '../../../cloud/repositories/devices'
import { papersOn } from '../cover/papers-on'
import { departmentsInScope } from '../department/scope'
import { holdersOn } from '../device/row'
import type { Asked } from './facts'

/** A device with fewer people on the day than it demands (B4). */
export interface BareDevice { device: DeviceDoc; holders: number; wanted: number }

/** Devices in use with too few holders on the day; of a pack of one 证件类型 none, for others may operate them too. */
export async function bareDevices({ on, departmentId, deviceType, typeId }: Asked, caller: SignedIn, { store, today }: Scene): Promise<BareDevice[]> {
  const departmentIds = await departmentsInScope(store, caller, departmentId)
  if (typeId !== undefined || departmentIds?.length === 0) return []
  const { institutionId } = caller
  const bare: BareDevice[] = []
  for await (const devices of everyDevice(store, { institutionId, departmentIds, tokens: deviceType ? [typeToken(deviceType)] : [] })) {
    const papers = await papersOn(store, devices, { institutionId, on, today })
    bare.push(...devices.map((device) => ({ device, holders: holdersOn(papers, device._id, on).length, wanted: holdersDemanded(device) })).filter(({ holders, wanted }) => holders < wanted))
  }
  return bare
}
