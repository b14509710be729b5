import type { Collection } from '../documents'
import type { Change, Where } from '../ports'
import { kept } from './kept'
import { matching, valueAt } from './memory-conditions'

/** Frozen: it is shared by all who read it. */
export type Doc = Readonly<{ _id: string } & Record<string, unknown>>

/** Told before a document changes: what it was, or null. */
export type Observer = (collection: Collection, id: string, before: Doc | null) => void

/** All documents, by collection and id. */
export interface Shelves {
  get(collection: Collection, id: string): Doc | null
  /** Null takes it away. */
  put(collection: Collection, id: string, doc: Doc | null): void
  find(collection: Collection, where: Where): Doc[]
  all(collection: Collection): Doc[]
  observers: Set<Observer>
}

/** The ids that a condition asks for; null: any. */
function idsIn({ _id }: Where): readonly string[] | null {
  if (typeof _id === 'string') return [_id]
  return typeof _id === 'object' && _id !== null && 'in' in _id ? [...new Set(_id.in as readonly string[])] : null
}

export function openShelves(): Shelves {
  const shelves = new Map<Collection, Map<string, Doc>>()
  const observers = new Set<Observer>()
  const shelf = (collection: Collection): Map<string, Doc> => {
    const known = shelves.get(collection)
    if (known) return known
    const fresh = new Map<string, Doc>()
    shelves.set(collection, fresh)
    return fresh
  }
  const candidates = (collection: Collection, where: Where): Doc[] => {
    const docs = shelf(collection)
    return idsIn(where)?.flatMap((id) => docs.get(id) ?? []) ?? [...docs.values()]
  }
  return {
    observers,
    get: (collection, id) => shelf(collection).get(id) ?? null,
    put(collection, id, doc) {
      const docs = shelf(collection)
      for (const observe of observers) observe(collection, id, docs.get(id) ?? null)
      if (doc) docs.set(id, kept(doc))
      else docs.delete(id)
    },
    find: (collection, where) => candidates(collection, where).filter(matching(where)),
    all: (collection) => [...shelf(collection).values()],
  }
}

/** With a new value at the end of a path; the branches beside it are shared. */
function withValue(at: unknown, [key = '', ...rest]: readonly string[], value: unknown): object {
  const branches = typeof at === 'object' && at !== null && !(at instanceof Date) ? (at as Record<string, unknown>) : {}
  return { ...branches, [key]: rest.length === 0 ? kept(value) : kept(withValue(branches[key], rest, value)) }
}

/** As one server-side update leaves it. */
export function changed(doc: Doc, { set = {}, increment = {} }: Change): Doc {
  let copy: object = doc
  for (const [path, value] of Object.entries(set)) copy = withValue(copy, path.split('.'), value)
  for (const [path, by] of Object.entries(increment)) copy = withValue(copy, path.split('.'), Number(valueAt(copy, path) ?? 0) + by)
  return copy as Doc
}
