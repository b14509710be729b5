import { indexedValues, isPosition, pathOf, type Path } from './document-path'
import { invalidParam, requestFailed } from './store-error'
import type { Document, IndexSpec } from './types'
import { bytesOf, directed, type Bytes } from './value-order'
import { applies } from '../rules/rules'

interface IndexField { path: string; parts: Path; direction: 1 | -1 }

/** An index as the store works with it. */
export interface StoreIndex {
  name: string
  /** What its keys begin with in LMDB; 0 stands for the documents themselves, ordered by `_id`. */
  number: number
  fields: readonly IndexField[]
  unique: boolean
  /** Positions of fields that some document filled with an array: bounds cannot be intersected there, nor does it sort. */
  arrayFields: Set<number>
}

/** LMDB holds keys up to 1978 bytes; CloudBase documents 1024 for the indexed fields. */
const LONGEST_KEY = 1900

export const storeIndex = (spec: IndexSpec, number: number, arrayFields: readonly number[]): StoreIndex => ({
  name: spec.name,
  number,
  fields: spec.fields.map(([path, direction]) => ({ path, parts: pathOf(path), direction })),
  unique: spec.unique === true,
  arrayFields: new Set(arrayFields),
})

/** The documents themselves, ordered by `_id`. */
export const primaryIndex = (): StoreIndex => storeIndex({ name: '_id_', fields: [['_id', 1]], unique: true }, 0, [])

export const refuseIndexSpec = (collection: string, spec: IndexSpec): void => {
  if (spec.fields.length === 0 || spec.name === '_id_') throw invalidParam(`Index ${spec.name} of ${collection} needs fields and a name of its own.`)
  for (const [path] of spec.fields) {
    const parts = pathOf(path)
    if (parts.some((part) => part === '' || part.startsWith('$') || isPosition(part))) throw invalidParam(`Index ${spec.name} of ${collection}: '${path}' is not a path that can be indexed.`)
  }
}

interface DocumentKeys { keys: Bytes[]; arrayField: number | null }

const refuseSecondArray = (index: StoreIndex, first: number, second: number): void => {
  if (applies('index.parallel-arrays')) throw requestFailed(`cannot index parallel arrays [${index.fields[second]?.path}] [${index.fields[first]?.path}] in index ${index.name}`)
}

/** The keys of a document in an index, without its `_id`: one, or one per element of the one array that the index allows. */
export const keysOf = (index: StoreIndex, document: Document): DocumentKeys => {
  let keys: Bytes[] = ['']
  let arrayField: number | null = null
  index.fields.forEach((field, position) => {
    const { values, throughArray } = indexedValues(document, field.parts)
    if (throughArray && arrayField !== null) refuseSecondArray(index, arrayField, position)
    if (throughArray) arrayField = position
    const parts = new Set(values.map((value) => directed(bytesOf(value), field.direction)))
    keys = keys.flatMap((key) => [...parts].map((part) => key + part))
  })
  return { keys, arrayField }
}

/** The key under which an entry stands: unique keys by themselves, others followed by the document's `_id`. */
export const entryKey = (index: StoreIndex, key: Bytes, id: string): Bytes => {
  const whole = index.unique ? key : key + bytesOf(id)
  if (whole.length > LONGEST_KEY) throw requestFailed(`key too large to index, failing ${index.name} ${whole.length}: an index holds at most ${LONGEST_KEY} bytes per entry`)
  return whole
}

/** The key as MongoDB prints it in a duplicate key error. */
export const printedKey = (index: StoreIndex, document: Document): string => {
  const parts = index.fields.map((field) => `${field.path}: ${JSON.stringify(indexedValues(document, field.parts).values.map((value) => (typeof value === 'symbol' ? null : value))[0] ?? null)}`)
  return `{ ${parts.join(', ')} }`
}
