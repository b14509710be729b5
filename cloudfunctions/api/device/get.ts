import { getDevice } from '../../../contract/device'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { papersOfDevices } from '../../../cloud/repositories/devices'
import { attachmentViews } from '../attachment/view'
import { deviceRow, holdersOn } from './row'
import { deviceSubject } from './subject'

/** One device and who may operate it today (B4). */
export const get = reads(getDevice, async ({ id }, caller, { store, files, today }) => {
  const device = mustSee(await store.get('devices', id), deviceSubject, { caller, action: 'device.read' })
  const holders = holdersOn(await papersOfDevices(store, device.institutionId, [id]), id, today)
  return {
    device: deviceRow(device, holders.length),
    fields: device.fields,
    holders: holders.map(({ _id, holderName, title, expiresOn, longTerm }) => ({ certificateId: _id, name: holderName, title, expiresOn, longTerm })),
    today,
    version: device.version,
    holdersWanted: device.holdersWanted ?? 1,
    attachments: await attachmentViews(files, device.attachments ?? []),
  }
})
