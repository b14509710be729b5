import type { LabelOrder } from '../../../contract/label'
import type { PrintOrderDoc } from '../../../cloud/repositories/label-orders'

export const orderView = ({ _id, at, byName, size, copies, deviceIds }: PrintOrderDoc): LabelOrder => ({ id: _id, at: at.toISOString(), by: byName, size, copies, devices: deviceIds.length })
