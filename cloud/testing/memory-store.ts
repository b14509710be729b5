import type { Collection, Documents } from '../documents'
import type { DocumentStore, FindOptions, Where } from '../ports'
import { StoreError } from '../store-error'
import { page, grouped, tallied } from './memory-query'
import { changed, openShelves, type Doc, type Shelves } from './memory-shelves'
import { openTransactions, type Locks } from './memory-transaction'

export interface StoreCall { kind: 'read' | 'write'; name: string; collection: Collection | null }

export interface MemoryStore extends DocumentStore {
  /** Every call so far. */
  calls: StoreCall[]
  /** Runs before each call takes effect, and may throw in its place. */
  before(call: StoreCall): Promise<void> | void
  /** Runs after each call took effect, before it answers. */
  after(call: StoreCall): Promise<void> | void
  all<C extends Collection>(collection: C): Array<Documents[C]>
}

function addTo(shelves: Shelves, collection: Collection, doc: Doc): void {
  if (shelves.get(collection, doc._id)) throw new StoreError('duplicate', `${collection} has ${doc._id}`)
  shelves.put(collection, doc._id, doc)
}

type Calls = <T>(about: StoreCall, work: () => T | Promise<T>) => Promise<T>

const reads = (shelves: Shelves, call: Calls): Pick<DocumentStore, 'get' | 'find' | 'count' | 'group' | 'tally'> => {
  const read = <T>(name: string, collection: Collection, work: () => T): Promise<T> => call({ kind: 'read', name, collection }, work)
  return {
    get: <C extends Collection>(collection: C, id: string) => read('get', collection, () => shelves.get(collection, id) as Documents[C] | null),
    find: <C extends Collection>(collection: C, where: Where, options: FindOptions = {}) =>
      read('find', collection, () => page(shelves.find(collection, where), options) as unknown as Array<Documents[C]>),
    count: (collection, where) => read('count', collection, () => shelves.find(collection, where).length),
    group: (collection, where, options) => read('group', collection, () => grouped(shelves.find(collection, where), options)),
    tally: (collection, where, options) => read('tally', collection, () => tallied(shelves.find(collection, where), options)),
  }
}

interface Ground { shelves: Shelves; locks: Locks }
interface Asked { collection: Collection; where: Where }

/** Does to all that matches, in one step, once no open transaction holds any of it: a plain write waits, and then looks again. Answers how many. */
async function toAll({ shelves, locks }: Ground, { collection, where }: Asked, become: (doc: Doc) => Doc | null): Promise<number> {
  for (;;) {
    const found = shelves.find(collection, where)
    const held = found.map(({ _id }) => locks.held(collection, _id)).find((lock) => lock !== null)
    if (!held) {
      found.forEach((doc) => shelves.put(collection, doc._id, become(doc)))
      return found.length
    }
    await held
  }
}

async function addUnlocked(shelves: Shelves, locks: Locks, { collection, doc }: { collection: Collection; doc: Doc }): Promise<void> {
  for (let held = locks.held(collection, doc._id); held; held = locks.held(collection, doc._id)) await held
  addTo(shelves, collection, doc)
}

const writes = (shelves: Shelves, locks: Locks, call: Calls): Pick<DocumentStore, 'add' | 'update' | 'remove'> => {
  const write = <T>(name: string, collection: Collection, work: () => Promise<T>): Promise<T> => call({ kind: 'write', name, collection }, work)
  return {
    add: (collection, docs) => write('add', collection, async () => {
      for (const doc of docs) await addUnlocked(shelves, locks, { collection, doc: doc as unknown as Doc })
    }),
    update: (collection, where, change) => write('update', collection, () => toAll({ shelves, locks }, { collection, where }, (doc) => changed(doc, change))),
    remove: (collection, where) => write('remove', collection, () => toAll({ shelves, locks }, { collection, where }, () => null)),
  }
}

/**
 * The DocumentStore port over plain maps, for tests that need thousands of days or a crash between any two calls. Documents that it hands
 * out are frozen. It knows no unique key but `_id`.
 */
export function memoryStore(seed: Partial<{ [C in Collection]: ReadonlyArray<Documents[C]> }> = {}): MemoryStore {
  const shelves = openShelves()
  for (const [collection, docs] of Object.entries(seed)) docs.forEach((doc) => addTo(shelves, collection as Collection, doc as unknown as Doc))
  const transactions = openTransactions(shelves)
  const calls: StoreCall[] = []
  const call: Calls = async (about, work) => {
    calls.push(about)
    const held = store.before(about)
    if (held) await held
    const result = await work()
    const holding = store.after(about)
    if (holding) await holding
    return result
  }
  const store: MemoryStore = {
    ...reads(shelves, call),
    ...writes(shelves, transactions, call),
    calls,
    before: () => undefined,
    after: () => undefined,
    all: <C extends Collection>(collection: C) => shelves.all(collection) as unknown as Array<Documents[C]>,
    transaction: (work) => call({ kind: 'write', name: 'transaction', collection: null }, () => transactions.run(work)),
  }
  return store
}
