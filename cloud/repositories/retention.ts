import { addDays, type CivilDay } from '../../domain/kernel/civil-day'
import type { AuditDoc, InstitutionDoc } from '../documents'
import type { DocumentStore } from '../ports'

/** Days between two looks at one hospital: terms are counted in years. */
const EVERY_DAYS = 7

/** The hospital that was longest not looked at; null: none is due, after two indexed questions. */
export async function nextToRetain(store: DocumentStore, today: CivilDay): Promise<InstitutionDoc | null> {
  const [fresh] = await store.find('institutions', { retainedOn: null }, { limit: 1 })
  if (fresh) return fresh
  const [late] = await store.find('institutions', { retainedOn: { to: addDays(today, -EVERY_DAYS) } }, { sort: [['retainedOn', 1]], limit: 1 })
  return late ?? null
}

export const retained = (store: DocumentStore, { _id }: InstitutionDoc, today: CivilDay): Promise<number> => store.update('institutions', { _id }, { set: { retainedOn: today } })

/** Nobody did it: the hospital's own rule. */
const BY_RULE = { accountId: 'system', accountName: '系统' }

/** What a run threw away of a hospital, as its audit tells it. Kinds of which nothing went are left out. */
export const retentionEntry = ({ institution, at, gone }: { institution: InstitutionDoc; at: Date; gone: Readonly<Record<string, number>> }): AuditDoc => ({
  _id: `${institution._id}:retention:${at.toISOString()}`, schema: 1, institutionId: institution._id, at, ...BY_RULE, operation: 'retention.sweep', subject: institution._id,
  before: null, after: Object.fromEntries(Object.entries(gone).filter(([, count]) => count > 0)),
})
