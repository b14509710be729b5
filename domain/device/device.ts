import * as v from 'valibot'
import { civilDaySchema } from '../kernel/civil-day'
import { lengthOf, tidy } from '../kernel/text'

/** 在档, 停用, 报废, 外借 (S47, B34). */
export const DEVICE_STATUSES = ['in-service', 'stopped', 'scrapped', 'lent'] as const
export type DeviceStatus = (typeof DEVICE_STATUSES)[number]
export const deviceStatusSchema = v.picklist(DEVICE_STATUSES)

/** Nobody works at it any more: a certificate that names only such devices reminds nobody (B34). One that is lent out comes back. */
export const isRetired = (status: DeviceStatus): boolean => status === 'stopped' || status === 'scrapped'

/** 大型设备管理类别 by the catalogue in force when it was bought; '' where nobody has said. */
export const LARGE_CLASSES = ['', '甲类', '乙类', '非目录(原乙类)', '否'] as const

/** People that a device demands at least (B4). */
export const MOST_HOLDERS_WANTED = 99

/** Characters, by code point. */
export const DEVICE_LIMITS = { name: 100, line: 100, description: 500 } as const

const line = (max: number) => v.pipe(v.string(), v.check((text) => lengthOf(text) <= max, 'device.text-too-long'))
const shortText = line(DEVICE_LIMITS.line)
const optionalDay = v.nullable(civilDaySchema)

/**
 * The archive's eighteen fields (S44), 设备类型, which lists filter by and which may be empty (S11), and 大型设备管理类别 with its 目录版本.
 * Texts are '' when not filled in.
 */
export const deviceFieldsSchema = v.strictObject({
  /** 设备名称, required. */
  name: line(DEVICE_LIMITS.name),
  /** 所属科室, required. */
  departmentId: v.string(),
  /** 规格型号 */
  model: shortText,
  /** 设备编码: the hospital's own number, not the 唯一码 (S16). */
  assetNumber: shortText,
  /** 单位: unit of measure, 「台(套)」 (S8). */
  unit: shortText,
  /** 设备品牌 */
  brand: shortText,
  /** 产地 */
  origin: shortText,
  /** 生产厂家 */
  manufacturer: shortText,
  /** 序列号 */
  serialNumber: shortText,
  /** 质保类型 */
  warrantyType: shortText,
  /** UDI码 */
  udi: shortText,
  /** 生产日期 */
  producedOn: optionalDay,
  /** 质保到期日 */
  warrantyUntil: optionalDay,
  /** 购买日期 */
  purchasedOn: optionalDay,
  /** 安装日期 */
  installedOn: optionalDay,
  /** 计量方式 */
  meteringMode: shortText,
  /** 保养方式 */
  maintenanceMode: shortText,
  /** 设备描述 */
  description: line(DEVICE_LIMITS.description),
  /** 设备类型 */
  type: shortText,
  /** 大型设备管理类别; devices that were entered before it was asked for lack it. */
  largeClass: v.optional(v.picklist(LARGE_CLASSES), ''),
  /** 目录版本: 2018 or 2023. */
  catalogue: v.optional(shortText, ''),
})
export type DeviceFields = v.InferOutput<typeof deviceFieldsSchema>

export const emptyDeviceFields = (): DeviceFields => ({
  name: '', departmentId: '', model: '', assetNumber: '', unit: '', brand: '', origin: '', manufacturer: '', serialNumber: '',
  warrantyType: '', udi: '', producedOn: null, warrantyUntil: null, purchasedOn: null, installedOn: null,
  meteringMode: '', maintenanceMode: '', description: '', type: '', largeClass: '', catalogue: '',
})

/** Field → code. Only 设备名称 and 所属科室 are required (S44). */
export function checkDevice(fields: DeviceFields): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (tidy(fields.name) === '') wrong.name = 'device.name-missing'
  if (tidy(fields.departmentId) === '') wrong.departmentId = 'device.department-missing'
  return wrong
}
