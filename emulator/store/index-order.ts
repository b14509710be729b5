import type { Bounds } from './index-bounds'
import type { StoreIndex } from './index-keys'
import type { Sort } from './sort-documents'

/** How the ranges of an index yield a wanted order. */
export interface Service {
  /** `chain`: one range after the other; `merge`: all at once, by what follows their own beginnings. */
  order: 'chain' | 'merge'
  reverse: boolean
}

/** How many ranges are read side by side; more are sorted in memory. */
const MOST_STREAMS = 1000

type Step = readonly [path: string, direction: 1 | -1]

/** An index's own order from a field on, down to `_id`, by which equal keys are ordered. */
const orderFrom = (index: StoreIndex, from: number, isConstant: (position: number) => boolean): Step[] => {
  const steps = index.fields.flatMap((field, position): Step[] => (position < from || isConstant(position) ? [] : [[field.path, field.direction]]))
  return index.unique ? steps : [...steps, ['_id', 1]]
}

/** Whether the steps, forward (1) or backward (-1), are the wanted order; 0 when they are not. */
const directionOf = (wanted: readonly Step[], steps: readonly Step[]): number => {
  const turns = wanted.map(([path, direction], at) => (steps[at]?.[0] === path ? direction * (steps[at]?.[1] ?? 0) : 0))
  const [first = 1] = turns
  return turns.every((turn) => turn === first) ? first : 0
}

const firstSpread = ({ points }: Bounds): number => {
  const at = points.findIndex((count) => count !== 1)
  return at === -1 ? points.length : at
}

/**
 * How an index with these bounds yields the order; null when it does not. Fields with one value are the same in all documents;
 * a field that holds arrays orders nothing, as a document has several keys there.
 */
export const serviceOf = (index: StoreIndex, bounds: Bounds, sort: Sort): Service | null => {
  const isConstant = (position: number): boolean => bounds.points[position] === 1 && !index.arrayFields.has(position)
  const constants = new Set(index.fields.filter((_, position) => isConstant(position)).map(({ path }) => path))
  const arrays = new Set(index.fields.filter((_, position) => index.arrayFields.has(position)).map(({ path }) => path))
  const wanted: Step[] = Object.entries(sort).filter(([path]) => !constants.has(path))
  if (wanted.some(([path]) => arrays.has(path))) return null
  const chain = orderFrom(index, firstSpread(bounds), isConstant)
  // No two documents share all steps of a chain: what a sort says beyond them is idle.
  const inChain = directionOf(wanted.slice(0, chain.length), chain)
  if (inChain !== 0) return { order: 'chain', reverse: inChain === -1 }
  if (bounds.ranges.length > MOST_STREAMS) return null
  const merged = directionOf(wanted, orderFrom(index, bounds.points.length, isConstant))
  return merged === 0 ? null : { order: 'merge', reverse: merged === -1 }
}
