import type { Collection } from '../documents'
import type { DocumentStore, Where } from '../ports'

/** Removes the oldest documents that match, at most `most`, and answers how many went. `by` is the field of their age; an index holds it. */
export async function removeOldest(store: DocumentStore, litter: { collection: Collection; where: Where; by: string }, most: number): Promise<number> {
  const { collection, where, by } = litter
  const found = await store.find(collection, where, { sort: [[by, 1]], limit: most, fields: ['_id'] })
  if (found.length === 0) return 0
  // The age is asked again: one that was renewed meanwhile stays.
  await store.remove(collection, { ...where, _id: { in: found.map(({ _id }) => _id) } })
  return found.length
}
