import * as v from 'valibot'
import { personal } from '../domain/account/personal-mark'
import { MAX_ATTACHMENTS } from '../domain/attachment/attachment'
import { certificateFormSchema } from '../domain/certificate/certificate'
import { PAPER_TABS } from '../domain/device/paper-tabs'
import { deviceFieldsSchema, deviceStatusSchema, MOST_HOLDERS_WANTED } from '../domain/device/device'
import { RECORD_KINDS, recordFormSchema } from '../domain/device/record'
import { attachmentView } from './attachment'
import { command, query } from './operation'
import { count, day, done, id, instant, keyword, named, nothing, optionalDay, pageOf, paging, text } from './shapes'

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

export const deviceFilters = { keyword, departmentId: v.optional(id), status: v.optional(deviceStatusSchema), type: v.optional(text(100)) }

/** 唯一码 descending (S9, S47). Keyword as in B19. */
export const listDevices = query('device.list', {
  input: v.strictObject({ ...deviceFilters, ...paging }),
  output: pageOf(deviceRow),
  may: 'device.read',
})

const holdersWanted = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_HOLDERS_WANTED))
/** `supervised`: 带教下操作 (B35). `callable`: `device.call` finds a number. */
const holder = v.strictObject({ certificateId: id, name: v.string(), title: v.string(), expiresOn: optionalDay, longTerm: v.boolean(), supervised: v.optional(v.literal(true)), callable: v.optional(v.literal(true)) })

/** `holders`: who may operate it today (B4), soonest to expire first, those who learn it last; `absent`: how many are 暂离 and not among them (B35). Failure: not-found. */
export const getDevice = query('device.get', {
  input: v.strictObject({ id }),
  output: v.strictObject({
    device: deviceRow, fields: deviceFieldsSchema, holders: v.array(holder), absent: v.optional(count), today: day,
    version: count, holdersWanted, attachments: v.array(attachmentView),
  }),
  may: 'device.read',
})

/** The phone of somebody who may operate it now, to call at night; on record (B35). Failures: not-found, device.no-phone. */
export const callHolder = command('device.call', { input: v.strictObject({ deviceId: id, certificateId: id }), output: v.strictObject({ phone: v.string() }), may: 'device.read' })

const versioned = { id, version: count }
const attachmentIds = v.pipe(v.array(id), v.maxLength(MAX_ATTACHMENTS))

/**
 * 修改 (S44). The department changes by a transfer only. What certificates copy of the device follows before the answer.
 * Failures: not-found, invalid-input {fields}, device.changed-meanwhile {by, at, version}.
 */
export const updateDevice = command('device.update', {
  input: v.strictObject({ ...versioned, fields: deviceFieldsSchema, holdersWanted, attachmentIds }),
  output: v.strictObject({ version: count }),
  may: 'device.write',
})

/** 在档状态 (S47). 停用 and 报废 hold certificates that name no other device in use (B34). Failures as `device.update`. */
export const setDeviceStatus = command('device.set-status', {
  input: v.strictObject({ ...versioned, status: deviceStatusSchema }),
  output: v.strictObject({ version: count }),
  may: 'device.write',
})

/** 转科 (S54): the device moves, what happened to it stays on record. Failures as `device.update`, device.same-department. */
export const transferDevice = command('device.transfer', {
  input: v.strictObject({ ...versioned, departmentId: id, on: day, note: text(500) }),
  output: v.strictObject({ version: count }),
  may: 'device.write',
})

const deviceRecord = v.strictObject({
  id, kind: v.picklist(RECORD_KINDS), on: day, until: optionalDay, title: v.string(), person: v.string(), phone: v.pipe(v.string(), personal('phone')), note: v.string(),
  attachments: v.array(attachmentView), by: v.string(), at: instant,
})
export type DeviceRecord = v.InferOutput<typeof deviceRecord>

/** 维保商, 历史工单 or 转科记录 of a device (S48), the latest first. */
export const listDeviceRecords = query('device.records', {
  input: v.strictObject({ deviceId: id, kind: v.picklist(RECORD_KINDS), ...paging }),
  output: pageOf(deviceRecord),
  may: 'device.read',
})

/** The company of the contract that began last stands in the lists (S53). Failures: not-found, invalid-input {fields}. */
export const addDeviceRecord = command('device.add-record', {
  input: v.strictObject({ deviceId: id, record: recordFormSchema, attachmentIds }),
  output: v.strictObject({ id }),
  may: 'device.write',
})

/** Takes back what was written by hand; a transfer stays. Failure: not-found. */
export const removeDeviceRecord = command('device.remove-record', { input: v.strictObject({ id }), output: done, may: 'device.write' })

/** What a tab of 新增设备档案 holds of a paper; its form names no device, because there is none yet. */
const firstPaper = v.strictObject({ tab: v.picklist(PAPER_TABS), form: v.omit(certificateFormSchema, ['deviceIds']) })
export type FirstPaper = v.InferOutput<typeof firstPaper>

/**
 * 新增设备档案 (S44): 设备名称 and 所属科室 are required, the 唯一码 is allocated atomically (S16). What its tabs hold (S45, S46) is stored with it or
 * nothing is; a tab that nobody touched is left out. Failures: invalid-input {fields}, where a tab's field is `<tab>.<field>`, device.too-many-files {max},
 * and those of `certificate.save` with {tab}.
 */
export const createDevice = command('device.create', {
  input: v.strictObject({
    fields: deviceFieldsSchema,
    attachmentIds: v.optional(attachmentIds),
    maintainer: v.optional(v.strictObject({ record: recordFormSchema, attachmentIds })),
    papers: v.optional(v.pipe(v.array(firstPaper), v.maxLength(PAPER_TABS.length))),
  }),
  output: v.strictObject({ device: deviceRow }),
  may: 'device.write',
})
