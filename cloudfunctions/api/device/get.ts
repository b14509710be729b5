import { getDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import type { DocumentStore } from '../../../cloud/ports'
import { holdersWantedOf, papersOfDevices, type DeviceDoc } from '../../../cloud/repositories/devices'
import { reachableByPhone } from '../../../cloud/repositories/people'
import { attachmentViews } from '../attachment/view'
import { onDutyFor, peopleOf } from './on-duty'
import { deviceRow } from './row'
import { deviceSubject } from './subject'

type Told = OutputOf<typeof getDevice>

/** Who may operate it today, who learns it beside them, and how many are away (B4, B35). */
async function holdersOf(store: DocumentStore, { _id: deviceId, institutionId }: DeviceDoc, today: CivilDay): Promise<Required<Pick<Told, 'holders' | 'absent'>> & { valid: number }> {
  const papers = await papersOfDevices(store, institutionId, [deviceId])
  const { alone, supervised, absent } = onDutyFor(papers, { deviceId, on: today, people: await peopleOf(store, institutionId, papers) })
  const listed = [...alone, ...supervised]
  const phones = await reachableByPhone(store, institutionId, listed.flatMap(({ personId }) => personId ?? []))
  const holders = listed.map((paper) => ({
    certificateId: paper._id, name: paper.holderName, title: paper.title, expiresOn: paper.expiresOn, longTerm: paper.longTerm,
    ...(supervised.includes(paper) && { supervised: true as const }), ...(paper.personId !== null && phones.has(paper.personId) && { callable: true as const }),
  }))
  return { holders, absent: absent.length, valid: alone.length }
}

/** One device and who may operate it today (B4). */
export const get = reads(getDevice, async ({ id }, caller, { store, files, today }) => {
  const device = mustSee(await store.get('devices', id), deviceSubject, { caller, action: 'device.read' })
  const { holders, absent, valid } = await holdersOf(store, device, today)
  return {
    device: deviceRow(device, valid),
    fields: device.fields,
    holders, absent,
    today,
    version: device.version,
    holdersWanted: holdersWantedOf(device),
    attachments: await attachmentViews({ store, files }, device.institutionId, device.attachments ?? []),
  }
})
