import type { Where } from '../ports'

/** The condition that every question about an institution's documents carries. Throws on a blank id: it would mean everybody's. */
export function ofInstitution(institutionId: string): Where {
  if (typeof institutionId !== 'string' || institutionId === '') throw new TypeError('a question to the store names no institution')
  return { institutionId }
}

/** A document of another institution does not exist. */
export function ownedBy<T extends { institutionId: string }>(doc: T | null, institutionId: string): T | null {
  ofInstitution(institutionId)
  return doc?.institutionId === institutionId ? doc : null
}
