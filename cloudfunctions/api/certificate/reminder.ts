import { addDays } from '../../../domain/kernel/civil-day'
import { nextSendAt, toldOnAfterChange } from '../../../domain/reminder/plan'
import { resolveRecipients } from '../../../domain/reminder/recipients'
import type { ReminderRules } from '../../../domain/reminder/rules'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'

type Unplanned = Omit<CertificateDoc, 'reminder' | 'warnFrom'>

const audienceOf = (doc: Unplanned) => ({ recipientIds: resolveRecipients(doc).map(({ accountId }) => accountId), channels: doc.channels, cycle: doc.cycle })

/** A plan that names nobody stands among those that tell nobody, also before its first day (S36, B34). */
const nobodyNamed = ({ recipientIds }: { recipientIds: readonly string[] }) => (recipientIds.length === 0 ? 'no-recipient' : null)

/**
 * The certificate with its plan made anew (S35): when it is told next or why never, and since when it needs somebody. Who was told today
 * is not told again today, whatever changed; somebody new or a new channel opens the day again for those only. `rules` are those of its type now.
 */
export function planned(doc: Unplanned, before: CertificateDoc | null, { now, rules }: { now: Date; rules: ReminderRules }): CertificateDoc {
  const audience = audienceOf(doc)
  const toldOn = before ? toldOnAfterChange(before.reminder.toldOn, audienceOf(before), audience) : null
  const next = doc.devicesRetired ? { at: null, reason: 'devices-retired' } as const : nextSendAt({ ...doc, toldOn, rules }, now)
  return {
    ...doc,
    warnFrom: doc.longTerm || doc.expiresOn === null ? null : addDays(doc.expiresOn, -doc.leadDays),
    reminder: { nextAt: next.at, holdReason: next.at ? nobodyNamed(audience) : next.reason, toldOn },
  }
}
