import type { Outbox } from '../outbox/outbox'
import type { SmsReports } from '../providers/sms-reports'
import { refuse, textIn, textsIn, type ControlRoutes } from './routes'

/** `POST sms/report`: what the carrier says of messages that were sent; of the newest one unless `ids` (SerialNo) names others. */
export const smsRoutes = (outbox: Outbox, reports: SmsReports | undefined): ControlRoutes => ({
  'POST sms/report': ({ body }) => {
    if (!reports) return refuse(400, 'INVALID_PARAM', 'this emulator has no address for status reports of SMS')
    const sent = outbox.list().filter(({ channel }) => channel === 'sms')
    const ids = textsIn(body, 'ids')
    const messages = ids ? sent.filter(({ providerId }) => ids.includes(providerId)) : sent.slice(-1)
    if (messages.length === 0) return refuse(404, 'NOT_FOUND', 'no such SMS was sent')
    return reports.send(messages, { ok: body.ok !== false, errmsg: textIn(body, 'errmsg') || undefined, description: textIn(body, 'description') || undefined })
  },
})
