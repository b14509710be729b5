import type { Catalog, Collection } from './catalog'
import { refuseDuplicate, type DocumentFile } from './document-file'
import { entryKey, keysOf, type StoreIndex } from './index-keys'
import { wholePrefix } from './key-range'
import { fileKey, type Files } from './lmdb-files'
import { unpacked } from './stored-value'
import type { Document, IndexSpec, Schema } from './types'

interface Upkeep { files: Files; catalog: Catalog; documents: DocumentFile }

const isSame = (index: StoreIndex, spec: IndexSpec): boolean =>
  index.name === spec.name && index.unique === (spec.unique === true)
  && JSON.stringify(index.fields.map(({ path, direction }) => [path, direction])) === JSON.stringify(spec.fields)

const spanOf = (number: number) => {
  const { start, end } = wholePrefix('')
  return { start: fileKey(number, start), end: fileKey(number, end) }
}

const dropEntries = ({ files }: Upkeep, index: StoreIndex): void => {
  const keys = [...files.entries.getKeys(spanOf(index.number))]
  for (const key of keys) files.entries.removeSync(key)
}

const addEntries = ({ files, documents }: Upkeep, { collection, index }: { collection: Collection; index: StoreIndex }, document: Document): void => {
  const { keys, arrayField } = keysOf(index, document)
  if (arrayField !== null) index.arrayFields.add(arrayField)
  for (const key of keys.map((own) => entryKey(index, own, document._id))) {
    if (index.unique && documents.holder(index, key) !== undefined) refuseDuplicate(collection, index, document)
    files.entries.putSync(fileKey(index.number, key), document._id)
  }
}

const fill = (upkeep: Upkeep, collection: Collection, index: StoreIndex): void => {
  for (const { value } of upkeep.files.documents.getRange(spanOf(collection.number))) addEntries(upkeep, { collection, index }, unpacked(value) as Document)
}

/** Makes the collection's indexes those that are declared; says whether something had to change. */
const keepIndexes = (upkeep: Upkeep, collection: Collection, specs: readonly IndexSpec[]): boolean => {
  const stale = collection.indexes.filter((index) => !specs.some((spec) => isSame(index, spec)))
  const missing = specs.filter((spec) => !collection.indexes.some((index) => isSame(index, spec)))
  for (const index of stale) {
    dropEntries(upkeep, index)
    upkeep.catalog.dropIndex(collection, index)
  }
  for (const spec of missing) fill(upkeep, collection, upkeep.catalog.addIndex(collection, spec))
  return stale.length + missing.length > 0
}

/** Brings collections and indexes to what the schema declares, in one LMDB transaction: all of it or nothing. Collections that it does not name stay. */
export const declareSchema = (upkeep: Upkeep, schema: Schema): void => {
  upkeep.files.root.transactionSync(() => {
    const known = new Set(upkeep.catalog.all().map(({ name }) => name))
    const changed = Object.entries(schema).map(([name, { indexes = [] }]) => {
      const collection = known.has(name) ? upkeep.catalog.named(name) : upkeep.catalog.add(name)
      return keepIndexes(upkeep, collection, indexes) || !known.has(name)
    })
    if (changed.some(Boolean)) upkeep.catalog.save()
  })
}
