import type { SheetColumn } from '../sheet/columns'
import { DEVICE_COLUMNS, type DeviceColumn } from './sheet'

/** What hospitals call the archive's columns in sheets of their own (B23, S44). */
const ALIASES: Readonly<Partial<Record<DeviceColumn, readonly string[]>>> = {
  name: ['名称', '仪器名称', '资产名称', '设备'],
  department: ['所属科室', '科室', '科室名称', '使用科室', '使用部门', '所在科室'],
  model: ['型号', '规格', '型号规格', '设备型号'],
  assetNumber: ['资产编号', '资产编码', '固定资产编号', '设备编号', '设备资产编号'],
  unit: ['计量单位'],
  brand: ['品牌'],
  origin: ['原产地', '产地国别', '国别'],
  manufacturer: ['厂家', '厂商', '制造商', '生产企业', '生产厂商'],
  serialNumber: ['出厂编号', '机身号', '设备序列号', 'SN'],
  warrantyType: ['保修类型'],
  udi: ['UDI', '医疗器械唯一标识'],
  producedOn: ['出厂日期', '生产时间'],
  warrantyUntil: ['保修到期日', '质保到期', '质保截止日期'],
  purchasedOn: ['购置日期', '采购日期', '购买时间'],
  installedOn: ['启用日期', '投用日期', '验收日期'],
  description: ['备注', '描述', '说明'],
  type: ['类型', '设备类别', '设备分类'],
  largeClass: ['管理类别', '大型设备类别'],
}
const NEEDED: readonly DeviceColumn[] = ['name', 'department']

/** What an export writes comes back, 序号 apart: 在档状态 and 唯一码 stand before the archive's own columns. */
export const DEVICE_IMPORT_COLUMNS: ReadonlyArray<SheetColumn<DeviceColumn | 'status' | 'code'>> = [
  { key: 'status', header: '在档状态', aliases: ['设备状态', '状态'] },
  { key: 'code', header: '唯一码', aliases: ['设备唯一码'] },
  ...DEVICE_COLUMNS.map(({ key, header }) => ({ key, header, aliases: ALIASES[key] ?? [], needed: NEEDED.includes(key) })),
]
export type DeviceImportColumn = DeviceColumn | 'status' | 'code'
export type DeviceCells = Record<DeviceImportColumn, string>
