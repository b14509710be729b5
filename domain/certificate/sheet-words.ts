import { CERTIFICATE_LIMITS } from './certificate'
import { problemWordsOf, type ProblemWords } from '../sheet/row-problem'
import { CERTIFICATE_COLUMNS } from './sheet-columns'

/**
 * What is wrong with a row, and what to do. Here and not with the app's other words, because the screen and the file of the rows at fault,
 * which the functions write, must say the same.
 */
const WORDS: ProblemWords = {
  'import.day-unreadable': (said) => `「${said}」不是日期，请写成 2026-01-05、2026/1/5 或 2026年1月5日`,
  'import.month-unreadable': (said) => `「${said}」不是年月，请写成 1985-06 或 1985年6月`,
  'import.gender-unknown': (said) => `「${said}」看不懂，请填男或女，或留空`,
  'import.channel-unknown': (said) => `「${said}」看不懂，请填首页、短信、微信，用顿号隔开`,
  'import.type-unknown': (said) => `没有「${said}」这种证件，或已停用，请按「证件类型」里的名称填写`,
  'import.device-unknown': (said) => `没有唯一码为 ${said} 的设备，或不归您管，请核对`,
  'import.asset-unknown': (said) => `没有设备编码为 ${said} 的设备，或不归您管，请核对`,
  'import.asset-several': (said) => `设备编码 ${said} 有好几台设备，请改填唯一码`,
  'import.account-unknown': (said) => `没有叫「${said}」的账号，或已停用，请填姓名或登录名`,
  'import.account-several': (said) => `叫「${said}」的账号不止一个，请改填登录名`,
  'import.name-differs': (said) => `这个工号是${said}，和姓名不符，请核对`,
  'import.photo-missing': '这种证件需要照片，请在压缩包里放入以证件号命名的照片',
  'import.number-repeated': (said) => `和第 ${said} 行的证件号、类型相同，请只留一行；一张证有几台设备的，唯一码写在同一格，用顿号隔开`,
  'certificate.number-taken': '系统里已有同号同类型的证，请打开已有的证核对',
  'certificate.devices-missing': '请填唯一码或设备编码',
  'certificate.number-or-name-missing': '证件号、姓名至少填一项',
  'certificate.expiry-missing': '请填有效期至，或填「长期有效」',
  'certificate.field-missing': '这种证件需要填写这一项',
  'certificate.text-too-long': '内容太长，请精简',
  'certificate.lead-not-whole': (said) => `「${said}」不是整数天数`,
  'certificate.lead-out-of-range': `请填 0 到 ${CERTIFICATE_LIMITS.leadDays} 之间的天数`,
  'certificate.birth-month-invalid': '出生年月晚于本月，请核对',
  'certificate.expires-before-issue': '早于签发日期，请核对',
  'certificate.expires-before-valid-from': '早于生效日期，请核对',
  'certificate.valid-from-before-issue': '早于签发日期，请核对',
  'certificate.too-many-devices': '关联的设备太多，请分成几张证',
  'certificate.too-many-recipients': `最多指定 ${CERTIFICATE_LIMITS.recipients} 人`,
  'send-time.invalid': (said) => `「${said}」不是时间，请写成 08:00`,
  forbidden: '这台设备不归您管，您不能为它登记',
}

/** One problem of one row: the column, what is wrong, what to do. */
export const sheetProblemWords = problemWordsOf(WORDS, CERTIFICATE_COLUMNS)
