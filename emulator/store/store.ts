import { performance } from 'node:perf_hooks'
import { aggregateDocuments } from './aggregate-documents'
import { openCatalog, type Catalog } from './catalog'
import { claimFolder, type Claim } from './data-folder'
import { openDocumentFile } from './document-file'
import { countDocuments, findDocuments, type View } from './find-documents'
import { openFiles, type Files } from './lmdb-files'
import { createLocks } from './lock-table'
import { insertion, modification, removal, type Operation } from './operations'
import { declareSchema } from './schema-upkeep'
import { requestFailed } from './store-error'
import { received } from './stored-value'
import { createTransactions, type Transactions } from './transactions'
import type { Schema, Store } from './types'
import { createWriteQueue, type WriteQueue } from './write-queue'
import { Interrupted, plainWriter, type Stage, type Writer } from './writer'
import { applies } from '../rules/rules'

export interface StoreOptions {
  /** Where the data lie; made when missing. Anything in it that is not a store's is left alone and refused. */
  folder: string
  schema: Schema
  /** The clock behind `serverDate`. */
  now: () => Date
  /** How long a plain write waits for a transaction's lock, in milliseconds of real time. */
  lockWaitMs?: number
  /** How long a transaction may stay open, in milliseconds of real time. */
  transactionLifeMs?: number
  /** false: a write survives the end of the process, but not that of the machine. For filling and simulating, never to keep data. */
  flush?: boolean
}

const LOCK_WAIT_MS = 5000
const TRANSACTION_LIFE_MS = 30_000
const FOR_EVER_MS = 2 ** 31 - 1

interface Desk { stage: Stage; catalog: Catalog; queue: WriteQueue; transactions: Transactions; lockWaitMs: number }

/** Runs a write at once; while a transaction holds what it needs, it waits and then goes on. */
const writeAtOnce = async <T>({ stage, queue, lockWaitMs }: Desk, operation: Operation<T>): Promise<T> => {
  const deadline = performance.now() + lockWaitMs
  for (;;) {
    const outcome = await queue.run(() => attempt(operation, plainWriter(stage)))
    if (!(outcome instanceof Interrupted)) return outcome
    const left = applies('transaction.wait-ends') ? deadline - performance.now() : FOR_EVER_MS
    const free = outcome.lock === null || await stage.locks.free(outcome.lock, left)
    if (!free) throw requestFailed(`lock wait timeout: an open transaction held the document for more than ${lockWaitMs} ms`)
  }
}

const attempt = <T>(operation: Operation<T>, writer: Writer): T | Interrupted => {
  try {
    return operation(writer)
  } catch (error) {
    if (error instanceof Interrupted) return error
    throw error
  }
}

const write = async <T>(desk: Desk, operation: Operation<T>, transactionId: string | undefined): Promise<T> =>
  transactionId === undefined || !applies('transaction.isolation') ? writeAtOnce(desk, operation) : desk.transactions.attempt(transactionId, operation)

const commit = async ({ queue, transactions }: Desk, id: string): Promise<void> => {
  try {
    if (applies('transaction.commit')) await queue.run(() => transactions.apply(id))
  } finally {
    transactions.end(id)
  }
}

const openDesk = ({ schema, lockWaitMs = LOCK_WAIT_MS, transactionLifeMs = TRANSACTION_LIFE_MS }: StoreOptions, files: Files): Desk => {
  const catalog = openCatalog(files, schema)
  const documents = openDocumentFile(files, catalog)
  declareSchema({ files, catalog, documents }, schema)
  const stage: Stage = { files, documents, locks: createLocks() }
  return { stage, catalog, queue: createWriteQueue(files, documents), transactions: createTransactions(stage, transactionLifeMs), lockWaitMs }
}

const viewOf = ({ stage, catalog, transactions }: Desk, name: string, id?: string): View => {
  const collection = catalog.named(name)
  return (id === undefined ? plainWriter(stage) : transactions.writer(id)).view(collection)
}

const readingOf = (desk: Desk, now: () => Date): Pick<Store, 'collections' | 'find' | 'count' | 'aggregate'> => ({
  collections: () => desk.catalog.all().map(({ name }) => name),
  find: (name, ...[query, options, id]) => findDocuments(viewOf(desk, name, id), received(query, now()), options),
  count: (name, query) => countDocuments(viewOf(desk, name), received(query, now()), desk.stage.documents.size(desk.catalog.named(name))),
  aggregate: (name, stages) => aggregateDocuments(viewOf(desk, name), received(stages, now()), (other, query) => findDocuments(viewOf(desk, other), query).docs),
})

const writingOf = (desk: Desk, now: () => Date): Pick<Store, 'insert' | 'modify' | 'remove' | 'createCollection' | 'clear'> => ({
  insert: async (name, docs, id) => write(desk, insertion(desk.catalog.named(name), received(docs, now())), id),
  modify: async (name, ...[query, change, { transactionId, ...how }]) =>
    write(desk, modification({ collection: desk.catalog.named(name), ...received({ query, change }, now()), ...how }), transactionId),
  remove: async (name, query, { multi, transactionId }) => write(desk, removal(desk.catalog.named(name), received(query, now()), multi), transactionId),
  createCollection: (name) => desk.queue.run(() => {
    const isThere = desk.catalog.all().some((collection) => collection.name === name)
    if (!applies(isThere ? 'collection.exists' : 'collection.create')) return
    desk.catalog.add(name)
    desk.catalog.save()
  }),
  clear: async () => {
    desk.transactions.abortAll()
    await desk.queue.run(() => desk.stage.documents.clear())
  },
})

const storeOf = async (options: StoreOptions, files: Files, claim: Claim): Promise<Store> => {
  const desk = await declared(options, files)
  const { transactions, queue } = desk
  claim.ready()
  let isOpen = true
  const close = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    transactions.abortAll()
    await queue.idle()
    await files.root.close()
    claim.release()
  }
  return { ...readingOf(desk, options.now), ...writingOf(desk, options.now), begin: transactions.begin, commit: (id) => commit(desk, id), abort: async (id) => (applies('transaction.rollback') ? transactions.abort(id) : commit(desk, id)), close }
}

const declared = async (options: StoreOptions, files: Files): Promise<Desk> => {
  try {
    return openDesk(options, files)
  } catch (error) {
    await files.root.close()
    throw error
  }
}

/**
 * Opens the store of a folder: documents and indexes in LMDB, transactions as CloudBase has them. A write has reached the disk when its
 * promise resolves. After a crash it opens as it was at the last commit.
 * @throws StoreError DATA_FOLDER_REFUSED when the folder is another's, damaged or in use; E11000 when a new unique index is not
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const claim = claimFolder(options.folder)
  try {
    const files = openFiles(claim.dataFile, options.flush ?? true)
    return await storeOf(options, files, claim)
  } catch (error) {
    claim.release()
    throw error
  }
}
