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

type Branches = Record<string, unknown>

const branchesOf = (at: unknown): Branches => (typeof at === 'object' && at !== null && !(at instanceof Date) ? { ...(at as Branches) } : {})

/** Puts a value at the end of a path of what is ours to change; the branches on the way are copied, those beside it are shared. */
function putAt(at: Branches, path: string, value: unknown): void {
  const dot = path.indexOf('.')
  if (dot < 0) {
    at[path] = kept(value)
    return
  }
  const branch = branchesOf(at[path.slice(0, dot)])
  putAt(branch, path.slice(dot + 1), value)
  at[path.slice(0, dot)] = kept(branch)
}

/** As one server-side update leaves it. */
export function changed(doc: Doc, { set = {}, increment = {} }: Change): Doc {
  const copy: Branches = { ...doc }
  for (const path of Object.keys(set)) putAt(copy, path, set[path])
  for (const path of Object.keys(increment)) putAt(copy, path, Number(valueAt(copy, path) ?? 0) + (increment[path] ?? 0))
  return copy as Doc
}
