import type { Collection, Documents } from '../documents'
import type { Transaction } from '../ports'
import { isStoreError } from '../store-error'
import type { Database } from './app'
import { sdkChange } from './conditions'
import { refuseChange, refuseDocument, refuseId } from './refusals'
import { asking } from './troubles'

/** Waits before the next attempt; `attempt` counts from 1. */
export type Waiting = (attempt: number) => Promise<void>

const RETRIES = 3

interface SdkDocument {
  get(): Promise<{ data: unknown }>
  set(data: object): Promise<unknown>
  update(data: object): Promise<unknown>
  remove(): Promise<unknown>
}
interface SdkTransaction {
  collection(name: string): { doc(id: string): SdkDocument; add(data: object): Promise<unknown> }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

/** Inside a transaction only doc() and add: a `where` write or a count would silently run outside of it (trap 1 of the SDK). */
function overSdk(sdk: SdkTransaction, db: Database): Transaction {
  const at = (collection: Collection, id: string): SdkDocument => {
    refuseId(id)
    return sdk.collection(collection).doc(id)
  }
  return {
    async get<C extends Collection>(collection: C, id: string) {
      const { data } = await asking(() => at(collection, id).get())
      return (data ?? null) as Documents[C] | null
    },
    async add(collection, doc) {
      refuseDocument(doc)
      await asking(() => sdk.collection(collection).add(doc))
    },
    async set(collection, doc) {
      refuseDocument(doc)
      const { _id, ...rest } = doc
      await asking(() => at(collection, _id).set(rest))
    },
    async change(collection, id, change) {
      refuseChange(change)
      await asking(() => at(collection, id).update(sdkChange(change, db.command)))
    },
    async remove(collection, id) {
      await asking(() => at(collection, id).remove())
    },
  }
}

async function attempt<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const sdk = (await asking(() => db.startTransaction())) as SdkTransaction
  try {
    const result = await work(overSdk(sdk, db))
    await asking(() => sdk.commit())
    return result
  } catch (thrown) {
    await sdk.rollback().catch(() => undefined)
    throw thrown
  }
}

/** Runs `work` in one snapshot transaction; when another one was faster it runs again, up to three times more. */
export async function runTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>, waiting: Waiting): Promise<T> {
  for (let attempts = 1; attempts <= RETRIES; attempts += 1) {
    const done = await unlessConflict(() => attempt(db, work))
    if (done) return done.result
    await waiting(attempts)
  }
  return attempt(db, work)
}

async function unlessConflict<T>(run: () => Promise<T>): Promise<{ result: T } | null> {
  try {
    return { result: await run() }
  } catch (thrown) {
    if (isStoreError(thrown, 'conflict')) return null
    throw thrown
  }
}
