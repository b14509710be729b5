import type { Transaction } from '../ports'

/** Documents that one change may write (architecture §3): what is larger is a job, not a transaction. */
export const MOST_DOCUMENTS = 50
/** What the gate itself writes: the `requests` entry and one audit entry. */
export const GATE_DOCUMENTS = 2

/** Counts the documents that are written; one too many is a mistake of ours, found before the cloud finds it. */
export function boundedTransaction(tx: Transaction): Transaction {
  const written = new Set<string>()
  const count = (collection: string, id: string): void => {
    written.add(`${collection}/${id}`)
    if (written.size > MOST_DOCUMENTS) throw new RangeError(`more than ${MOST_DOCUMENTS} documents in one transaction`)
  }
  return {
    get: (collection, id) => tx.get(collection, id),
    add(collection, doc) {
      count(collection, doc._id)
      return tx.add(collection, doc)
    },
    set(collection, doc) {
      count(collection, doc._id)
      return tx.set(collection, doc)
    },
    change(collection, id, change) {
      count(collection, id)
      return tx.change(collection, id, change)
    },
    remove(collection, id) {
      count(collection, id)
      return tx.remove(collection, id)
    },
  }
}
