import { dictionaryTemplate } from '../../../contract/dictionary-import'
import { DICTIONARY_COLUMNS, type DictionaryColumn } from '../../../domain/dictionary/sheet-columns'
import { handsOut } from '../exports/hand-out'
import { templateBook } from '../import/template-book'

const EXAMPLE: Readonly<Record<DictionaryColumn, string>> = { department: '示例：CT室', parent: '影像中心', 'device-name': '磁共振成像系统', 'device-type': '放射影像', maintainer: '某某医疗设备服务公司', unit: '台(套)' }
const RULES = [
  ['怎样填', '每一列是一个字典，只填要导入的列，各列长短可以不同。'],
  ['科室', '有上级的写上级科室；上级要先有，或写在前面的行里。'],
  ['已有的', '字典里已有的不会重复导入。'],
  ['示例行', '第二行是示例，可以删去；留着也不会导入。'],
]

/** What is handed out to be filled in: a column per dictionary (B23, S52). */
export const template = handsOut(dictionaryTemplate, async () => {
  const bytes = await templateBook('字典', DICTIONARY_COLUMNS.map(({ key, header }) => ({ header, example: EXAMPLE[key], note: '' })), RULES)
  return { name: '字典导入模板', bytes }
})
