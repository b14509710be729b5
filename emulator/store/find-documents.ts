import { documentKey, type Collection } from './catalog'
import { countedKeys, scannedIds, scannedValues, type ScanSource } from './index-scan'
import { matcherOf, projected } from './mongo-dialect'
import { planOf, type Plan } from './query-plan'
import { refuseSort, sortedDocuments, type Sort } from './sort-documents'
import { invalidParam, requestFailed } from './store-error'
import { unpacked } from './stored-value'
import type { Document, Explain, FindOptions, Query } from './types'
import { bytesOf } from './value-order'

/** A collection as a reader sees it: what LMDB holds, and over it what his own transaction changed (null: removed). */
export interface View extends ScanSource { changed: ReadonlyMap<string, Document | null> }

export interface Found { docs: Document[]; explain: Explain }

const refuseUnserved = (collection: Collection, plan: Plan, query: Query): void => {
  if (!plan.full || !collection.requireIndex) return
  const fields = Object.keys(query).join(', ') || 'no field'
  throw requestFailed(`No index of collection '${collection.name}' serves the query on ${fields}: it would read every document. Declare an index or narrow the query.`)
}

export const explainOf = (plan: Plan, examined: number): Explain => ({ index: plan.full ? null : plan.index.name, examined })

function* storedValues(view: View, plan: Plan): Generator<unknown> {
  if (plan.index.number === 0) return yield* scannedValues(view, plan)
  const options = { transaction: view.snapshot }
  for (const id of scannedIds(view, plan)) yield view.files.documents.get(documentKey(view.collection, bytesOf(id)), options)
}

interface Tally { examined: number }

/** The stored documents that match, in the order of the plan, without those that the reader's transaction changed. */
function* matching(view: View, plan: Plan, { test, tally }: { test: (document: Document) => boolean; tally: Tally }): Generator<Document> {
  for (const value of storedValues(view, plan)) {
    if (value === undefined) continue
    tally.examined += 1
    const document = unpacked(value) as Document
    if (!view.changed.has(document._id) && test(document)) yield document
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
  const tally: Tally = { examined: 0 }
  const stored = matching(view, plan, { test, tally })
  const own = [...view.changed.values()].filter((document): document is Document => document !== null && test(document))
  const candidates = joined(!sort || plan.sorted ? first(stored, wanted) : stored, own)
  const ordered = sort && (!plan.sorted || own.length > 0) ? sortedDocuments(candidates, sort, wanted) : [...first(candidates, wanted)]
  return { docs: projected(ordered.slice(skip), options.projection), explain: explainOf(plan, tally.examined) }
}

const countCovered = (view: View, plan: Plan): number => {
  if (!plan.repeats) return countedKeys(view, plan)
  let total = 0
  for (const _ of scannedIds(view, plan)) total += 1
  return total
}

/** How many documents match. Where an index answers the whole query, no document is read; an empty query is the collection's size. */
export const countDocuments = (view: View, query: Query, size: number): { total: number; explain: Explain } => {
  const test = matcherOf(query)
  const plan = planOf(view.collection, query, { limited: false })
  if (plan.full && plan.covered) return { total: size, explain: { index: view.collection.primary.name, examined: 0 } }
  refuseUnserved(view.collection, plan, query)
  if (plan.covered) return { total: countCovered(view, plan), explain: explainOf(plan, 0) }
  const tally: Tally = { examined: 0 }
  let total = 0
  for (const _ of matching(view, plan, { test, tally })) total += 1
  return { total, explain: explainOf(plan, tally.examined) }
}
