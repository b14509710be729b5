import { aggregateDocuments } from './aggregate-documents'
import { openCatalog, type Collection } from './catalog'
import { claimFolder } from './data-folder'
import { openDocumentFile } from './document-file'
import { countDocuments, findDocuments } from './find-documents'
import { openFiles } from './lmdb-files'
import { createLocks } from './lock-table'
import { insertion, modification, removal, type Operation } from './operations'
import { declareSchema } from './schema-upkeep'
import { requestFailed } from './store-error'
import { received } from './stored-value'
import { createTransactions, type Transactions } from './transactions'
import type { Schema, Store } from './types'
import { createWriteQueue, type WriteQueue } from './write-queue'
import { Blocked, plainWriter, type Stage, type Writer } from './writer'

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
}

const LOCK_WAIT_MS = 5000
const TRANSACTION_LIFE_MS = 30_000

interface Desk { stage: Stage; queue: WriteQueue; transactions: Transactions; lockWaitMs: number }

/** Runs a write at once; while a transaction holds what it needs, it waits and then goes on. */
const writeAtOnce = async <T>({ stage, queue, lockWaitMs }: Desk, operation: Operation<T>): Promise<T> => {
  const writer = plainWriter(stage)
  const deadline = performance.now() + lockWaitMs
  for (;;) {
    const outcome = await queue.run(() => attempt(operation, writer))
    if (!(outcome instanceof Blocked)) return outcome
    const free = await stage.locks.free(outcome.lock, deadline - performance.now())
    if (!free) throw requestFailed(`lock wait timeout: an open transaction held the document for more than ${lockWaitMs} ms`)
  }
}

const attempt = <T>(operation: Operation<T>, writer: Writer): T | Blocked => {
  try {
    return operation(writer)
  } catch (error) {
    if (error instanceof Blocked) return error
    throw error
  }
}

const write = async <T>(desk: Desk, operation: Operation<T>, transactionId: string | undefined): Promise<T> =>
  transactionId === undefined ? writeAtOnce(desk, operation) : desk.transactions.attempt(transactionId, operation)

const commit = async ({ queue, transactions }: Desk, id: string): Promise<void> => {
  try {
    await queue.run(() => transactions.apply(id))
  } finally {
    transactions.end(id)
  }
}

/**
 * Opens the store of a folder: documents and indexes in LMDB, transactions as CloudBase has them. A write has reached the disk when its
 * promise resolves. After a crash it opens as it was at the last commit.
 * @throws StoreError DATA_FOLDER_REFUSED when the folder is another's, damaged or in use; E11000 when a new unique index is not
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { folder, schema, now, lockWaitMs = LOCK_WAIT_MS, transactionLifeMs = TRANSACTION_LIFE_MS } = options
  const claim = claimFolder(folder)
  const files = openFiles(claim.dataFile)
  const catalog = openCatalog(files, schema)
  const documents = openDocumentFile(files, catalog)
  const stage: Stage = { files, documents, locks: createLocks() }
  const transactions = createTransactions(stage, transactionLifeMs)
  const queue = createWriteQueue(files, documents)
  const desk: Desk = { stage, queue, transactions, lockWaitMs }
  const plain = plainWriter(stage)
  const viewOf = (collection: Collection, id?: string) => (id === undefined ? plain : transactions.writer(id)).view(collection)
  declareSchema({ files, catalog, documents }, schema)
  claim.ready()

  const close = async (): Promise<void> => {
    transactions.abortAll()
    await queue.idle()
    await files.root.close()
    claim.release()
  }

  const clear = async (): Promise<void> => {
    transactions.abortAll()
    await queue.run(() => documents.clear())
  }

  return {
    collections: () => catalog.all().map(({ name }) => name),
    createCollection: (name) => queue.run(() => {
      catalog.add(name)
      catalog.save()
    }),
    insert: async (name, docs, id) => write(desk, insertion(catalog.named(name), received(docs, now())), id),
    find: (name, query, find, id) => findDocuments(viewOf(catalog.named(name), id), received(query, now()), find),
    count: (name, query) => {
      const collection = catalog.named(name)
      return countDocuments(viewOf(collection), received(query, now()), documents.size(collection))
    },
    modify: async (name, query, change, { transactionId, ...how }) =>
      write(desk, modification({ collection: catalog.named(name), ...received({ query, change }, now()), ...how }), transactionId),
    remove: async (name, query, { multi, transactionId }) => write(desk, removal(catalog.named(name), received(query, now()), multi), transactionId),
    aggregate: (name, stages) => aggregateDocuments(viewOf(catalog.named(name)), received(stages, now()), (other) => findDocuments(viewOf(catalog.named(other)), {}).docs),
    begin: transactions.begin,
    commit: (id) => commit(desk, id),
    abort: async (id) => transactions.abort(id),
    clear,
    close,
  }
}
