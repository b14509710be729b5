import { orderLabels } from '../../../contract/label'
import { may } from '../../../domain/account/permissions'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { devicesByIds } from '../../../cloud/repositories/devices'
import { deviceSubject } from '../device/subject'

/** Keeps an order of labels; the sheet is drawn from it. */
export const order = changes(orderLabels, {
  async prepare({ deviceIds }, caller, { store }) {
    const ids = [...new Set(deviceIds)]
    const devices = await devicesByIds(store, caller.institutionId, ids)
    if (devices.length < ids.length || devices.some((device) => !may(caller, 'device.write', deviceSubject(device)).allowed)) fail('not-found')
    return { ids }
  },
  async run({ size, copies }, caller, { tx, chance, now, prepared: { ids } }) {
    const _id = chance.newId()
    await tx.add('print_orders', { _id, schema: 1, institutionId: caller.institutionId, deviceIds: ids, size, copies, byAccountId: caller.accountId, byName: caller.name, at: now })
    return { output: { id: _id }, audit: [{ subject: _id, before: null, after: { size, copies, devices: ids.length } }] }
  },
})
