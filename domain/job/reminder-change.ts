import * as v from 'valibot'
import { channelsSchema, type CertificateForm } from '../certificate/certificate'

/** What is set on many certificates at once (B20); null and empty: as it is. */
export const reminderChangeSchema = v.strictObject({
  leadDays: v.nullable(v.number()),
  sendTime: v.nullable(v.string()),
  channels: v.nullable(channelsSchema),
  addRecipientIds: v.array(v.string()),
  removeRecipientIds: v.array(v.string()),
})
export type ReminderChange = v.InferOutput<typeof reminderChangeSchema>

/** The form with the change in it; who is added and removed at once is added. Whether it may be saved is `checkForm`'s to say. */
export function changedForm(form: CertificateForm, change: ReminderChange): CertificateForm {
  const kept = form.recipientIds.filter((id) => !change.removeRecipientIds.includes(id))
  return {
    ...form,
    leadDays: change.leadDays ?? form.leadDays,
    sendTime: change.sendTime ?? form.sendTime,
    channels: change.channels ?? form.channels,
    recipientIds: [...new Set([...kept, ...change.addRecipientIds])],
  }
}

type Reminded = Pick<CertificateForm, 'leadDays' | 'sendTime' | 'channels' | 'recipientIds'>
const facts = ({ leadDays, sendTime, channels, recipientIds }: Reminded): string =>
  JSON.stringify([leadDays, sendTime, channels.home, channels.sms, channels.wechat, [...recipientIds].sort()])

/** The certificate is like that already. */
export const changesNothing = (form: CertificateForm, change: ReminderChange): boolean => facts(changedForm(form, change)) === facts(form)
