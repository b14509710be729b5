import type { PhoneNumbers } from '../ports'
import type { WechatApi } from './wechat-api'

/** The phone number button's code, good once and for five minutes, as a number (platform facts §3). */
export const phoneNumbers = (call: WechatApi): PhoneNumbers => ({
  async behind(code) {
    const reply = await call({ method: 'POST', path: '/wxa/business/getuserphonenumber', body: { code } })
    if (reply.kind !== 'answered') return { phone: null, code: reply.code }
    const info = reply.answer.data.phone_info
    const pure: unknown = typeof info === 'object' && info !== null && 'purePhoneNumber' in info ? info.purePhoneNumber : null
    return typeof pure === 'string' ? { phone: pure } : { phone: null, code: 'wechat.unreadable' }
  },
})
