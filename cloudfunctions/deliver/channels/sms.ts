import { isMobileNumber } from '../../../domain/account/account'
import { providerClass } from '../../../domain/reminder/provider-codes'
import { renderSms } from '../../../domain/reminder/render'
import type { SmsGateway } from '../../../cloud/ports'
import { failed, outcomeOf, type Channel } from './channel'

/** 短信通知 (S38): one short message, whatever the digest holds. */
export const smsChannel = (gateway: SmsGateway): Channel => ({
  async send({ phone, occasion, deliveryId }) {
    if (!isMobileNumber(phone)) return failed('recipient', 'sms.no-mobile-number')
    const { template, params } = renderSms(occasion)
    return outcomeOf(await gateway.send({ phone, template, params, context: deliveryId }), (code) => providerClass('sms', code))
  },
})
