import type { Collection } from './catalog'
import type { StoreIndex } from './index-keys'
import { intervalRange, isEmpty, overlap, wholePrefix, type Interval, type KeyRange } from './key-range'
import { conditionsOf, type Condition, type Conditions } from './query-conditions'
import type { Query } from './types'
import { directed, type Bytes } from './value-order'

export type Sort = Record<string, 1 | -1>

/** How a query reads an index. */
export interface Plan {
  index: StoreIndex
  /** Whether any document may have to be read: no index narrows the query, at most one gives the order. */
  full: boolean
  ranges: KeyRange[]
  /** `chain`: one range after the other; `merge`: all at once, ordered by what follows their own beginnings. */
  order: 'chain' | 'merge'
  reverse: boolean
  /** Whether documents come in the order that was asked for. */
  sorted: boolean
  /** Whether every key of the ranges is a match, so that documents need not be read to count. */
  covered: boolean
  /** Whether a document may come more than once. */
  repeats: boolean
  /** Whether each range is one whole key of a unique index. */
  exactKeys: boolean
}

interface FieldUse { points?: Bytes[]; interval?: Interval; exact: boolean }

/** How many ranges `$in` may make before it is left to the matcher. */
const MOST_RANGES = 2000

const pointsOf = (conditions: readonly Condition[]): Bytes[][] => conditions.flatMap((condition) => (condition.points ? [condition.points] : []))

const intersection = (lists: readonly Bytes[][]): Bytes[] => (lists[0] ?? []).filter((point) => lists.every((list) => list.includes(point)))

/** A document's array may meet each condition by another element: one condition is all that bounds can hold. */
const useInArrays = (conditions: readonly Condition[]): FieldUse => {
  const byFewest = [...conditions].sort((a, b) => (a.points?.length ?? Infinity) - (b.points?.length ?? Infinity))
  const chosen = byFewest[0] as Condition
  return { points: chosen.points, interval: chosen.interval, exact: conditions.length === 1 && chosen.exactInArrays }
}

const useOf = (conditions: readonly Condition[] | undefined, arrays: boolean): FieldUse | null => {
  if (!conditions?.length) return null
  if (arrays) return useInArrays(conditions)
  const points = pointsOf(conditions)
  const intervals = conditions.flatMap((condition) => (condition.interval ? [condition.interval] : []))
  const exact = conditions.every((condition) => condition.exact)
  if (points.length > 0) return { points: intersection(points), exact: exact && intervals.length === 0 }
  return { interval: intervals.reduce(overlap), exact }
}

interface Bounds { ranges: KeyRange[]; points: number[]; interval: boolean; exactPaths: Set<string> }

const boundsOf = (index: StoreIndex, conditions: Conditions): Bounds => {
  let prefixes: Bytes[] = ['']
  const bounds: Bounds = { ranges: [], points: [], interval: false, exactPaths: new Set() }
  for (const [position, field] of index.fields.entries()) {
    const use = useOf(conditions.byPath.get(field.path), index.arrayFields.has(position))
    if (!use || (use.points && use.points.length * prefixes.length > MOST_RANGES)) break
    if (use.exact) bounds.exactPaths.add(field.path)
    if (use.interval) return { ...bounds, interval: true, ranges: intervalRanges(prefixes, use.interval, field.direction) }
    const points = (use.points ?? []).map((point) => directed(point, field.direction))
    prefixes = prefixes.flatMap((prefix) => points.map((point) => prefix + point))
    bounds.points.push(points.length)
  }
  return { ...bounds, ranges: prefixes.map(wholePrefix) }
}

const intervalRanges = (prefixes: readonly Bytes[], interval: Interval, direction: 1 | -1): KeyRange[] =>
  prefixes.map((prefix) => intervalRange(prefix, interval, direction)).filter((range) => !isEmpty(range))

type Step = [path: string, direction: 1 | -1]

/** An index's own order from a field on, down to `_id`, by which equal keys are ordered. */
const orderFrom = (index: StoreIndex, from: number, constant: (position: number) => boolean): Step[] => {
  const steps = index.fields.flatMap((field, position): Step[] => (position < from || constant(position) ? [] : [[field.path, field.direction]]))
  return index.unique ? steps : [...steps, ['_id', 1]]
}

