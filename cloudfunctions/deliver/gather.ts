import { dueCertificates, type Due } from '../../cloud/repositories/due'
import { storedOfDay } from '../../cloud/repositories/deliveries'
import { withEscalation } from '../../cloud/repositories/due-escalation'
import { contactsFor } from '../../cloud/repositories/due-recipients'
import { successorsOf } from '../../cloud/repositories/successors'
import { dayOf } from '../../domain/kernel/civil-day'
import { mention } from '../../domain/reminder/delivery-id'
import { slotOf, type DueCertificate } from '../../domain/reminder/due'
import type { DayFacts } from '../../domain/reminder/plan-day'
import { resolveRecipients } from '../../domain/reminder/recipients'
import type { Desk } from './desk'
import { readStanding, type Standing } from './standing'

/** All that is due of one send time must be seen together to become one message per person (B6); more than this is no hospital. */
export const GATHERED_AT_MOST = 5_000

export interface Gathered { due: readonly Due[]; facts: DayFacts }

/** Whom the certificates name and to whom they are escalated, and who is told in the place of those who have left (B20). */
async function peopleOf({ store, institutionId, senders }: Desk, certificates: readonly DueCertificate[], { slowed }: Standing): Promise<Pick<DayFacts, 'recipients' | 'successors'>> {
  const named = certificates.flatMap((certificate) => [...resolveRecipients(certificate).map(({ accountId }) => accountId), ...(certificate.escalatedIds ?? [])])
  const contacts = await contactsFor({ store, institutionId, accountIds: [...new Set(named)], senders, slowed })
  const left = contacts.filter(({ active }) => !active).map(({ accountId }) => accountId)
  const successors = await successorsOf(store, institutionId, left)
  const known = new Set(contacts.map(({ accountId }) => accountId))
  const further = [...new Set(successors.values())].filter((accountId) => !known.has(accountId))
  const more = further.length === 0 ? [] : await contactsFor({ store, institutionId, accountIds: further, senders, slowed })
  return { recipients: [...contacts, ...more], successors }
}

async function factsOf(desk: Desk, due: readonly Due[], { standing, now }: { standing: Standing; now: Date }): Promise<DayFacts> {
  const { store, institutionId } = desk
  const today = dayOf(now)
  const certificates = await withEscalation(store, institutionId, { certificates: due.map(({ certificate }) => certificate), today })
  const mentions = certificates.map(({ id, cycle }) => mention(id, cycle))
  const slots = [...new Set(certificates.map((certificate) => slotOf(certificate, today)))]
  const [people, stored] = await Promise.all([
    peopleOf(desk, certificates, standing),
    storedOfDay(store, { institutionId, day: today, mentions, slots }),
  ])
  return { institutionId, now, certificates, ...people, stored, ready: standing.ready, quietHours: standing.book.institution.quietHours }
}

/**
 * Reads what planning needs: the due certificates, the people they name, the rules, and what was written about them today. The rules after the
 * certificates: those that a change of rules hands to the engine must never be planned by the rules before it.
 */
export async function gather(desk: Desk): Promise<Gathered> {
  const { store, clock, institutionId } = desk
  const now = clock.now()
  const found = await dueCertificates(store, institutionId, { now, limit: GATHERED_AT_MOST })
  const standing = await readStanding(desk)
  const due = found(standing.book)
  if (due.length === 0) return { due, facts: { institutionId, now, certificates: [], recipients: [], stored: [] } }
  return { due, facts: await factsOf(desk, due, { standing, now }) }
}
