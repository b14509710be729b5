import { EMPLOYMENTS, PRESENCES, type Presence } from '../../../domain/person/person'
import { EMPLOYMENT_WORDS, PRESENCE_WORDS } from '../../../domain/person/person-words'
import { failureWords, type WordBook } from '../../platform/failure-words'
import type { MarkState } from '../../ui/mark'

export const LIST_SAFE = '人员和证件都不受影响。'

export const PRESENCE_MARKS: Readonly<Record<Presence, MarkState>> = { present: 'ok', away: 'review', left: 'off' }
export const EMPLOYMENT_OPTIONS = EMPLOYMENTS.map((value) => ({ value, label: EMPLOYMENT_WORDS[value] }))
export const PRESENCE_OPTIONS = PRESENCES.map((value) => ({ value, label: PRESENCE_WORDS[value] }))

const FAILURES: WordBook = {
  'person.staff-number-missing': '请填工号。没有工号的外来人员，请编一个本院不重复的号。',
  'person.staff-number-signs': '工号只能用字母、数字和 . _ / -，最多 20 个字。',
  'person.staff-number-taken': ({ name }) => `这个工号是${typeof name === 'string' ? name : '别人'}的，请核对。`,
  'person.name-missing': '请填姓名。',
  'person.name-too-long': '姓名最多 20 个字。',
  'person.title-too-long': '职称最多 40 个字。',
  'person.department-missing': '请选科室。',
  'person.changed-meanwhile': '有人刚改过这个人的档案，请看过最新内容后再办。',
  'person.same-department': '他已经在这个科室。',
  'person.other-name': '证上的姓名和他不一样，请先改证上的姓名。',
  'person.claimed-already': '这张证已经对应到另一个人。',
  'person.has-account': ({ loginName }) => `他已经对应了账号 ${String(loginName)}，请先取消那个。`,
  'person.account-taken': '这个账号刚对应到别人，请重新选择。',
  'person.has-left': '他已离职，不能对应账号。',
  'person.no-account': '他已经没有对应的账号。',
  'department.not-found': '这个科室已不存在，请重新选择。',
  'account.above-you': '他是院级管理员，账号要由院级管理员停用。',
  'account.oneself': '自己的账号要请别的管理员停用。',
  'account.last-admin': '他是最后一个在用的院级管理员，请先设置另一位。',
  'account.successor-invalid': '接替人的账号不在用，请另选一个人。',
}

export const personFailure = (code: string, detail: Readonly<Record<string, unknown>> = {}): string => failureWords(code, detail, FAILURES)
