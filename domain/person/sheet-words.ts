import { problemWordsOf, type ProblemWords } from '../sheet/row-problem'
import { PERSON_COLUMNS } from './sheet-columns'

/** What is wrong with a row, and what to do: the screen and the file of the rows at fault say the same. */
const WORDS: ProblemWords = {
  'person.staff-number-missing': '请填写工号；没有工号的外来人员，请编一个本院不重复的号',
  'person.staff-number-signs': '工号只能用字母、数字和 . _ / -，最多 20 个字',
  'person.name-missing': '请填写姓名',
  'person.name-too-long': '姓名最多 20 个字',
  'person.title-too-long': '职称最多 40 个字',
  'person.department-missing': '请填写所属科室',
  'import.department-unknown': (said) => `没有叫「${said}」的科室，或不归您管，请核对名称`,
  'import.department-several': (said) => `叫「${said}」的科室不止一个，请改用不重名的`,
  'import.employment-unknown': (said) => `「${said}」看不懂，请填在编、合同、临聘、规培、进修或厂家，或留空`,
  'import.presence-unknown': (said) => `「${said}」看不懂，请填在岗或暂离，或留空`,
  'import.person-left': '已离职，不用导入，请删去这一行',
  'import.person-there': '人员档案里已有这个工号，请打开核对',
  'import.staff-number-repeated': (said) => `和第 ${said} 行的工号相同，请只留一行`,
}

/** One problem of one row: the column, what is wrong, what to do. */
export const personProblemWords = problemWordsOf(WORDS, PERSON_COLUMNS)
