import type { Collection, Documents } from '../documents'
import type { Transaction } from '../ports'
import { isStoreError, StoreError } from '../store-error'
import { kept } from './kept'
import { changed, type Doc, type Observer, type Shelves } from './memory-shelves'

/** Documents that open transactions have written: whoever else writes them waits, or is in conflict. */
export interface Locks {
  /** Resolves when its holder has ended; null: it is free. */
  held(collection: Collection, id: string): Promise<void> | null
}

export interface Transactions extends Locks {
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

/** As cloud/tcb: the first attempt and three more. */
const ATTEMPTS = 4

interface Touched { collection: Collection; id: string; doc: Doc | null }

interface Open {
  /** What others have changed since its first operation, as it was then. */
  before: Map<string, Doc | null>
  changes: Map<string, Touched>
  /** The first operation decides what it sees, not its start. */
  begun: boolean
  over: boolean
  /** Resolves at its end. */
  ended: Promise<void>
  /** Who held what it wanted. */
  blockedBy: Promise<void> | null
}

const keyOf = (collection: Collection, id: string): string => `${collection}/${id}`

/** The store under transactions that see one moment and their own writes; the first writer wins, as CloudBase documents it and the emulator does it. */
export function openTransactions(shelves: Shelves): Transactions {
  const holders = new Map<string, Open>()
  return {
    held: (collection, id) => holders.get(keyOf(collection, id))?.ended ?? null,
    async run(work) {
      for (let attempt = 1; ; attempt += 1) {
        const done = await once({ shelves, holders }, work)
        if (!done.conflict) return done.result
        if (attempt === ATTEMPTS) throw done.conflict
        await done.blockedBy
      }
    },
  }
}

interface Ground { shelves: Shelves; holders: Map<string, Open> }
type Done<T> = { conflict: null; result: T } | { conflict: Error; blockedBy: Promise<void> | null }

async function once<T>(ground: Ground, work: (tx: Transaction) => Promise<T>): Promise<Done<T>> {
  const { shelves, holders } = ground
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => { end = resolve })
  const open: Open = { before: new Map(), changes: new Map(), begun: false, over: false, ended, blockedBy: null }
  const observe: Observer = (collection, id, before) => {
    const key = keyOf(collection, id)
    if (open.begun && !open.before.has(key)) open.before.set(key, before)
  }
  shelves.observers.add(observe)
  try {
    const result = await work(operations(ground, open))
    if (open.over) throw new StoreError('unavailable', 'the transaction is over: an operation in it had failed')
    shelves.observers.delete(observe)
    for (const { collection, id, doc } of open.changes.values()) shelves.put(collection, id, doc)
    return { conflict: null, result }
  } catch (thrown) {
    if (!isStoreError(thrown, 'conflict')) throw thrown
    return { conflict: thrown, blockedBy: open.blockedBy }
  } finally {
    open.over = true
    shelves.observers.delete(observe)
    for (const key of open.changes.keys()) holders.delete(key)
    end()
  }
}

function seen({ shelves }: Ground, open: Open, { collection, id }: { collection: Collection; id: string }): Doc | null {
  const key = keyOf(collection, id)
  const own = open.changes.get(key)
  if (own) return own.doc
  return open.before.has(key) ? open.before.get(key) ?? null : shelves.get(collection, id)
}

function write({ holders }: Ground, open: Open, { collection, id, doc }: Touched): void {
  const key = keyOf(collection, id)
  const holder = holders.get(key) ?? open
  if (holder !== open) open.blockedBy = holder.ended
  if (holder !== open || open.before.has(key)) throw new StoreError('conflict', `${key} was written by another one`)
  holders.set(key, open)
  open.changes.set(key, { collection, id, doc: kept(doc) })
}

function operations(ground: Ground, open: Open): Transaction {
  const sees = (collection: Collection, id: string): Doc | null => seen(ground, open, { collection, id })
  const writes = (collection: Collection, id: string, doc: unknown): void => write(ground, open, { collection, id, doc: doc as Doc | null })
  /** An error ends it, as in MongoDB. */
  const operation = async <T>(work: () => T): Promise<T> => {
    if (open.over) throw new StoreError('unavailable', 'the transaction is over')
    open.begun = true
    try {
      return work()
    } catch (thrown) {
      open.over = true
      throw thrown
    }
  }
  return {
    get: <C extends Collection>(collection: C, id: string) => operation(() => sees(collection, id) as Documents[C] | null),
    add: (collection, doc) => operation(() => {
      if (sees(collection, doc._id)) throw new StoreError('duplicate', `${collection} has ${doc._id}`)
      writes(collection, doc._id, doc)
    }),
    set: (collection, doc) => operation(() => writes(collection, doc._id, doc)),
    change: (collection, id, change) => operation(() => {
      const doc = sees(collection, id)
      if (doc) writes(collection, id, changed(doc, change))
    }),
    remove: (collection, id) => operation(() => {
      if (sees(collection, id)) writes(collection, id, null)
    }),
  }
}
