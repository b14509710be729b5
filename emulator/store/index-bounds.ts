import type { StoreIndex } from './index-keys'
import { intervalRange, isEmpty, overlap, wholePrefix, type Interval, type KeyRange } from './key-range'
import type { Condition, Conditions } from './query-conditions'
import { directed, type Bytes } from './value-order'

/** Which part of an index a query needs. */
export interface Bounds {
  ranges: KeyRange[]
  /** For each leading field that equals one of some values, how many values. */
  points: number[]
  /** Whether an interval of the field after them narrows the ranges. */
  interval: boolean
  /** Paths whose conditions the bounds decide completely. */
  exactPaths: Set<string>
}

/** What the bounds of one field can say. */
interface Narrowing { points?: Bytes[]; interval?: Interval; exact: boolean }

/** How many ranges `$in` may make, and how long their beginnings may be, before a field is left to the matcher. */
const MOST_RANGES = 50_000
const LONGEST_BEGINNING = 1800

const fits = (prefixes: readonly Bytes[], points: readonly Bytes[]): boolean => {
  const longest = (all: readonly Bytes[]): number => all.reduce((most, { length }) => Math.max(most, length), 0)
  return prefixes.length * points.length <= MOST_RANGES && longest(prefixes) + longest(points) <= LONGEST_BEGINNING
}

const intersection = ([first = [], ...others]: readonly Bytes[][]): Bytes[] => {
  const sets = others.map((list) => new Set(list))
  return first.filter((point) => sets.every((set) => set.has(point)))
}

/** A document's array may meet each condition by another element: one condition is all that bounds can hold. */
const narrowingOfArrays = (conditions: readonly [Condition, ...Condition[]]): Narrowing => {
  const fewest = conditions.reduce((a, b) => ((b.points?.length ?? Infinity) < (a.points?.length ?? Infinity) ? b : a))
  return { points: fewest.points, interval: fewest.interval, exact: conditions.length === 1 && fewest.exactInArrays }
}

const narrowingOf = (conditions: readonly [Condition, ...Condition[]]): Narrowing => {
  const points = conditions.flatMap((condition) => (condition.points ? [condition.points] : []))
  const intervals = conditions.flatMap((condition) => (condition.interval ? [condition.interval] : []))
  const exact = conditions.every((condition) => condition.exact)
  if (points.length > 0) return { points: intersection(points), exact: exact && intervals.length === 0 }
  return { interval: intervals.reduce(overlap), exact }
}

const isSome = (conditions: readonly Condition[] | undefined): conditions is [Condition, ...Condition[]] => conditions !== undefined && conditions.length > 0

const narrowingAt = (index: StoreIndex, position: number, conditions: Conditions): Narrowing | null => {
  const asked = conditions.byPath.get(index.fields[position]?.path ?? '')
  if (!isSome(asked)) return null
  return index.arrayFields.has(position) ? narrowingOfArrays(asked) : narrowingOf(asked)
}

const byStart = (a: KeyRange, b: KeyRange): number => (a.start < b.start ? -1 : 1)

const intervalRanges = (prefixes: readonly Bytes[], interval: Interval, direction: 1 | -1): KeyRange[] =>
  prefixes.map((prefix) => intervalRange(prefix, interval, direction)).filter((range) => !isEmpty(range)).sort(byStart)

/** Equalities of leading fields, one interval after them: what a query's conditions leave of an index, in ascending order of keys. */
export const boundsOf = (index: StoreIndex, conditions: Conditions): Bounds => {
  let prefixes: Bytes[] = ['']
  const bounds: Bounds = { ranges: [], points: [], interval: false, exactPaths: new Set() }
  for (const [position, field] of index.fields.entries()) {
    const narrowing = narrowingAt(index, position, conditions)
    const points = narrowing?.points ?? []
    if (!narrowing || !fits(prefixes, points)) break
    if (narrowing.exact) bounds.exactPaths.add(field.path)
    if (narrowing.interval) return { ...bounds, interval: true, ranges: intervalRanges(prefixes, narrowing.interval, field.direction) }
    prefixes = prefixes.flatMap((prefix) => points.map((point) => prefix + directed(point, field.direction)))
    bounds.points.push(points.length)
  }
  return { ...bounds, ranges: prefixes.map(wholePrefix).sort(byStart) }
}
