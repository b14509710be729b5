import { deviceTemplate, faultyDeviceRows, previewDeviceImport, startDeviceImport } from '../../../contract/device-import'
import { DEVICE_IMPORT_COLUMNS } from '../../../domain/device/import-columns'
import { deviceProblemWords } from '../../../domain/device/import-words'
import { goTo } from '../../platform/navigate'
import { SHEET_NOTES, type PlainImport } from './plain-import'

const TAKEN = ['import.code-taken', 'import.asset-taken', 'import.serial-taken']

/** 设备档案导入 (S2, B23). */
export const DEVICE_IMPORT: PlainImport = {
  kind: 'device',
  title: '设备档案导入',
  breadcrumb: ['设备档案管理', '设备档案导入'],
  home: '/pages/device/list',
  notes: [...SHEET_NOTES, '设备名称和所属科室必填；设备编码或序列号已在档案里的，不会重复导入。', '唯一码由系统编号。导入后还没有用过的设备，可以整批撤销。'],
  columns: DEVICE_IMPORT_COLUMNS,
  wordsOf: deviceProblemWords,
  linkOf: ({ code, detail }) => (TAKEN.includes(code) ? { text: '看已有的设备', onClick: () => goTo('/pages/device/record/detail', { id: detail }) } : null),
  calls: { preview: previewDeviceImport, start: startDeviceImport, faulty: faultyDeviceRows, template: deviceTemplate },
}
