import fc from 'fast-check'
import { tableOf } from '../sheet/columns'
import { PERSON_COLUMNS, type PersonCells } from './sheet-columns'
import { readPerson } from './sheet-row'
import { personProblemWords } from './sheet-words'

const cells = (over: Partial<PersonCells> = {}): PersonCells => ({ staffNumber: '2001', name: '张伟', department: '影像中心', title: '技师', employment: '在编', presence: '', ...over })

test('B27: a personnel list is read as it is: its own words for columns and kinds, full-width 工号, blanks for what is usual', () => {
  const { rows, missing } = tableOf([['职工号', '姓名', '部门', '用工性质', '在职状态'], ['ａ０１', '张伟', '影像中心', '合同制', '在职'], ['A02', '李四', 'CT室', '', '产假']], PERSON_COLUMNS)
  expect(missing).toEqual([])
  expect(rows.map((row) => readPerson(row.cells))).toEqual([
    { form: { staffNumber: 'A01', name: '张伟', departmentId: '', title: '', employment: 'contract' }, department: '影像中心', presence: 'present', problems: [] },
    { form: { staffNumber: 'A02', name: '李四', departmentId: '', title: '', employment: 'permanent' }, department: 'CT室', presence: 'away', problems: [] },
  ])
})

test.each<[Partial<PersonCells>, string]>([
  [{ staffNumber: '' }, '工号：请填写工号；没有工号的外来人员，请编一个本院不重复的号'],
  [{ staffNumber: '=1+1' }, '工号：工号只能用字母、数字和 . _ / -，最多 20 个字'],
  [{ name: '/' }, '姓名：请填写姓名'],
  [{ employment: '外星人' }, '人员类别：「外星人」看不懂，请填在编、合同、临聘、规培、进修或厂家，或留空'],
  [{ presence: '不明' }, '在岗状态：「不明」看不懂，请填在岗或暂离，或留空'],
  [{ presence: '退休' }, '在岗状态：已离职，不用导入，请删去这一行'],
])('B27: a row with %j says so', (over, said) => {
  expect(readPerson(cells(over)).problems.map(personProblemWords)).toEqual([said])
})

test('B23: whatever stands in the cells, every problem has words of its own', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('', '在编', '离职', '2001', '长'.repeat(50)))
  fc.assert(fc.property(fc.record<PersonCells>({ staffNumber: cell, name: cell, department: cell, title: cell, employment: cell, presence: cell }), (any) => {
    for (const problem of readPerson(any).problems) expect(personProblemWords(problem)).not.toMatch(/请检查$/)
  }))
})
