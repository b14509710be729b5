import type { DeviceFields, DeviceStatus } from './device'

/** The archive's columns in a sheet, in the order of the list and then of the form (S44, S47): export writes what import reads. */
export const DEVICE_COLUMNS = [
  { key: 'name', header: '设备名称', width: 36 }, { key: 'department', header: '所属科室名称', width: 18 }, { key: 'model', header: '规格型号', width: 20 },
  { key: 'assetNumber', header: '设备编码', width: 16 }, { key: 'unit', header: '单位', width: 10 }, { key: 'brand', header: '设备品牌', width: 16 }, { key: 'origin', header: '产地', width: 12 },
  { key: 'manufacturer', header: '生产厂家', width: 24 }, { key: 'serialNumber', header: '序列号', width: 20 }, { key: 'warrantyType', header: '质保类型', width: 14 },
  { key: 'udi', header: 'UDI码', width: 28 }, { key: 'producedOn', header: '生产日期', width: 12 }, { key: 'warrantyUntil', header: '质保到期日', width: 12 },
  { key: 'purchasedOn', header: '购买日期', width: 12 }, { key: 'installedOn', header: '安装日期', width: 12 }, { key: 'meteringMode', header: '计量方式', width: 14 },
  { key: 'maintenanceMode', header: '保养方式', width: 14 }, { key: 'description', header: '设备描述', width: 36 }, { key: 'type', header: '设备类型', width: 14 },
  { key: 'largeClass', header: '大型设备管理类别', width: 16 }, { key: 'catalogue', header: '目录版本', width: 10 },
] as const

export type DeviceColumn = (typeof DEVICE_COLUMNS)[number]['key']

export const STATUS_IN_SHEET: Readonly<Record<DeviceStatus, string>> = { 'in-service': '在档', stopped: '停用', scrapped: '报废', lent: '外借' }

/** One device's cells under DEVICE_COLUMNS. */
export const cellsOfDevice = (fields: DeviceFields, department: string): string[] =>
  DEVICE_COLUMNS.map(({ key }) => (key === 'department' ? department : fields[key] ?? ''))
