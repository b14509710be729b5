import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

/** Institutions that have no digest of this day: those that never had one, then the longest without. Two indexed questions, because a condition has no «or». */
export async function withoutDigest(store: DocumentStore, today: CivilDay, limit: number): Promise<string[]> {
  const fresh = await store.find('institutions', { digestOn: null }, { limit, fields: ['_id'] })
  const late = fresh.length >= limit ? [] : await store.find('institutions', { digestOn: { before: today } }, { sort: [['digestOn', 1]], limit: limit - fresh.length, fields: ['_id'] })
  return [...fresh, ...late].map(({ _id }) => _id)
}

/** Its managers have today's message. */
export async function digestDone(store: DocumentStore, institutionId: string, today: CivilDay): Promise<void> {
  ofInstitution(institutionId)
  await store.update('institutions', { _id: institutionId }, { set: { digestOn: today } })
}
