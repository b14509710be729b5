import type { RelatedRole } from '../../../domain/certificate/certificate'
import { CERTIFICATE_LIMITS } from '../../../domain/certificate/certificate'
import type { HandlingKind } from '../../../domain/certificate/handling'
import type { FormWarning } from '../../../domain/certificate/form'
import type { Channel } from '../../../domain/reminder/channel'
import type { Unreachable } from '../../../domain/reminder/route'
import type { HoldReason } from '../../../domain/reminder/plan'
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
  'send-time.invalid': '请填 00:00:00 到 23:59:59 之间的时间',
  'day.invalid': '日期不对，请重新选择',
  'device.not-found': '有设备已不存在或不归您管，请移除后再保存',
  'account.not-found': '有人的账号已停用，请移除后再保存',
  'attachment.not-staged': '有附件已失效，请删除后重新上传',
  'attachment.still-uploading': '还有附件没传完，请等一等，或删除后再保存',
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

/** Why a person does not receive a channel. */
const UNREACHABLE: Readonly<Record<Unreachable, string>> = {
  'account-off': '账号已停用',
  'no-phone': '没有手机号',
  'not-bound': '未绑定小程序',
  'not-following-no-credit': '未关注公众号',
  'channel-not-set-up': '本院没有开通',
  'channel-stopped': '公众号模板被封禁，通道已停',
}
export const unreachableWords = (reason: Unreachable): string => UNREACHABLE[reason]

const HOLDS: Readonly<Record<HoldReason, string>> = {
  'long-term': '长期有效，不会到期，不提醒',
  'no-expiry': '没有有效期至，不提醒',
  expired: '已过有效期，不再提醒',
  'no-channel': '没有勾选发送形式，不提醒',
  'last-told': '最后一次提醒已发出',
  handled: '已处理，不再提醒',
  revoked: '已注销，不再提醒',
  'silent-to-the-end': '暂停提醒到有效期之后，不再提醒',
}
/** Why nothing is sent next: a reason of the engine's plan, or of the hold it wrote down. */
export const holdWords = (reason: string): string => (HOLDS as Readonly<Record<string, string>>)[reason] ?? deliveryReasonWords(reason) ?? '暂不提醒'

const DELIVERY_REASONS: Readonly<Record<string, string>> = {
  'devices-retired': '关联设备都已停用或报废，不提醒',
  ...HOLDS,
  ...UNREACHABLE,
  'already-told-today': '今天已提醒过',
  'no-recipient': '没有通知人员',
  'quiet-hours': '短信静默时段，当天不再发',
  'slowed-down': '微信提示过于频繁，只在提醒节点通知',
  'nothing-today': '按节点提醒，今天不是提醒节点',
  'nobody-to-escalate': '需要上报的角色没有账号',
  noted: '已处理', review: '复审中', snoozed: '暂缓中', renewed: '已换证',
  'outside-window': '还没到提醒日期',
  'not-due': '还没到发送时间',
  'day-passed': '当天没有发出，过期不补发',
  'certificate-gone': '这张证已删除', 'cycle-over': '已换证', 'channel-off': '已取消这种发送形式', 'no-longer-recipient': '已不在通知人员中',
  'claim.expired': '发送中断，不确定是否送到',
  'http.timeout': '对方服务没有回应', 'http.cut': '对方服务中途断开', 'http.unreachable': '连不上对方服务', 'http.too-large': '对方服务的回应不对',
  'wechat.not-bound': '未绑定小程序', 'wechat.not-following': '未关注公众号', 'wechat.unreadable': '微信的回应看不懂', 'inbox.unavailable': '消息没有写进去',
  'sms.no-template': '短信模板没有设置，请联系管理员', 'sms.no-mobile-number': '没有手机号', 'sms.unreadable': '短信服务的回应看不懂',
  'channel.not-configured': '本院没有开通', 'channel.broken': '发送出错，请联系管理员',
  'LimitExceeded.DeliveryFrequencyLimit': '短信发送过于频繁', 'LimitExceeded.PhoneNumberDailyLimit': '这个号码今天的短信已到上限', 'LimitExceeded.PhoneNumberThirtySecondLimit': '短信发送过于频繁',
  'LimitExceeded.PhoneNumberOneHourLimit': '短信发送过于频繁', 'LimitExceeded.PhoneNumberSameContentDailyLimit': '同样的短信今天已到上限', 'LimitExceeded.AppDailyLimit': '本院今天的短信已到上限',
  'FailedOperation.PhoneNumberInBlacklist': '对方退订了短信', 'InvalidParameterValue.IncorrectPhoneNumber': '手机号不对', 'FailedOperation.InsufficientBalanceInSmsPackage': '短信余额不足，请联系管理员',
  permanent: '内容被拒收', recipient: '对方收不到', config: '渠道设置有误，请联系管理员', rate: '超过发送次数限制', transient: '对方服务暂时不通', unknown: '不确定是否送到',
  '43004': '未关注公众号', '43101': '没有订阅次数或已拒收', '43116': '模板被封禁，请联系管理员', '43117': '提醒过于频繁，被微信限制',
}

/** `null`: sent, or nothing to say. An unknown provider code is shown as it is, so that somebody can look it up. */
export function deliveryReasonWords(reason: string): string | null {
  if (reason === '') return null
  return DELIVERY_REASONS[reason] ?? DELIVERY_REASONS[reason.split('.').pop() ?? ''] ?? `原因代码 ${reason}`
}

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