/** Whether going through the steps, forward (1) or backward (-1), is the wanted order; 0 when it is not. */
const directionOf = (wanted: readonly Step[], steps: readonly Step[], unique: boolean): 1 | -1 | 0 => {
  const needed = unique && wanted.length > steps.length ? wanted.slice(0, steps.length) : wanted
  if (needed.length === 0) return 1
  const turns = needed.map(([path, direction], at) => (steps[at]?.[0] === path ? direction * (steps[at]?.[1] ?? 0) : 0))
  const first = turns[0]
  return turns.every((turn) => turn === first) ? (first as 1 | -1 | 0) : 0
}

interface Service { order: 'chain' | 'merge'; reverse: boolean }

/** How an index with these bounds yields the wanted order; null when it does not. */
const serviceOf = (index: StoreIndex, bounds: Bounds, sort: Sort): Service | null => {
  const arrayPaths = new Set([...index.arrayFields].map((position) => index.fields[position]?.path))
  const constant = (position: number): boolean => bounds.points[position] === 1 && !index.arrayFields.has(position)
  const constants = new Set(index.fields.filter((_, position) => constant(position)).map((field) => field.path))
  const wanted = Object.entries(sort).filter(([path]) => !constants.has(path))
  if (wanted.some(([path]) => arrayPaths.has(path))) return null
  for (const [order, from] of [['chain', firstSpread(bounds)], ['merge', bounds.points.length]] as const) {
    const steps = orderFrom(index, from, constant)
    const unique = order === 'chain' && index.unique && index.arrayFields.size === 0
    const direction = directionOf(wanted, steps, unique)
    if (direction !== 0) return { order, reverse: direction === -1 }
  }
  return null
}

const firstSpread = (bounds: Bounds): number => {
  const at = bounds.points.findIndex((count) => count !== 1)
  return at === -1 ? bounds.points.length : at
}

const coveredBy = (bounds: Bounds, conditions: Conditions): boolean => conditions.whole && [...conditions.byPath.keys()].every((path) => bounds.exactPaths.has(path))

const isEmptyQuery = (conditions: Conditions): boolean => conditions.whole && conditions.byPath.size === 0

interface Candidate { plan: Plan; score: number }

interface Asked { conditions: Conditions; sort: Sort | undefined; limited: boolean }

/** Equalities count most, then a range, then an order that saves sorting; one key of a unique index beats all. */
const scoreOf = (bounds: Bounds, exactKeys: boolean, ordered: boolean): number =>
  (exactKeys ? 1000 : 0) + bounds.points.length * 10 + (bounds.interval ? 5 : 0) + (ordered ? 4 : 0)

const candidateOf = (index: StoreIndex, { conditions, sort, limited }: Asked): Candidate | null => {
  const bounds = boundsOf(index, conditions)
  const service = sort ? serviceOf(index, bounds, sort) : null
  const bounded = bounds.points.length > 0 || bounds.interval
  if (!bounded && !(service && limited)) return null
  const exactKeys = index.unique && bounds.points.length === index.fields.length
  const ranges = bounds.ranges.sort((a, b) => (a.start < b.start ? -1 : 1))
  const plan: Plan = {
    index, ranges, exactKeys,
    full: !bounded && !isEmptyQuery(conditions),
    order: service?.order ?? 'chain',
    reverse: service?.reverse ?? false,
    sorted: service !== null,
    covered: coveredBy(bounds, conditions),
    repeats: index.arrayFields.size > 0,
  }
  return { plan, score: scoreOf(bounds, exactKeys, service !== null) }
}

const fullPlan = (collection: Collection, covered: boolean): Plan => ({
  index: collection.primary, full: true, ranges: [wholePrefix('')], order: 'chain', reverse: false, sorted: false, covered, repeats: false, exactKeys: false,
})

/**
 * Chooses how to read a collection by rule, not by statistics, so that a query uses the same index at every size. `limited` says that
 * the reader stops early: only then is an index worth reading for its order alone.
 */
export const planOf = (collection: Collection, query: Query, wish: { sort?: Sort; limited: boolean }): Plan => {
  const sort = wish.sort && Object.keys(wish.sort).length > 0 ? wish.sort : undefined
  const asked: Asked = { conditions: conditionsOf(query), sort, limited: wish.limited }
  let best: Candidate | null = null
  for (const index of [collection.primary, ...collection.indexes]) {
    const candidate = candidateOf(index, asked)
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best?.plan ?? fullPlan(collection, isEmptyQuery(asked.conditions))
}
