import { deviceTemplate } from '../../../contract/device-import'
import { DEVICE_COLUMNS, type DeviceColumn } from '../../../domain/device/sheet'
import { departmentsInUse } from '../../../cloud/repositories/departments'
import { handsOut } from '../exports/hand-out'
import { templateBook } from '../import/template-book'

const DAY = '2026-01-05、2026/1/5、2026年1月5日均可。'

/** An example of a column, and what may stand in it. */
const EXAMPLES: Readonly<Partial<Record<DeviceColumn, readonly [example: string, note: string]>>> = {
  name: ['示例：磁共振成像系统', '必填。'],
  department: ['影像中心', '必填，按本院科室名称填写：'],
  model: ['MR-750', ''],
  assetNumber: ['011', '本院自编号，不能和别的设备相同。唯一码由系统编号，不用填。'],
  unit: ['台(套)', ''],
  serialNumber: ['SN-0001', '不能和别的设备相同。'],
  producedOn: ['2025-03-01', DAY],
  warrantyUntil: ['', DAY],
  purchasedOn: ['', DAY],
  installedOn: ['', DAY],
  type: ['放射影像', ''],
  largeClass: ['', '甲类、乙类、非目录(原乙类)或否，可不填。'],
  catalogue: ['', '大型医用设备配置许可管理目录的年份，如 2023。'],
}
const [noExample, noNote] = ['', '可不填。']
const RULES = [
  ['示例行', '第二行是示例，可以删去；留着也不会导入。'],
  ['其他表格', '不用模板也可以：本院已有的表格或从这里导出的表格，只要有表头，列名和顺序不同也能导入。'],
]

/** What is handed out to be filled in: columns, an example, and what may stand in each (B23). */
export const template = handsOut(deviceTemplate, async (_asked, caller, scene) => {
  const names = (await departmentsInUse(scene.store, caller.institutionId)).map(({ name }) => name).join('、')
  const noteOf = (key: DeviceColumn): string => `${EXAMPLES[key]?.[1] || noNote}${key === 'department' ? names : ''}`
  const columns = DEVICE_COLUMNS.map(({ key, header, width }) => ({ header, width, example: EXAMPLES[key]?.[0] ?? noExample, note: noteOf(key) }))
  const bytes = await templateBook('设备档案', columns, RULES)
  return { name: '设备档案导入模板', bytes }
})
