import type { DeviceFields } from '../../../domain/device/device'

export interface ArchiveField {
  field: keyof DeviceFields
  label: string
  kind: 'text' | 'day' | 'long'
  placeholder?: string
}

/** 设备名称 and 所属科室名称 open the archive and are the only required ones (S44). */
export const REQUIRED_LABELS = { name: '设备名称', departmentId: '所属科室名称' } as const

/** The other sixteen of the guide's eighteen fields in its order (S44), then 设备类型, by which lists are filtered (S7). */
export const OPTIONAL_FIELDS: readonly ArchiveField[] = [
  { field: 'model', label: '规格型号', kind: 'text' },
  { field: 'assetNumber', label: '设备编码', kind: 'text', placeholder: '本院自编号，不是唯一码' },
  { field: 'unit', label: '单位', kind: 'text', placeholder: '如 台(套)' },
  { field: 'brand', label: '设备品牌', kind: 'text' },
  { field: 'origin', label: '产地', kind: 'text' },
  { field: 'manufacturer', label: '生产厂家', kind: 'text' },
  { field: 'serialNumber', label: '序列号', kind: 'text' },
  { field: 'warrantyType', label: '质保类型', kind: 'text' },
  { field: 'udi', label: 'UDI码', kind: 'text' },
  { field: 'producedOn', label: '生产日期', kind: 'day' },
  { field: 'warrantyUntil', label: '质保到期日', kind: 'day' },
  { field: 'purchasedOn', label: '购买日期', kind: 'day' },
  { field: 'installedOn', label: '安装日期', kind: 'day' },
  { field: 'meteringMode', label: '计量方式', kind: 'text' },
  { field: 'maintenanceMode', label: '保养方式', kind: 'text' },
  { field: 'description', label: '设备描述', kind: 'long' },
]

export const TYPE_LABEL = '设备类型'
export const CLASS_LABEL = '大型设备管理类别'
export const CATALOGUE_LABEL = '目录版本'
