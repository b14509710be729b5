import type { Collection, Documents } from '../documents'
import type { Change, DocumentStore, FindOptions, GroupOptions, TallyOptions, TallyRow, Transaction, Where } from '../ports'
import { StoreError } from '../store-error'
import { clone } from './clone'
import { matches, ordered, valueAt } from './memory-conditions'

type Doc = { _id: string } & Record<string, unknown>
type Shelves = Map<Collection, Map<string, Doc>>

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

const shelf = (shelves: Shelves, collection: Collection): Map<string, Doc> => {
  const known = shelves.get(collection)
  if (known) return known
  const fresh = new Map<string, Doc>()
  shelves.set(collection, fresh)
  return fresh
}

function put(doc: Doc, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at: Record<string, unknown> = doc
  for (const key of keys) {
    if (typeof at[key] !== 'object' || at[key] === null) at[key] = {}
    at = at[key] as Record<string, unknown>
  }
  at[last] = value
}

function changed(doc: Doc, { set = {}, increment = {} }: Change): Doc {
  const copy = clone(doc)
  for (const [path, value] of Object.entries(set)) put(copy, path, clone(value))
  for (const [path, by] of Object.entries(increment)) put(copy, path, Number(valueAt(copy, path) ?? 0) + by)
  return copy
}

const projected = (doc: Doc, fields?: readonly string[]): Doc =>
  clone(fields ? Object.fromEntries(['_id', ...fields].map((field) => [field, doc[field]])) as Doc : doc)

function sorted(docs: Doc[], sort: FindOptions['sort'] = []): Doc[] {
  return docs.sort((a, b) => {
    for (const [path, direction] of sort) {
      const order = ordered(valueAt(a, path), valueAt(b, path)) ?? 0
      if (order !== 0) return order * direction
    }
    return 0
  })
}

const addTo = (shelves: Shelves, collection: Collection, doc: Doc): void => {
  if (shelf(shelves, collection).has(doc._id)) throw new StoreError('duplicate', `${collection} has ${doc._id}`)
  shelf(shelves, collection).set(doc._id, clone(doc))
}

const find = (shelves: Shelves, collection: Collection, where: Where): Doc[] =>
  [...shelf(shelves, collection).values()].filter((doc) => matches(doc, where))

function overDocuments(shelves: Shelves): Transaction {
  return {
    get: <C extends Collection>(collection: C, id: string) => Promise.resolve(clone(shelf(shelves, collection).get(id) ?? null) as Documents[C] | null),
    add: async (collection, doc) => addTo(shelves, collection, doc as unknown as Doc),
    set: async (collection, doc) => { shelf(shelves, collection).set(doc._id, clone(doc) as unknown as Doc) },
    change: async (collection, id, change) => { shelf(shelves, collection).set(id, changed(shelf(shelves, collection).get(id) as Doc, change)) },
    remove: async (collection, id) => { shelf(shelves, collection).delete(id) },
  }
}

const grouped = (docs: Doc[], { by, min, limit }: GroupOptions): Array<{ key: string; min: unknown }> => {
  const groups = new Map<string, unknown>()
  for (const doc of docs) {
    const key = String(valueAt(doc, by))
    const value = valueAt(doc, min)
    if (!groups.has(key) || (ordered(value, groups.get(key)) ?? 0) < 0) groups.set(key, value)
  }
  return [...groups].map(([key, value]) => ({ key, min: value })).sort((a, b) => ordered(a.min, b.min) ?? 0).slice(0, limit)
}

const tallied = (docs: Doc[], { by, latest, limit }: TallyOptions): TallyRow[] => {
  const rows = new Map<string, TallyRow>()
  for (const doc of docs) {
    const key = by.map((path) => { const value = valueAt(doc, path); return typeof value === 'string' ? value : '' })
    const at = valueAt(doc, latest)
    const row = rows.get(JSON.stringify(key)) ?? { key, count: 0, latest: null }
    const later = at instanceof Date && (row.latest === null || at > row.latest) ? at : row.latest
    rows.set(JSON.stringify(key), { key, count: row.count + 1, latest: later })
  }
  return [...rows.values()].slice(0, limit)
}

type Calls = <T>(about: StoreCall, work: () => T | Promise<T>) => Promise<T>

const reads = (shelves: () => Shelves, call: Calls): Pick<DocumentStore, 'get' | 'find' | 'count' | 'group' | 'tally'> => {
  const read = <T>(name: string, collection: Collection, work: () => T): Promise<T> => call({ kind: 'read', name, collection }, work)
  return {
    get: <C extends Collection>(collection: C, id: string) => read('get', collection, () => clone(shelf(shelves(), collection).get(id) ?? null) as Documents[C] | null),
    find: <C extends Collection>(collection: C, where: Where, options: FindOptions = {}) => read('find', collection, () => {
      const { skip = 0, limit = 1000, sort, fields } = options
      return sorted(find(shelves(), collection, where), sort).slice(skip, skip + limit).map((doc) => projected(doc, fields)) as unknown as Array<Documents[C]>
    }),
    count: (collection, where) => read('count', collection, () => find(shelves(), collection, where).length),
    group: (collection, where, options) => read('group', collection, () => grouped(find(shelves(), collection, where), options)),
    tally: (collection, where, options) => read('tally', collection, () => tallied(find(shelves(), collection, where), options)),
  }
}

const writes = (shelves: () => Shelves, call: Calls): Pick<DocumentStore, 'add' | 'update' | 'remove'> => {
  const write = <T>(name: string, collection: Collection, work: () => T): Promise<T> => call({ kind: 'write', name, collection }, work)
  return {
    add: (collection, docs) => write('add', collection, () => docs.forEach((doc) => addTo(shelves(), collection, doc as unknown as Doc))),
    update: (collection, where, change) => write('update', collection, () => {
      const found = find(shelves(), collection, where)
      found.forEach((doc) => shelf(shelves(), collection).set(doc._id, changed(doc, change)))
      return found.length
    }),
    remove: (collection, where) => write('remove', collection, () => {
      const found = find(shelves(), collection, where)
      found.forEach((doc) => shelf(shelves(), collection).delete(doc._id))
      return found.length
    }),
  }
}

/** The DocumentStore port over plain maps, for tests that need thousands of days or a crash between any two calls. */
export function memoryStore(seed: Partial<{ [C in Collection]: ReadonlyArray<Documents[C]> }> = {}): MemoryStore {
  let shelves: Shelves = new Map()
  for (const [collection, docs] of Object.entries(seed)) docs.forEach((doc) => addTo(shelves, collection as Collection, doc as unknown as Doc))
  const calls: StoreCall[] = []
  const call: Calls = async (about, work) => {
    calls.push(about)
    await store.before(about)
    const result = await work()
    await store.after(about)
    return result
  }
  const store: MemoryStore = {
    ...reads(() => shelves, call),
    ...writes(() => shelves, call),
    calls,
    before: () => undefined,
    after: () => undefined,
    all: <C extends Collection>(collection: C) => clone([...shelf(shelves, collection).values()]) as unknown as Array<Documents[C]>,
    transaction: (work) => call({ kind: 'write', name: 'transaction', collection: null }, async () => {
      const copy: Shelves = new Map([...shelves].map(([name, docs]) => [name, new Map(docs)]))
      const result = await work(overDocuments(copy))
      shelves = copy
      return result
    }),
  }
  return store
}
