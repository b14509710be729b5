import type { RelatedRole } from '../../../domain/certificate/certificate'
import { CERTIFICATE_LIMITS } from '../../../domain/certificate/certificate'
import type { HandlingKind } from '../../../domain/certificate/handling'
import type { FormWarning } from '../../../domain/certificate/form'
import type { Channel } from '../../../domain/reminder/channel'
import type { Unreachable } from '../../../domain/reminder/route'
import { reasonWords, UNREACHABLE_WORDS } from '../../../domain/reminder/reason-words'
import { shortDay } from './day-words'

type Detail = Readonly<Record<string, unknown>>

/** What is said at the field itself. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  'certificate.devices-missing': '请先关联设备',
  'certificate.field-missing': '这种证件需要填写这一项',
  'certificate.type-unknown': '没有这种证件类型，或已停用',
  'certificate.too-many-devices': `一张证最多关联 ${CERTIFICATE_LIMITS.devices} 台设备`,
  'certificate.too-many-recipients': `最多指定 ${CERTIFICATE_LIMITS.recipients} 人`,
  'certificate.too-many-attachments': `最多上传 ${CERTIFICATE_LIMITS.attachments} 份`,
  'certificate.number-or-name-missing': '证件号、姓名至少填一项',
  'certificate.number-taken': '该证件号已有操作证，请核对',
  'certificate.text-too-long': '内容太长，请精简',
  'certificate.lead-not-whole': '请填整数天数',
  'certificate.lead-out-of-range': `请填 0 到 ${CERTIFICATE_LIMITS.leadDays} 之间的天数`,
  'certificate.birth-month-invalid': '出生年月不对，请重新选择',
  'month.invalid': '出生年月不对，请重新选择',
  'certificate.expires-before-issue': '有效期至不能早于签发日期',
  'certificate.expires-before-valid-from': '有效期至不能早于生效日期',
  'certificate.valid-from-before-issue': '生效日期不能早于签发日期',
  'certificate.expiry-missing': '请填有效期至，或选长期有效',
  'certificate.template-missing': '请填发送内容模板',
  'plan.cycle-invalid': '周期请填 1 到 120 个月',
  'plan.no-sms': '保养、计量计划请用首页或微信提醒',
  'send-time.invalid': '请填 00:00:00 到 23:59:59 之间的时间',
  'day.invalid': '日期不对，请重新选择',
  'device.not-found': '有设备已不存在或不归您管，请移除后再保存',
  'account.not-found': '有人的账号已停用，请移除后再保存',
  'attachment.not-staged': '有附件已失效，请删除后重新上传',
  'attachment.still-uploading': '还有附件没传完，请等一等，或删除后再保存',
  'attachment.not-uploaded': '有附件没有传上去，请重试，或删除后再保存',
}

/** The sentence under a field; a code nobody worded yet is still told. */
export const fieldWords = (code: string): string => FIELD_WORDS[code] ?? '这一项填得不对，请检查'

export const isFieldCode = (code: string): boolean => code in FIELD_WORDS

const HANDLING_FAILURES: Readonly<Record<string, (detail: Detail) => string>> = {
  'handling.note-missing': () => '请写明原因',
  'handling.until-missing': () => '请选日期',
  'handling.until-passed': () => '请选今天以后的日期',
  'handling.until-too-late': ({ latest }) => `最晚到 ${String(latest)}，再晚须由设备科处理`,
  'handling.renewal-missing': () => '请填新的有效期至，或选长期有效',
  'handling.expiry-missing': () => '请填新的有效期至，或选长期有效',
  'handling.expiry-not-later': () => '新的有效期至应晚于原来的有效期至',
  'handling.already-revoked': () => '此证已注销，请先恢复提醒',
  'transfer.nobody-chosen': () => '请选转交给谁',
  'transfer.to-oneself': () => '不能转交给自己，请选别人',
  'account.not-found': () => '这个账号已停用，请换一位',
  'transfer.already-named': () => '他已在指定人员中，不必转交',
}

/** What a handling is refused with; `null`: not one of its own codes. */
export const handlingFailureWords = (code: string, detail: Detail = {}): string | null => HANDLING_FAILURES[code]?.(detail) ?? null

export const WARNING_WORDS: Readonly<Record<FormWarning, string>> = {
  'certificate.already-expired': '有效期已过，保存后不再提醒',
  'certificate.reminds-nobody': '此证不会提醒任何人',
  'certificate.too-late-for-review': '提前天数不够，来不及复审',
}

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { home: '首页', sms: '短信', wechat: '微信' }
/** As the guide prints them (S38). */
export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = { home: '电脑首页通知', sms: '短信通知', wechat: '微信通知' }
export const WECHAT_HINT = '接收微信通知的用户需先登录小程序绑定账号并关注公众号'

export const ROLE_WORDS: Readonly<Record<RelatedRole | 'named', string>> = { creator: '录入人', editor: '修改人', named: '指定人员' }
export const GENDER_WORDS = { male: '男', female: '女' } as const

export const HANDLING_WORDS: Readonly<Record<HandlingKind, string>> = {
  renewed: '已换证', review: '已提交复审', snoozed: '暂缓', revoked: '离岗 / 注销', noted: '已处理',
}

export const unreachableWords = (reason: Unreachable): string => UNREACHABLE_WORDS[reason]

/** Why nothing is sent next: a reason of the engine's plan, or of the hold it wrote down. */
export const holdWords = (reason: string): string => deliveryReasonWords(reason) ?? '暂不提醒'

/** `null`: sent, or nothing to say. An unknown provider code is shown as it is, so that somebody can look it up. */
export const deliveryReasonWords = (reason: string): string | null => (reason === '' ? null : reasonWords(reason) ?? `原因代码 ${reason}`)

/** What somebody can do about it. */
const REMEDIES: Readonly<Record<string, string>> = {
  'no-phone': '请管理员补手机号',
  'not-bound': '请他登录小程序绑定账号',
  'not-following-no-credit': '请他关注公众号',
  'account-off': '请换一位通知人员',
}
export const remedyWords = (reason: string): string | null => REMEDIES[reason] ?? null

/** Who changed it and when, from `certificate.changed-meanwhile`. */
export const changedWords = (by: string, at: string): string => `${by} 在 ${shortDay(at)} 改过这张证，您打开的不是最新的。`
