import type { SheetColumn } from '../sheet/columns'

export type DictionaryColumn = 'department' | 'parent' | 'device-name' | 'device-type' | 'maintainer' | 'unit'
export type DictionaryCells = Record<DictionaryColumn, string>

/** One column per dictionary, each as long as it is; none is needed, so that a list of departments alone is read too (S52). */
export const DICTIONARY_COLUMNS: ReadonlyArray<SheetColumn<DictionaryColumn>> = [
  { key: 'department', header: '科室', aliases: ['科室名称', '所属科室', '所属科室名称', '部门', '部门名称', '使用科室'] },
  { key: 'parent', header: '上级科室', aliases: ['上级部门', '上级', '院区', '所属院区'] },
  { key: 'device-name', header: '设备名称', aliases: ['名称', '仪器名称', '资产名称'] },
  { key: 'device-type', header: '设备类型', aliases: ['设备类别', '设备分类', '类型'] },
  { key: 'maintainer', header: '维保商', aliases: ['维保服务商', '维保公司', '维修公司', '服务商'] },
  { key: 'unit', header: '计量单位', aliases: ['单位'] },
]
