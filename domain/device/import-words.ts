import { problemWordsOf, type ProblemWords } from '../sheet/row-problem'
import { DEVICE_IMPORT_COLUMNS } from './import-columns'

/** What is wrong with a row, and what to do: the screen and the file of the rows at fault say the same. */
const WORDS: ProblemWords = {
  'device.name-missing': '请填写设备名称',
  'device.department-missing': '请填写所属科室',
  'device.text-too-long': '内容太长，请精简',
  'import.department-unknown': (said) => `没有叫「${said}」的科室，或不归您管，请核对名称`,
  'import.department-several': (said) => `叫「${said}」的科室不止一个，请改用不重名的`,
  'import.day-unreadable': (said) => `「${said}」不是日期，请写成 2026-01-05、2026/1/5 或 2026年1月5日`,
  'import.class-unknown': (said) => `「${said}」看不懂，请填甲类、乙类、非目录(原乙类)或否，或留空`,
  'import.status-unknown': (said) => `「${said}」看不懂，请填在档、停用、报废或外借，或留空`,
  'import.code-taken': '这台设备已在档案里，请打开核对',
  'import.asset-taken': '档案里已有这个设备编码，请打开核对',
  'import.serial-taken': '档案里已有这个序列号，请打开核对',
  'import.asset-repeated': (said) => `和第 ${said} 行的设备编码相同，请只留一行`,
  'import.serial-repeated': (said) => `和第 ${said} 行的序列号相同，请只留一行`,
}

/** One problem of one row: the column, what is wrong, what to do. */
export const deviceProblemWords = problemWordsOf(WORDS, DEVICE_IMPORT_COLUMNS)
