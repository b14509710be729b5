import type { Collection } from './catalog'
import { countedKeys, scannedValues, type ScanSource } from './index-scan'
import { matcherOf, projected } from './mongo-dialect'
import { planOf, type Plan, type Scan } from './query-plan'
import { refuseSort, sortedDocuments, type Sort } from './sort-documents'
import { invalidParam, requestFailed } from './store-error'
import { unpacked } from './stored-value'
import type { Document, Explain, FindOptions, Query } from './types'

/** A collection as a reader sees it: what LMDB holds, and over it what his own transaction changed (null: removed). */
export interface View extends ScanSource { changed: ReadonlyMap<string, Document | null> }

export interface Found { docs: Document[]; explain: Explain }

const refuseUnserved = (collection: Collection, plan: Plan, query: Query): void => {
  if (plan.name !== null || !collection.requireIndex) return
  const fields = Object.keys(query).join(', ') || 'no field'
  throw requestFailed(`No index of collection '${collection.name}' serves the query on ${fields}: it would read every document. Declare an index or narrow the query.`)
}

interface Search { plan: Plan; test: (document: Document) => boolean; examined: number }

function* loaded(view: View, scan: Scan): Generator<Document> {
  for (const value of scannedValues(view, scan)) if (value !== undefined) yield unpacked(value) as Document
}

/** Alternatives of an `$or` may find the same document. */
function* distinct(documents: Iterable<Document>): Generator<Document> {
  const seen = new Set<string>()
  for (const document of documents) {
    if (!seen.has(document._id)) yield document
    seen.add(document._id)
  }
}

const candidatesOf = (view: View, { scans }: Plan): Iterable<Document> => {
  const documents = joined(...scans.map((scan) => loaded(view, scan)))
  return scans.length > 1 ? distinct(documents) : documents
}

/** The stored documents that match, in the order of the plan, without those that the reader's transaction changed. */
function* matching(view: View, search: Search): Generator<Document> {
  for (const document of candidatesOf(view, search.plan)) {
    search.examined += 1
    if (!view.changed.has(document._id) && search.test(document)) yield document
  }
}

function* first<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count
  if (left <= 0) return
  for (const item of items) {
    yield item
    left -= 1
    if (left <= 0) return
  }
}

function* joined<T>(...lists: Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list
}

const wholeNumber = (name: string, value: number | undefined, otherwise: number): number => {
  if (value === undefined) return otherwise
  if (!Number.isInteger(value) || value < 0) throw invalidParam(`${name} must be a whole number, 0 or more.`)
  return value
}

const sortOf = (options: FindOptions): Sort | undefined => {
  if (!options.sort || Object.keys(options.sort).length === 0) return undefined
  refuseSort(options.sort)
  return options.sort
}

/** Documents of a view that match a query, sorted, cut and projected, and how they were found. */
export const findDocuments = (view: View, query: Query, options: FindOptions = {}): Found => {
  const test = matcherOf(query)
  const sort = sortOf(options)
  const skip = wholeNumber('skip', options.skip, 0)
  const wanted = skip + wholeNumber('limit', options.limit, Infinity)
  const plan = planOf(view.collection, query, { sort, limited: wanted < Infinity })
  refuseUnserved(view.collection, plan, query)
  const search: Search = { plan, test, examined: 0 }
  const stored = matching(view, search)
  const own = [...view.changed.values()].filter((document): document is Document => document !== null && test(document))
  const candidates = joined(!sort || plan.sorted ? first(stored, wanted) : stored, own)
  const ordered = sort && (!plan.sorted || own.length > 0) ? sortedDocuments(candidates, sort, wanted) : [...first(candidates, wanted)]
  return { docs: projected(ordered.slice(skip), options.projection), explain: { index: plan.name, examined: search.examined } }
}

/** How many documents match. Where an index answers the whole query, no document is read; an empty query is the collection's size. */
export const countDocuments = (view: View, query: Query, size: number): { total: number; explain: Explain } => {
  const test = matcherOf(query)
  const plan = planOf(view.collection, query, { limited: false })
  if (plan.covered && plan.name === null) return { total: size, explain: { index: view.collection.primary.name, examined: 0 } }
  refuseUnserved(view.collection, plan, query)
  if (plan.covered) return { total: countedKeys(view, plan), explain: { index: plan.name, examined: 0 } }
  const search: Search = { plan, test, examined: 0 }
  let total = 0
  for (const document of matching(view, search)) total += Number(document !== null)
  return { total, explain: { index: plan.name, examined: search.examined } }
}
