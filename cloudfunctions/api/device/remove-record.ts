import { removeDeviceRecord } from '../../../contract/device'
import { fail } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { maintainerWithout } from '../../../cloud/repositories/device-records'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { deviceSubject } from './subject'

/** Takes back a 维保商 or a service that was written by mistake; the audit keeps it. A transfer stays (S54). */
export const removeRecord = changes(removeDeviceRecord, {
  async prepare({ id }, { institutionId }, { store }) {
    const record = ownedBy(await store.get('device_records', id), institutionId) ?? fail('not-found')
    if (record.kind === 'transfer') return fail('not-found')
    return { maintainer: record.kind === 'maintainer' ? await maintainerWithout(store, { institutionId, deviceId: record.deviceId }, id) : null }
  },
  async run({ id }, caller, { tx, prepared: { maintainer } }) {
    const record = ownedBy(await tx.get('device_records', id), caller.institutionId) ?? fail('not-found')
    const device = mustSee(await tx.get('devices', record.deviceId), deviceSubject, { caller, action: 'device.read' })
    mustDo(deviceSubject(device), { caller, action: 'device.write' })
    await tx.remove('device_records', id)
    if (maintainer !== null) await tx.change('devices', device._id, { set: { maintainer } })
    const { kind, on, until, title, person, phone, note } = record
    return { output: {}, audit: [{ subject: device._id, before: { kind, on, until, title, person, phone, note }, after: null }] }
  },
})
