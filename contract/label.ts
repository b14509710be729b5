import * as v from 'valibot'
import { labelSizeSchema, MOST_COPIES, MOST_LABELLED } from '../domain/label/size'
import { command, query } from './operation'
import { count, id, instant, pageOf, paging } from './shapes'

const copies = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_COPIES))
const order = v.strictObject({ id, at: instant, by: v.string(), size: labelSizeSchema, copies, devices: count })
export type LabelOrder = v.InferOutput<typeof order>

const label = v.strictObject({ deviceId: id, code: v.string(), name: v.string(), model: v.string(), department: v.string() })
export type DeviceLabel = v.InferOutput<typeof label>

/** 二维码打印 (S2, B24): keeps which labels are printed, to print them again. Failure: not-found, when a device is none of the caller's. */
export const orderLabels = command('label.order', {
  input: v.strictObject({ deviceIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_LABELLED)), size: labelSizeSchema, copies }),
  output: v.strictObject({ id }),
  may: 'device.write',
})

/** 二维码打印订单, the latest first. */
export const listLabelOrders = query('label.orders', { input: v.strictObject(paging), output: pageOf(order), may: 'device.write' })

/** The labels of an order as the devices are called now; a device that is gone is left out. Failure: not-found. */
export const getLabels = query('label.sheet', { input: v.strictObject({ id }), output: v.strictObject({ order, labels: v.array(label) }), may: 'device.write' })
