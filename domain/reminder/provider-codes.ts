import type { Route, WechatWay } from './channel'
import type { FailureClass } from './outcome'

type Codes = Readonly<Record<string, FailureClass>>

/** WeChat's codes for template messages and for the token they need (platform facts §2.1). */
export const OFFICIAL_ACCOUNT_CODES: Codes = {
  '-1': 'transient', 40001: 'transient', 40014: 'transient', 42001: 'transient', 45011: 'transient',
  40003: 'recipient', 43004: 'recipient', 43019: 'recipient',
  40013: 'config', 40036: 'config', 40037: 'config', 40125: 'config', 40164: 'config', 40165: 'config', 40243: 'config', 43116: 'config', 48001: 'config',
  43117: 'rate', 45009: 'rate',
  47001: 'permanent', 47003: 'permanent',
}

/** WeChat's codes for subscription messages and for the token they need (platform facts §1.3). */
export const SUBSCRIBE_MESSAGE_CODES: Codes = {
  '-1': 'transient', 40001: 'transient', 40014: 'transient', 42001: 'transient', 43108: 'transient', 45011: 'transient',
  40003: 'recipient', 43101: 'recipient',
  40013: 'config', 40037: 'config', 40125: 'config', 40164: 'config', 40243: 'config', 41030: 'config', 43104: 'config', 43107: 'config', 48001: 'config',
  40038: 'rate', 45009: 'rate',
  45168: 'permanent', 47001: 'permanent', 47003: 'permanent',
}

/** WeChat's codes for 用工消息 and for the token it needs (platform facts §1.6); 40097 is above all a template that is not this mini-program's. */
export const EMPLOYEE_MESSAGE_CODES: Codes = {
  '-1': 'transient', 40001: 'transient', 40014: 'transient', 42001: 'transient', 45011: 'transient',
  40003: 'recipient', 40256: 'recipient', 40257: 'recipient', 43104: 'recipient',
  40013: 'config', 40037: 'config', 40097: 'config', 40125: 'config', 40164: 'config', 40243: 'config', 41030: 'config', 48001: 'config',
  45009: 'rate',
  47001: 'permanent', 47003: 'permanent',
}

const WECHAT_CODES: Readonly<Record<WechatWay, Codes>> = {
  'official-account': OFFICIAL_ACCOUNT_CODES, 'subscribe-message': SUBSCRIBE_MESSAGE_CODES, 'employee-message': EMPLOYEE_MESSAGE_CODES,
}

/** Tencent Cloud's codes, the first match counts (platform facts §4.4). A missing text (`sms.no-template`) is that message's own trouble. */
export const SMS_CODES: ReadonlyArray<readonly [code: RegExp, failureClass: FailureClass]> = [
  [/^FailedOperation\.PhoneNumberInBlacklist$/, 'recipient'],
  [/^InvalidParameterValue\.IncorrectPhoneNumber$/, 'recipient'],
  [/^FailedOperation\.(ContainSensitiveWord|FailResolvePacket)$/, 'permanent'],
  [/^InvalidParameterValue\.(ContentLengthLimit|TemplateParameterFormatError|TemplateParameterLengthLimit)$/, 'permanent'],
  [/^FailedOperation\./, 'config'],
  [/^RequestLimitExceeded/, 'transient'],
  [/^LimitExceeded/, 'rate'],
  [/^InternalError/, 'unknown'],
  [/^(AuthFailure|UnauthorizedOperation|InvalidParameter|InvalidParameterValue|MissingParameter|UnknownParameter|UnsupportedOperation|InvalidAction|NoSuchVersion|UnsupportedRegion)(\.|$)/, 'config'],
]

/** What a provider's code means for the message; a code that nobody knows is that message's own trouble. */
export function providerClass(way: Route, code: string): FailureClass {
  if (way === 'sms') return SMS_CODES.find(([known]) => known.test(code))?.[1] ?? 'permanent'
  return (way === 'home' ? {} : WECHAT_CODES[way])[code] ?? 'permanent'
}
