import type { Condition, Where } from '../ports'

type Doc = Record<string, unknown>

export const valueAt = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Doc)[key] : undefined), doc)

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)
const same = (a: unknown, b: unknown): boolean => (plain(a) ?? null) === (plain(b) ?? null)
const among = (value: unknown, wanted: unknown): boolean => (Array.isArray(value) ? value.some((each) => same(each, wanted)) : same(value, wanted))

const sets = new WeakMap<object, Set<unknown>>()

function amongAny(value: unknown, wanted: readonly unknown[]): boolean {
  const set = sets.get(wanted) ?? new Set(wanted.map((each) => plain(each) ?? null))
  sets.set(wanted, set)
  return Array.isArray(value) ? value.some((each) => set.has(plain(each) ?? null)) : set.has(plain(value) ?? null)
}

/** As MongoDB brackets types: a missing value or another type is never in a range. */
export function ordered(a: unknown, b: unknown): number | null {
  const [left, right] = [plain(a), plain(b)]
  if (a instanceof Date !== b instanceof Date || typeof left !== typeof right) return null
  if (typeof left !== 'number' && typeof left !== 'string') return null
  return left < (right as typeof left) ? -1 : left > (right as typeof left) ? 1 : 0
}

const BOUNDS: Readonly<Record<string, (order: number) => boolean>> = { from: (o) => o >= 0, after: (o) => o > 0, to: (o) => o <= 0, before: (o) => o < 0 }

function inRange(value: unknown, range: object): boolean {
  return Object.entries(range).every(([bound, limit]) => {
    const order = ordered(value, limit)
    return order !== null && (BOUNDS[bound]?.(order) ?? false)
  })
}

function holds(value: unknown, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) return among(value, condition)
  if ('in' in condition) return amongAny(value, condition.in)
  if ('all' in condition) return condition.all.every((wanted) => among(value, wanted))
  if ('not' in condition) return !among(value, condition.not)
  return inRange(value, condition)
}

export const matches = (doc: Doc, where: Where): boolean => Object.entries(where).every(([path, condition]) => {
  if (condition === undefined) throw new TypeError(`undefined condition at ${path}`)
  return holds(valueAt(doc, path), condition)
})
