import type { Condition, Where } from '../ports'

type Doc = Record<string, unknown>

export function valueAt(doc: unknown, path: string): unknown {
  if (!path.includes('.')) return (doc as Doc)[path]
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Doc)[key] : undefined), doc)
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)
const same = (a: unknown, b: unknown): boolean => (plain(a) ?? null) === (plain(b) ?? null)
const among = (value: unknown, wanted: unknown): boolean => (Array.isArray(value) ? value.some((each) => same(each, wanted)) : same(value, wanted))

function amongAny(wanted: readonly unknown[]): (value: unknown) => boolean {
  const set = new Set(wanted.map((each) => plain(each) ?? null))
  return (value) => (Array.isArray(value) ? value.some((each) => set.has(plain(each) ?? null)) : set.has(plain(value) ?? null))
}

/** As MongoDB brackets types: a missing value or another type is never in a range. */
export function ordered(a: unknown, b: unknown): number | null {
  const [left, right] = [plain(a), plain(b)]
  if (a instanceof Date !== b instanceof Date || typeof left !== typeof right) return null
  if (typeof left !== 'number' && typeof left !== 'string') return null
  return left < (right as typeof left) ? -1 : left > (right as typeof left) ? 1 : 0
}

const BOUNDS: Readonly<Record<string, (order: number) => boolean>> = { from: (o) => o >= 0, after: (o) => o > 0, to: (o) => o <= 0, before: (o) => o < 0 }

type Test = (value: unknown) => boolean

function inRange(range: object): Test {
  const bounds = Object.entries(range).map(([bound, limit]) => [BOUNDS[bound], limit] as const)
  return (value) => bounds.every(([within, limit]) => {
    const order = ordered(value, limit)
    return order !== null && (within?.(order) ?? false)
  })
}

function testOf(condition: Condition): Test {
  if (typeof condition === 'string') return (value) => value === condition || (Array.isArray(value) && value.includes(condition))
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) return (value) => among(value, condition)
  if ('in' in condition) return amongAny(condition.in)
  if ('all' in condition) return (value) => condition.all.every((wanted) => among(value, wanted))
  if ('not' in condition) return (value) => !among(value, condition.not)
  return inRange(condition)
}

/** Which documents a condition means. @throws TypeError for an undefined value, as the real store refuses it */
export function matching(where: Where): (doc: object) => boolean {
  const tests = Object.entries(where).map(([path, condition]) => {
    if (condition === undefined) throw new TypeError(`undefined condition at ${path}`)
    const holds = testOf(condition)
    return path.includes('.') ? (doc: object) => holds(valueAt(doc, path)) : (doc: object) => holds((doc as Doc)[path])
  })
  return (doc) => tests.every((holds) => holds(doc))
}
