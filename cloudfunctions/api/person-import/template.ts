import { personTemplate } from '../../../contract/person-import'
import { PERSON_COLUMNS, type PersonColumn } from '../../../domain/person/sheet-columns'
import { departmentsInUse } from '../../../cloud/repositories/departments'
import { handsOut } from '../exports/hand-out'
import { templateBook } from '../import/template-book'

/** An example of a column, and what may stand in it. */
const EXAMPLES: Readonly<Record<PersonColumn, readonly [example: string, note: string]>> = {
  staffNumber: ['2001', '必填，本院不能重复。没有工号的外来人员，请编一个不重复的号。'],
  name: ['示例：张伟', '必填。同名的人以工号区分，不会合并。'],
  department: ['影像中心', '必填，按本院科室名称填写：'],
  title: ['主管技师', '可不填。'],
  employment: ['在编', '在编、合同、临聘、规培、进修或厂家；留空为在编。'],
  presence: ['', '在岗或暂离；留空为在岗。已离职的不用导入。'],
}
const RULES = [
  ['示例行', '第二行是示例，可以删去；留着也不会导入。'],
  ['其他表格', '不用模板也可以：人事部门的名册只要有表头，列名和顺序不同也能导入。'],
]

/** What is handed out to be filled in: columns, an example, and what may stand in each (B23, B27). */
export const template = handsOut(personTemplate, async (_asked, caller, scene) => {
  const names = (await departmentsInUse(scene.store, caller.institutionId)).map(({ name }) => name).join('、')
  const noteOf = (key: PersonColumn): string => `${EXAMPLES[key][1]}${key === 'department' ? names : ''}`
  const bytes = await templateBook('人员档案', PERSON_COLUMNS.map(({ key, header }) => ({ header, example: EXAMPLES[key][0], note: noteOf(key) })), RULES)
  return { name: '人员档案导入模板', bytes }
})
