import { addDays, dayOf, type CivilDay } from '../../../domain/kernel/civil-day'
import { channelsOn, nextSendAt, toldOnAfterChange } from '../../../domain/reminder/plan'
import { resolveRecipients } from '../../../domain/reminder/recipients'
import type { ReminderRules } from '../../../domain/reminder/rules'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'

type Unplanned = Omit<CertificateDoc, 'reminder' | 'warnFrom'>

const namedBy = (doc: Unplanned): string[] => resolveRecipients(doc).map(({ accountId }) => accountId)

/**
 * Today stays told unless it now speaks to somebody, or by a channel, as it did not before: what was planned may have been dropped because the
 * certificate was handled, or expired by mistake, for an hour. Earlier 节点 stay told.
 */
function toldOnOf(doc: Unplanned, before: CertificateDoc, { now, rules }: { now: Date; rules: ReminderRules }): CivilDay | null {
  const today = dayOf(now)
  const { toldOn } = before.reminder
  if (doc.cycle === before.cycle && toldOn !== today) return toldOn
  const audienceOf = (each: Unplanned) => ({ recipientIds: namedBy(each), channels: channelsOn({ ...each, toldOn, rules }, today), cycle: each.cycle })
  return toldOnAfterChange(toldOn, audienceOf(before), audienceOf(doc))
}

/** A plan that names nobody stands among those that tell nobody, also before its first day (S36, B34). */
const nobodyNamed = (doc: Unplanned) => (namedBy(doc).length === 0 ? 'no-recipient' : null)

/**
 * The certificate with its plan made anew (S35): when it is told next or why never, and since when it needs somebody. Who was told today
 * is not told again today, whatever changed; somebody new or a new channel opens the day again for those only. `rules` are those of its type now.
 */
export function planned(doc: Unplanned, before: CertificateDoc | null, { now, rules }: { now: Date; rules: ReminderRules }): CertificateDoc {
  const toldOn = before ? toldOnOf(doc, before, { now, rules }) : null
  const next = doc.devicesRetired ? { at: null, reason: 'devices-retired' } as const : nextSendAt({ ...doc, toldOn, rules }, now)
  return {
    ...doc,
    warnFrom: doc.longTerm || doc.expiresOn === null ? null : addDays(doc.expiresOn, -doc.leadDays),
    reminder: { nextAt: next.at, holdReason: next.at ? nobodyNamed(doc) : next.reason, toldOn },
  }
}
