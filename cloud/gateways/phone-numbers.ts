import type { PhoneNumbers } from '../ports'
import type { WechatApi } from './wechat-api'

const CHINA = '86'
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Of another country the same digits are another number. */
function numberIn(info: unknown): Awaited<ReturnType<PhoneNumbers['behind']>> {
  const { purePhoneNumber: pure, countryCode } = isRecord(info) ? info : {}
  if (typeof pure !== 'string' || pure === '') return { phone: null, code: 'wechat.unreadable' }
  return String(countryCode) === CHINA ? { phone: pure } : { phone: null, code: 'phone.abroad' }
}

/** The phone number button's code, good once and for five minutes, as a number (platform facts §3). */
export const phoneNumbers = (call: WechatApi, appId: string): PhoneNumbers => ({
  appId,
  async behind(code) {
    const reply = await call({ method: 'POST', path: '/wxa/business/getuserphonenumber', body: { code } })
    if (reply.kind !== 'answered') return { phone: null, code: reply.code }
    const info = reply.answer.data.phone_info
    return numberIn(info)
  },
})
