import { problemWordsOf, type ProblemWords } from '../sheet/row-problem'
import { ACCOUNT_COLUMNS } from './sheet-columns'

/** What is wrong with a row, and what to do: the screen and the file of the rows at fault say the same. */
const WORDS: ProblemWords = {
  'account.name-missing': '请填写姓名',
  'account.name-too-long': '姓名最多 20 个字',
  'account.login-name-missing': '请填写登录名，可以用工号',
  'account.login-name-length': '登录名要 2 到 32 个字',
  'account.login-name-signs': '登录名只能用字母、数字、汉字和 . _ -，不能以符号开头',
  'account.phone-invalid': '请填 11 位手机号，或留空',
  'account.department-missing': '科室负责人、科室人员和只读要填所属科室',
  'account.role-above-yours': '不能给出比自己更高的角色，请院级管理员导入',
  'import.role-missing': '请填写角色',
  'import.role-unknown': (said) => `「${said}」看不懂，请填院级管理员、审计员、设备科、科室负责人、科室人员或只读`,
  'import.department-unknown': (said) => `没有叫「${said}」的科室，请核对名称`,
  'import.department-several': (said) => `叫「${said}」的科室不止一个，请改用不重名的`,
  'import.account-there': '这个登录名已有账号，导入不改已有的账号，请删去这一行',
  'import.login-name-repeated': (said) => `和第 ${said} 行的登录名相同，请只留一行`,
}

/** One problem of one row: the column, what is wrong, what to do. */
export const accountProblemWords = problemWordsOf(WORDS, ACCOUNT_COLUMNS)
