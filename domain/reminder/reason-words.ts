import type { CertificateHold } from './due'
import type { HoldReason } from './plan'
import type { Unreachable } from './route'

/** Why a person does not receive a channel. */
export const UNREACHABLE_WORDS: Readonly<Record<Unreachable, string>> = {
  'account-off': '账号已停用',
  'no-phone': '没有手机号',
  'not-bound': '未绑定小程序',
  'not-following-no-credit': '未关注公众号',
  'channel-not-set-up': '本院没有开通',
  'channel-stopped': '公众号模板被封禁，通道已停',
}

/** Why a certificate tells nobody next. */
export const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'long-term': '长期有效，不会到期，不提醒',
  'no-expiry': '没有有效期至，不提醒',
  expired: '已过有效期，不再提醒',
  'no-channel': '没有勾选发送形式，不提醒',
  'last-told': '最后一次提醒已发出',
  handled: '已处理，不再提醒',
  revoked: '已注销，不再提醒',
  'silent-to-the-end': '暂停提醒到有效期之后，不再提醒',
}

const CERTIFICATE_HOLDS: Readonly<Record<Exclude<CertificateHold, HoldReason>, string>> = {
  'no-recipient': '没有通知人员',
  'nothing-today': '按节点提醒，今天不是提醒节点',
  'nobody-to-escalate': '需要上报的角色没有账号',
  'outside-window': '还没到提醒日期',
  'not-due': '还没到发送时间',
  noted: '已处理', review: '复审中', snoozed: '暂缓中', renewed: '已换证',
}

/** What the engine itself writes down. */
const OWN: Readonly<Record<string, string>> = {
  'devices-retired': '关联设备都已停用或报废，不提醒',
  'already-told-today': '今天已提醒过',
  'quiet-hours': '短信静默时段，当天不再发',
  'slowed-down': '微信提示过于频繁，只在提醒节点通知',
  'day-passed': '当天没有发出，过期不补发',
  'certificate-gone': '这张证已删除', 'cycle-over': '已换证', 'channel-off': '已取消这种发送形式', 'no-longer-recipient': '已不在通知人员中',
  'claim.expired': '发送中断，不确定是否送到',
  'http.timeout': '对方服务没有回应', 'http.cut': '对方服务中途断开', 'http.unreachable': '连不上对方服务', 'http.too-large': '对方服务的回应不对',
  'wechat.not-bound': '未绑定小程序', 'wechat.not-following': '未关注公众号', 'wechat.not-employed': '没有开启用工消息', 'wechat.unreadable': '微信的回应看不懂', 'inbox.unavailable': '消息没有写进去',
  'sms.no-template': '短信模板没有设置，请联系管理员', 'sms.no-mobile-number': '没有手机号', 'sms.unreadable': '短信服务的回应看不懂',
  'sms.daily-cap': '本院今天的短信已到设定的上限', 'sms.person-cap': '这位人员今天的短信已到设定的上限',
  'official-account.blocked': '对方拉黑了公众号', 'official-account.system-failed': '微信没有送达公众号消息',
  'channel.not-configured': '本院没有开通', 'channel.broken': '发送出错，请联系管理员',
  permanent: '内容被拒收', recipient: '对方收不到', config: '渠道设置有误，请联系管理员', rate: '超过发送次数限制', transient: '对方服务暂时不通', unknown: '不确定是否送到',
}

/** WeChat's codes (platform facts §1.3, §1.6, §2.1). */
const WECHAT: Readonly<Record<string, string>> = {
  '-1': '微信系统繁忙', 40001: '微信凭证失效，请联系管理员', 40014: '微信凭证失效，请联系管理员', 42001: '微信凭证过期，请联系管理员', 45011: '调用微信过于频繁',
  40003: '对方的微信号不属于本公众号', 43004: '未关注公众号', 43019: '对方拉黑了公众号', 43101: '没有订阅次数或已拒收',
  40013: '微信 AppID 不对，请联系管理员', 40036: '微信模板 ID 不对，请联系管理员', 40037: '微信模板 ID 不对，请联系管理员', 40125: '微信 AppSecret 不对，请联系管理员',
  40164: '系统的 IP 不在微信白名单里，请联系管理员', 40165: '小程序跳转页面不对，请联系管理员', 40243: '微信 AppSecret 已冻结，请联系管理员', 41030: '小程序页面还没有发布，请联系管理员',
  43104: '小程序和微信号不匹配，请联系管理员', 43107: '微信封禁了订阅消息，请联系管理员', 43116: '模板被封禁，请联系管理员', 48001: '公众号没有这项权限，请联系管理员',
  40097: '用工消息的模板不对，请联系管理员', 40256: '没有绑定用工关系', 40257: '对方的微信号不属于本小程序',
  43108: '微信正在给他发另一条', 43117: '提醒过于频繁，被微信限制', 40038: '微信今天的次数已用完', 45009: '微信今天的次数已用完', 45168: '内容含微信不允许的词', 47001: '微信说内容格式不对', 47003: '微信模板的字段不对，请联系管理员',
}

