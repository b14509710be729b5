import * as v from 'valibot'
import { deviceFieldsSchema, deviceStatusSchema } from '../domain/device/device'
import { command, query } from './operation'
import { count, day, id, keyword, named, nothing, optionalDay, pageOf, paging } from './shapes'

export const departmentRow = v.strictObject({ id, name: v.string(), parentId: v.nullable(id) })
export const listDepartments = query('department.list', { input: nothing, output: v.strictObject({ rows: v.array(departmentRow) }), may: 'device.read' })

export const deviceRow = v.strictObject({
  id,
  /** 唯一码, six digits (S16). */
  code: v.string(),
  name: v.string(),
  department: named,
  status: deviceStatusSchema,
  model: v.string(),
  /** 设备编码, the hospital's own number. */
  assetNumber: v.string(),
  unit: v.string(),
  origin: v.string(),
  serialNumber: v.string(),
  type: v.string(),
  /** 维保服务商 (S53). */
  maintainer: v.string(),
  /** People whose certificate covers this device and is valid today. */
  validHolders: count,
})
export type DeviceRow = v.InferOutput<typeof deviceRow>

/** 唯一码 descending (S9, S47). Keyword as in B19. */
export const listDevices = query('device.list', {
  input: v.strictObject({ keyword, departmentId: v.optional(id), ...paging }),
  output: pageOf(deviceRow),
  may: 'device.read',
})

const holder = v.strictObject({ certificateId: id, name: v.string(), title: v.string(), expiresOn: optionalDay, longTerm: v.boolean() })

/** `holders`: who may operate it today (B4), soonest to expire first. Failure: not-found. */
export const getDevice = query('device.get', {
  input: v.strictObject({ id }),
  output: v.strictObject({ device: deviceRow, fields: deviceFieldsSchema, holders: v.array(holder), today: day }),
  may: 'device.read',
})

/** 新增设备档案 (S44): 设备名称 and 所属科室 are required, the 唯一码 is allocated atomically (S16). */
export const createDevice = command('device.create', {
  input: v.strictObject({ fields: deviceFieldsSchema }),
  output: v.strictObject({ device: deviceRow }),
  may: 'device.write',
})
