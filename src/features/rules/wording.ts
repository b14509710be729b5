import { RULES_LIMITS } from '../../../domain/institution/rules'
import type { WordBook } from '../../platform/failure-words'

export const RULES_FAILURES: WordBook = {
  'rules.changed-meanwhile': '有人在您打开之后改过提醒规则。请重新打开，核对后再改。',
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  'rules.quiet-hours-invalid': '请填两个不同的时间，例如 21:00:00 到 08:00:00',
  'rules.too-many-holidays': `最多 ${RULES_LIMITS.holidays} 个节假日，请删去过去的`,
  'rules.holiday-name-invalid': `请填名称，不超过 ${RULES_LIMITS.holidayName} 字`,
  'rules.holiday-ends-before-it-begins': '结束日期不能早于开始日期',
  'rules.sms-price-invalid': `请填 0 到 ${RULES_LIMITS.smsPrice} 之间的整数（分）；不知道请留空`,
  'day.invalid': '请选开始和结束日期',
}

/** The sentence under a field; a code that nobody worded is still told. */
export const fieldWords = (code: string): string => FIELD_WORDS[code] ?? '这一项填得不对，请检查'

export const WAY_WORDS = { 'official-account': '公众号', 'subscribe-message': '订阅消息', 'employee-message': '用工消息' } as const

/** What a failed page must not make anybody fear. */
export const REMINDERS_SAFE = '提醒由服务器发送，不受影响。'