/** Tencent Cloud's codes that mean more than their family (platform facts §4.4). */
const TENCENT: Readonly<Record<string, string>> = {
  'LimitExceeded.DeliveryFrequencyLimit': '短信发送过于频繁', 'LimitExceeded.PhoneNumberDailyLimit': '这个号码今天的短信已到上限', 'LimitExceeded.PhoneNumberThirtySecondLimit': '短信发送过于频繁',
  'LimitExceeded.PhoneNumberOneHourLimit': '短信发送过于频繁', 'LimitExceeded.PhoneNumberSameContentDailyLimit': '同样的短信今天已到上限',
  'LimitExceeded.AppDailyLimit': '本院今天的短信已到上限', 'LimitExceeded.DailyLimit': '本院今天的短信已到上限',
  'FailedOperation.PhoneNumberInBlacklist': '对方退订了短信', 'InvalidParameterValue.IncorrectPhoneNumber': '手机号不对',
  'FailedOperation.ContainSensitiveWord': '内容含短信不允许的词', 'FailedOperation.FailResolvePacket': '短信内容格式不对',
  'InvalidParameterValue.ContentLengthLimit': '短信内容太长', 'InvalidParameterValue.TemplateParameterFormatError': '短信模板的变量不对', 'InvalidParameterValue.TemplateParameterLengthLimit': '短信模板的变量太长',
  'FailedOperation.InsufficientBalanceInSmsPackage': '短信余额不足，请联系管理员', 'FailedOperation.SignatureIncorrectOrUnapproved': '短信签名没有通过审核，请联系管理员',
  'FailedOperation.TemplateIncorrectOrUnapproved': '短信模板没有通过审核，请联系管理员', 'InvalidParameterValue.SdkAppIdNotExist': '短信应用编号不对，请联系管理员',
  'AuthFailure.SecretIdNotFound': '短信 SecretId 不对，请联系管理员', 'AuthFailure.SignatureFailure': '短信 SecretKey 不对，请联系管理员',
}

/** What carriers report of an SMS that they took and did not deliver; others are shown with their code. */
const RECEIPTS: Readonly<Record<string, string>> = { failed: '短信没有送达', UNDELIV: '短信没有送达', MK0001: '号码是空号', 'MK:0001': '号码是空号', REJECTD: '运营商拒收了短信', EXPIRED: '对方长时间收不到短信' }

const KNOWN: Readonly<Record<string, string>> = { ...CERTIFICATE_HOLDS, ...HOLD_WORDS, ...UNREACHABLE_WORDS, ...OWN, ...WECHAT, ...TENCENT }

/** Families of reasons whose end is somebody else's code. The first match counts. */
const FAMILIES: ReadonlyArray<readonly [RegExp, (end: string) => string]> = [
  [/^sms\.receipt\.(.+)$/, (code) => RECEIPTS[code] ?? `运营商没有送达短信（${code}）`],
  [/^subscribe-message\.(.+)$/, (code) => WECHAT[code] ?? `微信没有送达订阅消息（${code}）`],
  [/^wechat\.http-(\d+)$/, (status) => `微信服务没有正常回答（${status}）`],
  [/^sms\.http-(\d+)$/, (status) => `短信服务没有正常回答（${status}）`],
  [/^(LimitExceeded.*)$/, (code) => `短信超过次数限制（${code}）`],
  [/^(RequestLimitExceeded.*)$/, (code) => `短信服务繁忙（${code}）`],
  [/^(InternalError.*)$/, (code) => `短信服务出错，不确定是否送到（${code}）`],
  [/^((?:AuthFailure|UnauthorizedOperation|InvalidParameter|InvalidParameterValue|MissingParameter|UnknownParameter|UnsupportedOperation|InvalidAction|NoSuchVersion|UnsupportedRegion|FailedOperation)(?:\..*)?)$/, (code) => `短信设置有误，请联系管理员（${code}）`],
  [/^(\d{5,6})$/, (code) => `微信拒绝了这条消息（${code}）`],
]

/** A reason of the engine, of a provider or of a carrier, for a hospital's clerk. `null`: none ('' is «sent, or nothing to say»), or one that nobody knows. */
export function reasonWords(reason: string): string | null {
  const known = KNOWN[reason]
  if (known !== undefined) return known
  for (const [shape, words] of FAMILIES) {
    const end = shape.exec(reason)?.[1]
    if (end !== undefined) return words(end)
  }
  return null
}
