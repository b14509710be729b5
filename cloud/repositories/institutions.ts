import { tidy } from '../../domain/kernel/text'
import type { InstitutionDoc } from '../documents'
import type { DocumentStore } from '../ports'

/** By its full name, as people type it when they sign in. */
export async function institutionNamed(store: DocumentStore, name: string): Promise<InstitutionDoc | null> {
  const wanted = tidy(name)
  if (wanted === '') return null
  const [found] = await store.find('institutions', { name: wanted }, { limit: 1 })
  return found ?? null
}

/** By id, in no order. */
export async function institutionsByIds(store: DocumentStore, ids: readonly string[]): Promise<InstitutionDoc[]> {
  const wanted = [...new Set(ids)]
  return wanted.length === 0 ? [] : store.find('institutions', { _id: { in: wanted } }, { limit: wanted.length })
}

/** More hospitals than one installation has. */
const MOST = 5000

/** By name. */
export const everyInstitution = (store: DocumentStore): Promise<InstitutionDoc[]> => store.find('institutions', {}, { sort: [['name', 1]], limit: MOST, fields: ['_id', 'name', 'createdAt'] })
