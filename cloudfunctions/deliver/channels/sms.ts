import { isMobileNumber } from '../../../domain/account/account'
import type { FailureClass } from '../../../domain/reminder/outcome'
import { renderSms } from '../../../domain/reminder/render'
import type { SmsGateway } from '../../../cloud/ports'
import { failed, outcomeOf, type Channel } from './channel'

/** Tencent Cloud's codes, the first match counts (platform facts §4.4). A missing text (`sms.no-template`) is that message's own trouble. */
const CLASSES: ReadonlyArray<readonly [code: RegExp, failureClass: FailureClass]> = [
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

export const smsClass = (code: string): FailureClass => CLASSES.find(([known]) => known.test(code))?.[1] ?? 'permanent'

/** 短信通知 (S38): one short message, whatever the digest holds. */
export const smsChannel = (gateway: SmsGateway): Channel => ({
  async send({ phone, occasion, deliveryId }) {
    if (!isMobileNumber(phone)) return failed('recipient', 'sms.no-mobile-number')
    const { template, params } = renderSms(occasion)
    return outcomeOf(await gateway.send({ phone, template, params, context: deliveryId }), smsClass)
  },
})
