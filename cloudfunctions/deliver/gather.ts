import { dueCertificates, type Due } from '../../cloud/repositories/due'
import { storedOfDay } from '../../cloud/repositories/deliveries'
import { contactsFor } from '../../cloud/repositories/due-recipients'
import { dayOf, timeOf } from '../../domain/kernel/civil-day'
import { mention } from '../../domain/reminder/delivery-id'
import type { DayFacts } from '../../domain/reminder/plan-day'
import { resolveRecipients } from '../../domain/reminder/recipients'
import type { Desk } from './desk'

/** All that is due of one send time must be seen together to become one message per person (B6); more than this is no hospital. */
export const GATHERED_AT_MOST = 5_000

export interface Gathered { due: readonly Due[]; facts: DayFacts }

/** Reads what planning needs: the due certificates, the people they name, and what was written about them today. */
export async function gather({ store, clock, institutionId, senders, ready }: Desk): Promise<Gathered> {
  const now = clock.now()
  const due = await dueCertificates(store, institutionId, { now, limit: GATHERED_AT_MOST })
  const certificates = due.map(({ certificate }) => certificate)
  const accountIds = [...new Set(certificates.flatMap((certificate) => resolveRecipients(certificate).map(({ accountId }) => accountId)))]
  const mentions = certificates.map(({ id, cycle }) => mention(id, cycle))
  const slots = [...new Set(certificates.map(({ nextAt }) => timeOf(nextAt)))]
  const [recipients, stored] = due.length === 0 ? [[], []] : await Promise.all([
    contactsFor({ store, institutionId, accountIds, senders }),
    storedOfDay(store, { institutionId, day: dayOf(now), mentions, slots }),
  ])
  return { due, facts: { institutionId, now, certificates, recipients, stored, ready } }
}
