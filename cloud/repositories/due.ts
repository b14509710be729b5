import { dayOf, type CivilDay } from '../../domain/kernel/civil-day'
import { reachesNobody, type DueCertificate } from '../../domain/reminder/due'
import { nextSendAt } from '../../domain/reminder/plan'
import type { ReminderRules } from '../../domain/reminder/rules'
import type { CertificateDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

/** What deciding needs of a certificate; texts and scans stay where they are. */
const FACTS = [
  'institutionId', 'version', 'typeId', 'cycle', 'expiresOn', 'longTerm', 'leadDays', 'sendTime', 'channels', 'handling', 'createdBy', 'updatedBy', 'relatedRoles', 'recipientIds', 'reminder',
] as const

/** `in` conditions beyond this are asked in parts. */
export const PART = 500

export const inParts = <T>(list: readonly T[], size: number = PART): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/** The rules of a certificate's type in its institution. */
export interface Rulebook { rulesFor(typeId: string): ReminderRules }

/** As the engine sees a certificate that is due at `nextAt`. */
export const dueFacts = (doc: CertificateDoc, nextAt: Date, book: Rulebook): DueCertificate => ({
  id: doc._id, cycle: doc.cycle, expiresOn: doc.expiresOn, longTerm: doc.longTerm, leadDays: doc.leadDays, sendTime: doc.sendTime,
  channels: doc.channels, handling: doc.handling, createdBy: doc.createdBy, updatedBy: doc.updatedBy, relatedRoles: doc.relatedRoles,
  recipientIds: doc.recipientIds, nextAt, toldOn: doc.reminder.toldOn, rules: book.rulesFor(doc.typeId),
})

/** A due certificate, and what its version was when it was read. */
export interface Due { certificate: DueCertificate; version: number }

/** Institutions with a certificate or a delivery to work on, the longest waiting first: two indexed questions, whatever the size. */
export async function dueInstitutions(store: DocumentStore, now: Date, limit: number): Promise<string[]> {
  const [certificates, deliveries] = await Promise.all([
    store.group('certificates', { 'reminder.nextAt': { to: now } }, { by: 'institutionId', min: 'reminder.nextAt', limit }),
    store.group('deliveries', { dueAt: { to: now } }, { by: 'institutionId', min: 'dueAt', limit }),
  ])
  const waiting = [...certificates, ...deliveries].sort((a, b) => Number(a.min) - Number(b.min))
  return [...new Set(waiting.map(({ key }) => key))].slice(0, limit)
}

/** The institution's due certificates, the longest waiting first: what the engine sees of them by the rules that are read after them. */
export async function dueCertificates(store: DocumentStore, institutionId: string, { now, limit }: { now: Date; limit: number }): Promise<(book: Rulebook) => Due[]> {
  const where = { ...ofInstitution(institutionId), 'reminder.nextAt': { to: now } }
  const docs = await store.find('certificates', where, { sort: [['reminder.nextAt', 1]], limit, fields: FACTS })
  // Pages are cut while others save: one that moved between two of them must not come twice.
  const each = new Map(docs.map((doc) => [doc._id, doc]))
  return (book) => [...each.values()].flatMap((doc) => {
    const { nextAt } = doc.reminder
    return nextAt === null ? [] : [{ certificate: dueFacts(doc, nextAt, book), version: doc.version }]
  })
}

/** Holds that close today although nobody was told. Every other leaves it open: an expired one may be renewed an hour later, on its last day. */
const CLOSES_TODAY: readonly string[] = ['no-recipient', 'nobody-to-escalate']
/** A certificate that is dealt with for now; `hold`: nobody is told of it, and why. */
export interface Covered extends Due { hold: string | null }

/** Nothing about the plan says it, so it is written down beside the next instant, whatever else keeps it silent today. */
const tellsNobody = ({ certificate, hold }: Covered): boolean => hold !== null && reachesNobody(certificate)

interface Step { from: Date; version: number; next: Date | null; toldOn: CivilDay | null; holdReason: string | null }

function stepOf(covered: Covered, now: Date): Step {
  const { certificate, version, hold } = covered
  const told = hold === null || CLOSES_TODAY.includes(hold) ? dayOf(now) : certificate.toldOn
  const next = nextSendAt({ ...certificate, toldOn: told }, now)
  const kept = tellsNobody(covered) ? 'no-recipient' : null
  return { from: certificate.nextAt, version, next: next.at, toldOn: told, holdReason: next.at === null ? next.reason : kept }
}

/**
 * Moves each certificate to its next instant: one update per distinct step, and only of those that nobody saved since they were read, because
 * that has planned them anew. Answers whether all were moved: one that was saved, or handed to the engine again by a change of rules, was not.
 */
export async function advance(store: DocumentStore, institutionId: string, { covered, now }: { covered: readonly Covered[]; now: Date }): Promise<boolean> {
  const steps = new Map<string, { step: Step; ids: string[] }>()
  for (const each of covered) {
    const step = stepOf(each, now)
    const key = JSON.stringify(step)
    const known = steps.get(key)
    if (known) known.ids.push(each.certificate.id)
    else steps.set(key, { step, ids: [each.certificate.id] })
  }
  let moved = 0
  for (const { step, ids } of steps.values()) {
    const set = { 'reminder.nextAt': step.next, 'reminder.toldOn': step.toldOn, 'reminder.holdReason': step.holdReason }
    for (const part of inParts(ids)) {
      moved += await store.update('certificates', { ...ofInstitution(institutionId), _id: { in: part }, version: step.version, 'reminder.nextAt': step.from }, { set })
    }
  }
  return moved === covered.length
}
