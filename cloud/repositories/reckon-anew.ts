import { plusMinutes } from '../../domain/kernel/civil-day'
import { DEFAULT_INSTITUTION_RULES } from '../../domain/institution/rules'
import type { InstitutionRulesDoc } from '../documents'
import type { DocumentStore, Transaction, Where } from '../ports'
import { ofInstitution } from './of-institution'
import { institutionRulesDoc } from './rules'

/** Reasons for which a certificate may be told again when rules change. What was handled or revoked stays silent. */
const MOVABLE = [null, 'expired', 'last-told', 'silent-to-the-end', 'no-recipient']

const MINUTES_OF_DAY = 24 * 60

type Wanted = NonNullable<InstitutionRulesDoc['reckonAnew']>

/** Everything that was asked for and is not done yet, and this as well. */
function together(open: Wanted | null, typeIds: string[] | null, now: Date): Wanted {
  const all = typeIds === null || (open !== null && open.typeIds === null)
  return { typeIds: all ? null : [...new Set([...(open?.typeIds ?? []), ...(typeIds ?? [])])], since: now }
}

export interface By { institutionId: string; accountId: string; now: Date }

/** The document that rules are kept in, made when nobody saved any. */
export const rulesDocOr = (doc: InstitutionRulesDoc | null, { institutionId, accountId, now }: By): InstitutionRulesDoc => doc ?? {
  _id: institutionId, schema: 1, institutionId, version: 0, createdBy: accountId, createdAt: now, updatedBy: accountId, updatedAt: now,
  rules: DEFAULT_INSTITUTION_RULES, reckonAnew: null,
}

export const askToReckon = (doc: InstitutionRulesDoc, typeIds: string[] | null, now: Date): InstitutionRulesDoc => ({ ...doc, reckonAnew: together(doc.reckonAnew, typeIds, now) })

/** Writes down, with the change itself, that these types' certificates (null: all) are to be reckoned anew: a crash after it loses nothing. */
export async function wantReckoning(tx: Transaction, by: By, typeIds: string[] | null): Promise<void> {
  await tx.set('institution_rules', askToReckon(rulesDocOr(await institutionRulesDoc(tx, by.institutionId), by), typeIds, by.now))
}

/**
 * Hands the certificates to the engine: each becomes due under a day that is over, so that `deliver` looks at it in its own batches, tells
 * nobody before 发送时间 of today and nobody twice, and finds its next instant by the rules as they are. Repeated after a crash it does the same.
 * The instant is of this very call: a certificate that `deliver` has read after an earlier change of rules must not look as it did then.
 */
export async function reckonAnew(store: DocumentStore, institutionId: string, now: Date): Promise<number> {
  const wanted = (await institutionRulesDoc(store, institutionId))?.reckonAnew ?? null
  if (wanted === null) return 0
  const ofTypes: Where = wanted.typeIds === null ? {} : { typeId: { in: wanted.typeIds } }
  const nextAt = plusMinutes(now, -MINUTES_OF_DAY)
  const touched = await store.update('certificates', { ...ofInstitution(institutionId), ...ofTypes, longTerm: false, 'reminder.holdReason': { in: MOVABLE } }, { set: { 'reminder.nextAt': nextAt } })
  await store.update('institution_rules', { ...ofInstitution(institutionId), _id: institutionId, 'reckonAnew.since': wanted.since }, { set: { reckonAnew: null } })
  return touched
}

/** What a lost call left undone, of all institutions. Answers how many it looked after. */
export async function reckonLeftOver(store: DocumentStore, now: Date, most: number): Promise<number> {
  const docs = await store.find('institution_rules', { 'reckonAnew.since': { to: now } }, { limit: most, fields: ['institutionId'] })
  for (const { institutionId } of docs) await reckonAnew(store, institutionId, now)
  return docs.length
}
