import { EMPTY_ARRAY } from './value-order'
import { applies } from '../rules/rules'

/** A dotted path, split once per query or index. */
export type Path = readonly string[]

export const pathOf = (dotted: string): Path => dotted.split('.')

/** An object of fields: not an array, date, regular expression, bytes or BSON type. */
export const isFields = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

export const isPosition = (part: string): boolean => /^\d+$/.test(part)

const fieldOf = (value: Record<string, unknown>, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined)

type Test = (value: unknown) => boolean

interface Walk { path: Path; test: Test }

const someInArray = (array: readonly unknown[], at: number, walk: Walk): boolean => {
  const part = walk.path[at] ?? ''
  if (isPosition(part) && applies('query.array-position') && someFrom(array[Number(part)], at + 1, walk)) return true
  if (!applies('query.array-of-documents')) return false
  return array.some((element) => (isFields(element) || !applies('query.nested-arrays')) && someFrom(element, at, walk))
}

const someOf = (array: readonly unknown[], test: Test): boolean =>
  (applies('query.array-element') && array.some(test)) || (applies('query.array-whole') && test(array))

const someFrom = (value: unknown, at: number, walk: Walk): boolean => {
  if (Array.isArray(value)) return at === walk.path.length ? someOf(value, walk.test) : someInArray(value, at, walk)
  if (at === walk.path.length) return walk.test(value)
  return isFields(value) ? someFrom(fieldOf(value, walk.path[at] ?? ''), at + 1, walk) : walk.test(undefined)
}

/**
 * Whether the test holds for a value that the path leads to, as MongoDB walks it: elements of arrays on the way and at the end,
 * the array at the end itself, `undefined` where a field is missing.
 */
export const someAt = (document: unknown, path: Path, test: Test): boolean => someFrom(document, 0, { path, test })

/** The values that an index holds for a document, and whether an array made more than one of them. */
interface IndexedValues { values: unknown[]; throughArray: boolean }

const collectFromArray = (array: readonly unknown[], rest: Path, into: IndexedValues): void => {
  into.throughArray = true
  if (array.length === 0) into.values.push(rest.length === 0 ? EMPTY_ARRAY : null)
  for (const element of array) {
    if (rest.length === 0) into.values.push(element)
    else if (isFields(element)) collect(element, rest, into)
    else into.values.push(null)
  }
}

const collect = (value: unknown, path: Path, into: IndexedValues): void => {
  if (Array.isArray(value)) return collectFromArray(value, path, into)
  const [name, ...rest] = path
  if (name === undefined) into.values.push(value ?? null)
  else if (isFields(value)) collect(fieldOf(value, name), rest, into)
  else into.values.push(null)
}

/** Every value under the path: what an index stores and what a sort compares. Missing is null, an empty array its own mark. */
export const indexedValues = (document: unknown, path: Path): IndexedValues => {
  const into: IndexedValues = { values: [], throughArray: false }
  collect(document, path, into)
  return into
}
