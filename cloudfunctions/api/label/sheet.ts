import { getLabels, type DeviceLabel } from '../../../contract/label'
import { fail } from '../../../domain/kernel/failure'
import { reads } from '../../../cloud/gate/verb'
import { devicesByIds, type DeviceDoc } from '../../../cloud/repositories/devices'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { orderView } from './view'

const labelOf = ({ _id, code, fields, departmentName }: DeviceDoc): DeviceLabel => ({ deviceId: _id, code, name: fields.name, model: fields.model, department: departmentName })

/** In the order in which they were chosen. */
export const sheet = reads(getLabels, async ({ id }, { institutionId }, { store }) => {
  const order = ownedBy(await store.get('print_orders', id), institutionId) ?? fail('not-found')
  const devices = new Map((await devicesByIds(store, institutionId, order.deviceIds)).map((device) => [device._id, device]))
  const labels = order.deviceIds.flatMap((deviceId) => {
    const device = devices.get(deviceId)
    return device ? [labelOf(device)] : []
  })
  return { order: orderView(order), labels }
})
