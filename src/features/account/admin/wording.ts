import { ROLES } from '../../../../domain/account/role'
import { ACCOUNT_STATES, type AccountState } from '../../../../contract/account-admin'
import { ROLE_WORDS } from '../../../../domain/account/role-words'
import { failureWords, type WordBook } from '../../../platform/failure-words'
import type { MarkState } from '../../../ui/mark'

export const LIST_SAFE = '账号和提醒都不受影响。'

export const STATE_WORDS: Readonly<Record<AccountState, string>> = { bound: '已绑定', unbound: '未绑定', off: '停用' }
export const STATE_MARKS: Readonly<Record<AccountState, MarkState>> = { bound: 'ok', unbound: 'review', off: 'off' }

/** 平台运维 is made by a command alone. */
export const ROLE_OPTIONS = ROLES.filter((value) => value !== 'platform-operator').map((value) => ({ value, label: ROLE_WORDS[value] }))
export const STATE_OPTIONS = ACCOUNT_STATES.map((value) => ({ value, label: STATE_WORDS[value] }))

/** What each role may do, said where it is chosen. */
export const ROLE_NOTES: Readonly<Record<(typeof ROLES)[number], string>> = {
  'platform-operator': '只开机构，看不到任何机构的资料。',
  'hospital-admin': '看全院，管账号、规则和通道，看审计日志。',
  auditor: '只看本院的审计日志，看不到设备、证件和人员。',
  'equipment-office': '看全院，管设备、证件、账号和规则；不能设置院级管理员。',
  'department-head': '看本科室及下级，录入和处理证件，管本科室人员。',
  staff: '看本科室及下级，录入和处理证件。',
  viewer: '看本科室及下级，不能改。',
}

const FAILURES: WordBook = {
  'account.login-name-missing': '请填登录名。',
  'account.login-name-length': '登录名要 2 到 32 个字。',
  'account.login-name-signs': '登录名只能用字母、数字、汉字和 . _ -，不能以符号开头。',
  'account.login-name-taken': '这个登录名已经有人用了，请换一个。',
  'account.name-missing': '请填姓名。',
  'account.name-too-long': '姓名最多 20 个字。',
  'account.department-missing': '请选科室；只有院级管理员、设备科和审计员可以不选。',
  'account.phone-invalid': '请填 11 位手机号，不填则收不到短信。',
  'department.not-found': '这个科室已不存在，请重新选择。',
  'account.changed-meanwhile': '有人刚改过这个账号，请看过最新内容后再改。',
  'account.above-you': '院级管理员和审计员的账号只能由院级管理员办理。',
  'account.role-above-yours': '您不能给出比自己更高的角色，请院级管理员办理。',
  'account.own-role': '自己的角色要请别的管理员改。',
  'account.oneself': '自己的账号要请别的管理员办理。',
  'account.last-admin': '这是最后一个在用的院级管理员。请先设置另一位院级管理员，再改这一个。',
  'person.changed-meanwhile': '有人刚改过这个人的档案，请再选一次。',
  'person.has-account': ({ loginName }) => `他已经对应了账号 ${String(loginName)}，请先取消那个。`,
  'person.account-taken': '这个账号刚对应到别人，请重新选择。',
  'person.has-left': '他已离职，不能对应账号。',
  'person.no-account': '他已经没有对应的账号。',
  'account.successor-invalid': '接替人的账号不在用，请另选一个人。',
}

/** The sentence for what the functions, or the rule itself, say against an account. */
export const accountFailure = (code: string, detail: Readonly<Record<string, unknown>> = {}): string => failureWords(code, detail, FAILURES)
