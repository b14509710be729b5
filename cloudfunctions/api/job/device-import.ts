import type { OutputOf } from '../../../contract/operation'
import type { createDevice } from '../../../contract/device'
import { fail } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import type { Arrival, SignedIn } from '../../../cloud/gate/visitor'
import { hasDeviceRecords } from '../../../cloud/repositories/device-records'
import { leaveNumbers, takenNumbers, type DeviceNumber } from '../../../cloud/repositories/device-keys'
import { papersNaming, type DeviceDoc } from '../../../cloud/repositories/devices'
import { create } from '../device/create'
import type { NewDevice } from '../device-import/check'
import { deviceSubject } from '../device/subject'
import { jobKind, type RowWork } from './kind'

interface Prepared { input: unknown; prepared: unknown }

const arrivalOf = (caller: SignedIn): Arrival => ({ visitor: caller.visitor, caller, off: false })

/** Two imports of one file may be under way at once: what the other has entered since is not entered again. */
function failOnTaken(taken: readonly DeviceNumber[]): void {
  if (taken.includes('assetNumber')) fail('import.asset-taken')
  if (taken.includes('serialNumber')) fail('import.serial-taken')
}

/** Nothing has come of it yet: nobody edited it, no certificate names it, nothing happened to it. */
async function unused(id: string, { tx, store, caller }: RowWork<null>): Promise<DeviceDoc> {
  const device = mustSee(await tx.get('devices', id), deviceSubject, { caller, action: 'device.read' })
  mustDo(deviceSubject(device), { caller, action: 'device.write' })
  if (device.version !== 1) fail('job.changed-since')
  const [papers, recorded] = await Promise.all([papersNaming(store, device.institutionId, [id]), hasDeviceRecords(store, device.institutionId, id)])
  return papers.length > 0 || recorded ? fail('import.used-since') : device
}

/** Devices out of a sheet (B23): every row is entered as by hand, whole or not at all; its 唯一码 is never given twice (S16). */
export const deviceImport = jobKind<NewDevice, Prepared>({
  may: 'device.write',
  async prepare({ fields }, scene) {
    const input = { fields }
    return { input, prepared: await create.prepare(input, arrivalOf(scene.caller), scene) }
  },
  async apply({ fields, status }, work) {
    const { input, prepared } = work.prepared
    const { stored } = prepared as { stored: readonly DeviceNumber[] }
    failOnTaken([...stored, ...await takenNumbers(work, { _id: '', institutionId: work.caller.institutionId }, fields)])
    const { output, audit } = await create.run(input, arrivalOf(work.caller), { ...work, prepared })
    const { device } = output as OutputOf<typeof createDevice>
    if (status !== 'in-service') await work.tx.change('devices', device.id, { set: { status } })
    return { subjectId: device.id, ...(audit && { audit }) }
  },
  async undo(_data, work) {
    const device = await unused(work.row.subjectId, work)
    await leaveNumbers(work, device, null)
    await work.tx.remove('devices', device._id)
    return { subjectId: device._id, audit: [{ subject: device._id, before: { code: device.code, ...device.fields }, after: null }] }
  },
})
