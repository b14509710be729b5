import type { Collection } from './catalog'
import { boundsOf, type Bounds } from './index-bounds'
import type { StoreIndex } from './index-keys'
import { serviceOf, type Service } from './index-order'
import { wholePrefix, type KeyRange } from './key-range'
import { conditionsOf, type Conditions } from './query-conditions'
import type { Sort } from './sort-documents'
import type { Query } from './types'

/** How a query reads an index. */
export interface Scan extends Service {
  index: StoreIndex
  ranges: KeyRange[]
  /** Whether a document may come more than once. */
  repeats: boolean
  /** Whether each range is one whole key of a unique index. */
  exactKeys: boolean
}

export interface Plan {
  /** One scan, or one for each alternative of an `$or`. */
  scans: Scan[]
  /** The indexes' names; null when any document may have to be read: no index narrows the query, at most one gives its order. */
  name: string | null
  /** Whether documents come in the order that was asked for. */
  sorted: boolean
  /** Whether every key of the ranges is a match, so that documents need not be read to count. */
  covered: boolean
}

interface Asked { conditions: Conditions; sort?: Sort; limited: boolean }

const isEmptyQuery = (conditions: Conditions): boolean => conditions.whole && conditions.byPath.size === 0

const isCovered = (bounds: Bounds, conditions: Conditions): boolean => conditions.whole && [...conditions.byPath.keys()].every((path) => bounds.exactPaths.has(path))

interface Candidate { plan: Plan; score: number }

/** Equalities count most, then an interval, then an order that saves sorting; one key of a unique index beats all. */
const scoreOf = (bounds: Bounds, exactKeys: boolean, service: Service | null): number =>
  Number(exactKeys) * 1000 + bounds.points.length * 10 + Number(bounds.interval) * 5 + Number(service !== null) * 4

/** A document's keys in an index differ only in the field that its array fills: where every such field equals one value, it has one key at most. */
const mayRepeat = (index: StoreIndex, { points }: Bounds): boolean => [...index.arrayFields].some((position) => points[position] !== 1)

const scanOf = (index: StoreIndex, bounds: Bounds, service: Service | null): Scan => ({
  index,
  ranges: bounds.ranges,
  repeats: mayRepeat(index, bounds),
  exactKeys: index.unique && bounds.points.length === index.fields.length,
  ...(service ?? { order: 'chain', reverse: false }),
})

const candidateOf = (index: StoreIndex, { conditions, sort, limited }: Asked): Candidate | null => {
  const bounds = boundsOf(index, conditions)
  const service = sort ? serviceOf(index, bounds, sort) : null
  const isBounded = bounds.points.length > 0 || bounds.interval
  if (!isBounded && !(service && limited)) return null
  const scan = scanOf(index, bounds, service)
  const name = isBounded || isEmptyQuery(conditions) ? index.name : null
  return { plan: { scans: [scan], name, sorted: service !== null, covered: isCovered(bounds, conditions) }, score: scoreOf(bounds, scan.exactKeys, service) }
}

/** The best of the collection's indexes; of equal ones the one declared first. */
const bestOf = (collection: Collection, asked: Asked): Plan | null => {
  const candidates = [collection.primary, ...collection.indexes].flatMap((index) => candidateOf(index, asked) ?? [])
  return candidates.reduce<Candidate | null>((best, candidate) => (best && best.score >= candidate.score ? best : candidate), null)?.plan ?? null
}

const wholeCollection = (collection: Collection, covered: boolean): Plan => ({
  scans: [{ index: collection.primary, ranges: [wholePrefix('')], order: 'chain', reverse: false, repeats: false, exactKeys: false }],
  name: null,
  sorted: false,
  covered,
})

/** The first `$or` whose alternatives are each narrowed by an index. */
const unionOf = (collection: Collection, { alternatives }: Conditions): Plan | null => {
  for (const queries of alternatives) {
    const plans = queries.map((query) => planOf(collection, query, { limited: false }))
    const names = new Set(plans.map(({ name }) => name))
    if (plans.length > 0 && !names.has(null)) return { scans: plans.flatMap(({ scans }) => scans), name: [...names].join(', '), sorted: false, covered: false }
  }
  return null
}

/**
 * Chooses how to read a collection by rule, not by statistics, so that a query uses the same index at every size. `limited` says that
 * the reader stops early: only then is an index worth reading for its order alone.
 */
export const planOf = (collection: Collection, query: Query, wish: { sort?: Sort; limited: boolean }): Plan => {
  const conditions = conditionsOf(query)
  const best = bestOf(collection, { conditions, ...wish })
  if (best && best.name !== null) return best
  return unionOf(collection, conditions) ?? best ?? wholeCollection(collection, isEmptyQuery(conditions))
}
