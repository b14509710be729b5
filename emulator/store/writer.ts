import type { Collection } from './catalog'
import { uniqueKeys, type DocumentFile, type UniqueKey } from './document-file'
import type { View } from './find-documents'
import type { Files } from './lmdb-files'
import type { Locks } from './lock-table'
import type { Document } from './types'
import { applies } from '../rules/rules'

/** How an operation reads and writes: at once, or within a transaction. */
export interface Writer {
  view(collection: Collection): View
  get(collection: Collection, id: string): Document | null
  /** Puts `after` in the place of `before`; null stands for no document. */
  write(collection: Collection, before: Document | null, after: Document | null): void
}

/** A plain operation must stop and go on later: when a lock is free, or (no lock) in the next LMDB transaction, as this one is full. */
export class Interrupted extends Error {
  constructor(readonly lock: string | null) {
    super(lock === null ? 'The LMDB transaction is full.' : 'A transaction holds this document.')
  }
}

/**
 * How many documents one LMDB transaction takes of a plain operation. Each of them frees pages all over the indexes, and lmdb goes
 * through all freed pages at every later commit: measured at 200,000 documents, a commit took 25 ms after writes by 2000, 1 ms after writes by 250.
 */
const FULL = 250

export const documentLock = (collection: Collection, id: string): string => `d${collection.number}:${id}`

export const uniqueLock = ({ index, key }: UniqueKey): string => `u${index.number}:${key}`

/** Every unique key that a write gives up or takes. */
export const touchedKeys = (collection: Collection, before: Document | null, after: Document | null): UniqueKey[] => {
  const keys = [before, after].flatMap((document) => (document ? uniqueKeys(collection, document) : []))
  return [...new Map(keys.map((key) => [uniqueLock(key), key])).values()]
}

export interface Stage { files: Files; documents: DocumentFile; locks: Locks }

const UNCHANGED: ReadonlyMap<string, Document | null> = new Map()

/** Writes into LMDB's current transaction, for one run of an operation; what an open transaction has locked interrupts it. */
export const plainWriter = ({ files, documents, locks }: Stage): Writer => {
  let room = FULL

  const refuseLocked = (lock: string): void => {
    if (locks.holder(lock) !== undefined && applies('transaction.blocks')) throw new Interrupted(lock)
  }

  const write = (collection: Collection, before: Document | null, after: Document | null): void => {
    if (room === 0) throw new Interrupted(null)
    refuseLocked(documentLock(collection, (after ?? before)?._id ?? ''))
    for (const key of touchedKeys(collection, before, after)) refuseLocked(uniqueLock(key))
    if (after) documents.put(collection, after, before)
    else if (before) documents.remove(collection, before)
    room -= 1
  }

  return {
    view: (collection) => ({ files, collection, changed: UNCHANGED }),
    get: (collection, id) => documents.get(collection, id)?.document ?? null,
    write,
  }
}
