import { indexedValues, pathOf } from './document-path'
import { requestFailed } from './store-error'
import type { Document } from './types'
import { byBytes, bytesOf, inverted, type Bytes } from './value-order'
import { applies } from '../rules/rules'

export type Sort = Record<string, 1 | -1>

/** Beyond this many documents above what is wanted, a sort throws away the rest. */
const SLACK = 10_000

interface Keyed { key: Bytes; document: Document }

export const refuseSort = (sort: Sort): void => {
  for (const [path, direction] of Object.entries(sort)) {
    if (direction !== 1 && direction !== -1) throw requestFailed(`Sort of '${path}' must be 1 or -1.`)
  }
}

const bytesOfSort = (value: unknown): Bytes => {
  if (value === null && !applies('sort.null-first')) return '\xff'
  return bytesOf(applies('sort.types') ? value : String(value))
}

/** Of several values in an array, the least counts upward and the greatest downward, as in MongoDB. */
const keyOfSort = (sort: Sort): ((document: Document) => Bytes) => {
  const fields = Object.entries(sort).slice(0, applies('sort.second-field') ? undefined : 1)
  const steps = fields.map(([path, direction]) => ({ parts: pathOf(path), direction: applies('sort.direction') ? direction : 1 }))
  return (document) => steps.map(({ parts, direction }) => {
    const values = indexedValues(document, parts).values.map(bytesOfSort).slice(0, applies('sort.array-extremes') ? undefined : 1)
    return direction === 1 ? least(values) : inverted(greatest(values))
  }).join('')
}

const least = (values: Bytes[]): Bytes => values.reduce((a, b) => (b < a ? b : a))

const greatest = (values: Bytes[]): Bytes => values.reduce((a, b) => (b > a ? b : a))

const byKey = (a: Keyed, b: Keyed): number => byBytes(a.key, b.key)

/** The first `wanted` documents in the order of `sort`; those that it does not tell apart stay as they came. */
export const sortedDocuments = (documents: Iterable<Document>, sort: Sort, wanted: number): Document[] => {
  const keyOf = keyOfSort(sort)
  let kept: Keyed[] = []
  for (const document of documents) {
    kept.push({ key: keyOf(document), document })
    if (kept.length > 2 * wanted + SLACK) kept = kept.sort(byKey).slice(0, wanted)
  }
  return kept.sort(byKey).slice(0, wanted).map(({ document }) => document)
}
