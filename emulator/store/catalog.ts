import { fileKey, type Files } from './lmdb-files'
import { primaryIndex, refuseIndexSpec, storeIndex, type StoreIndex } from './index-keys'
import { invalidParam, requestFailed, StoreError } from './store-error'
import type { IndexSpec, Schema } from './types'
import { applies } from '../rules/rules'

export interface Collection {
  name: string
  number: number
  requireIndex: boolean
  /** The documents by `_id`. */
  primary: StoreIndex
  indexes: StoreIndex[]
}

interface IndexRecord { number: number; spec: IndexSpec; arrayFields: number[] }
interface CollectionRecord { number: number; indexes: IndexRecord[] }
interface CatalogRecord { nextNumber: number; collections: Record<string, CollectionRecord> }

const FACT = 'catalog'

/** The collections of a store and where they lie in LMDB. */
export interface Catalog {
  all(): Collection[]
  /** @throws StoreError DATABASE_COLLECTION_NOT_EXIST */
  named(name: string): Collection
  /** Adds a collection; call it within an LMDB transaction. @throws StoreError when it is there already, or its name is not one. */
  add(name: string): Collection
  /** Gives the collection this index; its entries are the caller's to write. */
  addIndex(collection: Collection, spec: IndexSpec): StoreIndex
  dropIndex(collection: Collection, index: StoreIndex): void
  /** Writes the catalog; call it within an LMDB transaction. */
  save(): void
}

const recordOf = (index: StoreIndex): IndexRecord => ({
  number: index.number,
  spec: { name: index.name, fields: index.fields.map(({ path, direction }) => [path, direction] as const), unique: index.unique },
  arrayFields: [...index.arrayFields],
})

const NAME = /^[A-Za-z_][\w.-]{0,119}$/

const refuseName = (name: string): void => {
  if (!NAME.test(name)) throw invalidParam(`'${name}' is not a collection name: letters, digits, _ . - and at most 120 of them, a letter or _ first.`)
}

export const openCatalog = (files: Files, schema: Schema): Catalog => {
  let nextNumber = 1
  const collections = new Map<string, Collection>()
  const number = (): number => nextNumber++

  const read = (): void => {
    const record = (files.facts.get(FACT) ?? { nextNumber: 1, collections: {} }) as CatalogRecord
    nextNumber = record.nextNumber
    for (const [name, { number: at, indexes }] of Object.entries(record.collections)) {
      const stored = indexes.map((index) => storeIndex(index.spec, index.number, index.arrayFields))
      collections.set(name, { name, number: at, requireIndex: schema[name]?.requireIndex === true, primary: primaryIndex(), indexes: stored })
    }
  }

  const save = (): void => {
    const records = [...collections.values()].map(({ name, number: at, indexes }) => [name, { number: at, indexes: indexes.map(recordOf) }])
    files.facts.putSync(FACT, { nextNumber, collections: Object.fromEntries(records) })
  }

  const named = (name: string): Collection => {
    const found = collections.get(name)
    if (!found) throw new StoreError(applies('collection.missing') ? 'DATABASE_COLLECTION_NOT_EXIST' : 'DATABASE_REQUEST_FAILED', `Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`)
    return found
  }

  const add = (name: string): Collection => {
    refuseName(name)
    if (collections.has(name)) throw requestFailed(`Db or Table already exist: ${name}`)
    const collection: Collection = { name, number: number(), requireIndex: schema[name]?.requireIndex === true, primary: primaryIndex(), indexes: [] }
    collections.set(name, collection)
    return collection
  }

  const addIndex = (collection: Collection, spec: IndexSpec): StoreIndex => {
    refuseIndexSpec(collection.name, spec)
    const index = storeIndex(spec, number(), [])
    collection.indexes.push(index)
    return index
  }

  const dropIndex = (collection: Collection, index: StoreIndex): void => {
    collection.indexes = collection.indexes.filter((other) => other !== index)
  }

  read()
  return { all: () => [...collections.values()], named, add, addIndex, dropIndex, save }
}

/** Where a document lies. */
export const documentKey = (collection: Collection, idBytes: string): Buffer => fileKey(collection.number, idBytes)
