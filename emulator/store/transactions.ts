import { randomUUID } from 'node:crypto'
import { clearTimeout, setTimeout } from 'node:timers'
import type { Collection } from './catalog'
import { refuseDuplicate } from './document-file'
import { entryKey, keysOf } from './index-keys'
import type { Snapshot } from './lmdb-files'
import { StoreError, writeConflict } from './store-error'
import type { Document } from './types'
import { documentLock, touchedKeys, uniqueLock, type Stage, type Writer } from './writer'

/** An open transaction: what it sees of LMDB, and what it changed and nobody else sees. */
interface Transaction {
  id: string
  snapshot: Snapshot | null
  changes: Map<Collection, Map<string, Document | null>>
  /** Who holds a unique key in this transaction's eyes, where it changed that. */
  keys: Map<string, string | null>
  timer: NodeJS.Timeout
}

export interface Transactions {
  begin(): string
  /** @throws StoreError DATABASE_TRANSACTION_FAIL when there is no such transaction any more. */
  writer(id: string): Writer
  /** Runs a write in a transaction; an error ends the transaction, as in MongoDB. */
  attempt<T>(id: string, work: (writer: Writer) => T): T
  /** Writes everything into LMDB's current transaction; the locks stay until `end`. */
  apply(id: string): void
  end(id: string): void
  /** Gives it up; one that an error has ended already may be given up once more. */
  abort(id: string): void
  abortAll(): void
}

const NONE: ReadonlyMap<string, Document | null> = new Map()

const gone = (id: string): StoreError => new StoreError('DATABASE_TRANSACTION_FAIL', `Transaction ${id} does not exist: it was committed, given up, or has expired.`)

/** The first operation decides what a transaction sees, not its start. */
const snapshotOf = (transaction: Transaction, { files }: Stage): Snapshot => {
  transaction.snapshot ??= files.root.useReadTransaction()
  return transaction.snapshot
}

const lock = (transaction: Transaction, key: string, { locks }: Stage): void => {
  if (!locks.take(key, transaction.id)) throw writeConflict()
}

const refuseNewer = (transaction: Transaction, { collection, id }: { collection: Collection; id: string }, stage: Stage): void => {
  const seen = stage.documents.get(collection, id, snapshotOf(transaction, stage))
  if (seen?.version !== stage.documents.get(collection, id)?.version) throw writeConflict()
}

interface Write { collection: Collection; before: Document | null; after: Document | null }

/** Locks the unique keys of a write and refuses those that another document holds. */
const takeKeys = (transaction: Transaction, { collection, before, after }: Write, stage: Stage): void => {
  for (const touched of touchedKeys(collection, before, after)) {
    const key = uniqueLock(touched)
    lock(transaction, key, stage)
    const seen = stage.documents.holder(touched.index, touched.key, snapshotOf(transaction, stage))
    if (seen !== stage.documents.holder(touched.index, touched.key)) throw writeConflict()
    const holder = transaction.keys.has(key) ? transaction.keys.get(key) : seen
    const wants = after !== null && keysOf(touched.index, after).keys.some((own) => own === touched.key)
    if (after && wants && holder && holder !== after._id) refuseDuplicate(collection, touched.index, after)
    transaction.keys.set(key, wants && after ? after._id : null)
  }
}

const refuseUnindexable = (collection: Collection, document: Document): void => {
  for (const index of collection.indexes) for (const key of keysOf(index, document).keys) entryKey(index, key, document._id)
}

const changesOf = (transaction: Transaction, collection: Collection): Map<string, Document | null> => {
  const changes = transaction.changes.get(collection) ?? new Map<string, Document | null>()
  transaction.changes.set(collection, changes)
  return changes
}

const writerOf = (transaction: Transaction, stage: Stage): Writer => ({
  view: (collection) => ({ files: stage.files, collection, snapshot: snapshotOf(transaction, stage), changed: transaction.changes.get(collection) ?? NONE }),
  get: (collection, id) => {
    const own = transaction.changes.get(collection)?.get(id)
    return own === undefined ? stage.documents.get(collection, id, snapshotOf(transaction, stage))?.document ?? null : own
  },
  write: (collection, before, after) => {
    const id = (after ?? before)?._id ?? ''
    if (after) refuseUnindexable(collection, after)
    lock(transaction, documentLock(collection, id), stage)
    refuseNewer(transaction, { collection, id }, stage)
    takeKeys(transaction, { collection, before, after }, stage)
    changesOf(transaction, collection).set(id, after)
  },
})

/** Takes all old documents out before the new ones come in: unique keys may have changed hands among them. */
const applyChanges = (transaction: Transaction, { documents }: Stage): void => {
  for (const [collection, changes] of transaction.changes) {
    for (const id of changes.keys()) {
      const old = documents.get(collection, id)
      if (old) documents.remove(collection, old.document)
    }
    for (const document of changes.values()) if (document) documents.put(collection, document, null)
  }
}

/**
 * Transactions as CloudBase documents them: they see one moment, begun at their first operation, and their own writes. The first writer
 * wins: who meets another one's lock, or a document newer than what he sees, fails at once.
 * @param lifeMs a transaction that is open longer is given up
 */
export const createTransactions = (stage: Stage, lifeMs: number): Transactions => {
  const open = new Map<string, Transaction>()
  const ended = new Set<string>()

  const end = (id: string): void => {
    const transaction = open.get(id)
    if (!transaction) return
    open.delete(id)
    clearTimeout(transaction.timer)
    transaction.snapshot?.done()
    stage.locks.release(id)
  }

  const begin = (): string => {
    const id = randomUUID()
    const timer = setTimeout(() => end(id), lifeMs)
    timer.unref()
    open.set(id, { id, snapshot: null, changes: new Map(), keys: new Map(), timer })
    return id
  }

  const named = (id: string): Transaction => {
    const transaction = open.get(id)
    if (!transaction) throw gone(id)
    return transaction
  }

  const attempt = <T>(id: string, work: (writer: Writer) => T): T => {
    const transaction = named(id)
    try {
      return work(writerOf(transaction, stage))
    } catch (error) {
      end(id)
      ended.add(id)
      setTimeout(() => ended.delete(id), lifeMs).unref()
      throw error
    }
  }

  const abort = (id: string): void => {
    if (ended.delete(id)) return
    named(id)
    end(id)
  }

  return {
    begin, attempt, end, abort,
    writer: (id) => writerOf(named(id), stage),
    apply: (id) => applyChanges(named(id), stage),
    abortAll: () => [...open.keys()].forEach(end),
  }
}
