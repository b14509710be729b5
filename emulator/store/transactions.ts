import { randomUUID } from 'node:crypto'
import { clearTimeout, setTimeout } from 'node:timers'
import type { Collection } from './catalog'
import { entryKey, keysOf } from './index-keys'
import type { Snapshot } from './lmdb-files'
import { StoreError, writeConflict } from './store-error'
import type { Document } from './types'
import { claimUniqueKeys, type Holders } from './unique-claims'
import { documentLock, type Stage, type Writer } from './writer'
import { applies } from '../rules/rules'

/** An open transaction: what it sees of LMDB, and what it changed and nobody else sees. */
interface Transaction {
  id: string
  snapshot: Snapshot | null
  changes: Map<Collection, Map<string, Document | null>>
  holders: Holders
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
  if (!locks.take(key, transaction.id) && applies('transaction.lock')) throw writeConflict()
}

const refuseNewer = (transaction: Transaction, { collection, id }: { collection: Collection; id: string }, stage: Stage): void => {
  if (!applies('transaction.newer')) return
  const seen = stage.documents.get(collection, id, snapshotOf(transaction, stage))
  if (seen?.version !== stage.documents.get(collection, id)?.version) throw writeConflict()
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
  view: (collection) => ({
    files: stage.files, collection, snapshot: applies('transaction.snapshot') ? snapshotOf(transaction, stage) : undefined,
    changed: (applies('transaction.own-writes') && transaction.changes.get(collection)) || NONE,
  }),
  get: (collection, id) => {
    const own = transaction.changes.get(collection)?.get(id)
    return own === undefined ? stage.documents.get(collection, id, snapshotOf(transaction, stage))?.document ?? null : own
  },
  write: (collection, before, after) => {
    const id = (after ?? before)?._id ?? ''
    if (after) refuseUnindexable(collection, after)
    lock(transaction, documentLock(collection, id), stage)
    refuseNewer(transaction, { collection, id }, stage)
    claimUniqueKeys({ ...transaction, snapshot: snapshotOf(transaction, stage) }, { collection, before, after }, stage)
    changesOf(transaction, collection).set(id, after)
  },
})

const removeOld = (collection: Collection, ids: Iterable<string>, { documents }: Stage): void => {
  for (const id of ids) {
    const old = documents.get(collection, id)
    if (old) documents.remove(collection, old.document)
  }
}

/** Takes all old documents out before the new ones come in: unique keys may have changed hands among them. */
const applyChanges = ({ changes }: Transaction, stage: Stage): void => {
  for (const [collection, documents] of changes) {
    removeOld(collection, documents.keys(), stage)
    const added = [...documents.values()].filter((document) => document !== null)
    added.forEach((document) => stage.documents.put(collection, document, null))
  }
}

/** Transactions that an error has ended: their owner does not know it yet and may still give them up. */
const createEnded = (lifeMs: number) => {
  const ids = new Set<string>()
  const add = (id: string): void => {
    ids.add(id)
    setTimeout(() => ids.delete(id), lifeMs).unref()
  }
  return { add, forget: (id: string): boolean => ids.delete(id) }
}

/**
 * Transactions as CloudBase documents them: they see one moment, begun at their first operation, and their own writes. The first writer
 * wins: who meets another one's lock, or a document newer than what he sees, fails at once.
 * @param lifeMs a transaction that is open longer is given up
 */
export const createTransactions = (stage: Stage, lifeMs: number): Transactions => {
  const open = new Map<string, Transaction>()
  const ended = createEnded(lifeMs)

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
    open.set(id, { id, snapshot: applies('transaction.first-operation') ? null : stage.files.root.useReadTransaction(), changes: new Map(), holders: new Map(), timer: setTimeout(() => applies('transaction.life') && end(id), lifeMs).unref() })
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
      if (!applies('transaction.error-ends')) throw error
      end(id)
      ended.add(id)
      throw error
    }
  }

  const abort = (id: string): void => {
    if (ended.forget(id) && applies('transaction.rollback-after-error')) return
    named(id)
    end(id)
  }

  const writer = (id: string): Writer => writerOf(named(id), stage)

  return { begin, writer, attempt, apply: (id) => (open.has(id) || applies('transaction.gone') ? applyChanges(named(id), stage) : undefined), end, abort, abortAll: () => [...open.keys()].forEach(end) }
}
