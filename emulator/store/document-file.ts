import { documentKey, type Catalog, type Collection } from './catalog'
import { entryKey, keysOf, printedKey, type StoreIndex } from './index-keys'
import { fileKey, type Files, type Snapshot } from './lmdb-files'
import { duplicateKey } from './store-error'
import { packed, unpacked } from './stored-value'
import type { Document } from './types'
import { bytesOf, type Bytes } from './value-order'
import { indexedValues } from './document-path'
import { applies, type Rule } from '../rules/rules'

interface StoredDocument { document: Document; version: number }

/** A unique key that a document takes, and where it is taken. */
export interface UniqueKey { index: StoreIndex; key: Bytes }

/** Documents with the entries of their indexes; `put` and `remove` only within an LMDB transaction. */
export interface DocumentFile {
  get(collection: Collection, id: string, snapshot?: Snapshot): StoredDocument | null
  /** Who holds this key of a unique index. */
  holder(index: StoreIndex, key: Bytes, snapshot?: Snapshot): string | undefined
  /** @throws StoreError E11000, parallel arrays, key too large: nothing is written then. */
  put(collection: Collection, document: Document, old: Document | null): void
  remove(collection: Collection, old: Document): void
  size(collection: Collection): number
  /** Removes every document of every collection. */
  clear(): void
  /** Writes what the transaction changed in sizes; its last step. */
  saveSizes(): void
  /** Forgets what a given up transaction changed. */
  forgetSizes(): void
}

/** The unique keys of a document. @throws StoreError parallel arrays, key too large */
export const uniqueKeys = (collection: Collection, document: Document): UniqueKey[] =>
  collection.indexes.filter((index) => index.unique).flatMap((index) => keysOf(index, document).keys.map((key) => ({ index, key: entryKey(index, key, document._id) })))

/** The rule that forbids a duplicate: what kind of key it is. */
const ruleOf = (index: StoreIndex, document: Document): Rule => {
  const fields = index.fields.map(({ parts }) => indexedValues(document, parts))
  if (fields.length > 1) return 'unique.compound'
  if (fields.some(({ throughArray }) => throughArray)) return 'unique.elements'
  return fields.some(({ values }) => values[0] === null) ? 'unique.missing-is-null' : 'unique.single'
}

/** @throws StoreError E11000 */
export const refuseDuplicate = (collection: Collection, index: StoreIndex, document: Document): void => {
  if (applies(ruleOf(index, document))) throw duplicateKey(collection.name, index.name, printedKey(index, document))
}

interface Change { index: StoreIndex; added: Bytes[]; removed: Bytes[]; arrayField: number | null }

const changeOf = (index: StoreIndex, document: Document | null, old: Document | null): Change => {
  const now = document ? keysOf(index, document) : { keys: [], arrayField: null }
  const before = old ? keysOf(index, old) : { keys: [], arrayField: null }
  const id = (document ?? old)?._id ?? ''
  const added = now.keys.map((key) => entryKey(index, key, id))
  const removed = before.keys.map((key) => entryKey(index, key, id))
  const kept = new Set(added)
  const stood = new Set(removed)
  return { index, added: added.filter((key) => !stood.has(key)), removed: removed.filter((key) => !kept.has(key)), arrayField: now.arrayField }
}

const sizeFact = (collection: Collection): string => `size:${collection.number}`

const sizesOf = (files: Files) => {
  const growth = new Map<Collection, number>()
  return {
    size: (collection: Collection): number => Number(files.facts.get(sizeFact(collection)) ?? 0) + (growth.get(collection) ?? 0),
    grow: (collection: Collection, by: number): void => void growth.set(collection, (growth.get(collection) ?? 0) + by),
    saveSizes: (): void => {
      for (const [collection, by] of growth) files.facts.putSync(sizeFact(collection), Number(files.facts.get(sizeFact(collection)) ?? 0) + by)
      growth.clear()
    },
    forgetSizes: (): void => growth.clear(),
  }
}

const entriesOf = (files: Files, catalog: Catalog) => {
  const noteArray = ({ index, arrayField }: Change): void => {
    if (arrayField === null || index.arrayFields.has(arrayField)) return
    index.arrayFields.add(arrayField)
    catalog.save()
  }

  const apply = (change: Change, id: string): void => {
    for (const key of change.removed) files.entries.removeSync(fileKey(change.index.number, key))
    for (const key of change.added) files.entries.putSync(fileKey(change.index.number, key), id)
    noteArray(change)
  }

  const holder = (index: StoreIndex, key: Bytes, snapshot?: Snapshot): string | undefined =>
    files.entries.get(fileKey(index.number, key), { transaction: snapshot })

  const isTaken = ({ index, added }: Change, id: string): boolean => index.unique && added.some((key) => ![undefined, id].includes(holder(index, key)))

  return { apply, holder, isTaken }
}

export const openDocumentFile = (files: Files, catalog: Catalog): DocumentFile => {
  const { grow, ...sizes } = sizesOf(files)
  const { apply, holder, isTaken } = entriesOf(files, catalog)

  const put = (collection: Collection, document: Document, old: Document | null): void => {
    const changes = collection.indexes.map((index) => changeOf(index, document, old))
    const taken = changes.find((change) => isTaken(change, document._id))
    if (taken) refuseDuplicate(collection, taken.index, document)
    for (const change of changes) apply(change, document._id)
    files.documents.putSync(documentKey(collection, bytesOf(document._id)), packed(document), files.root.getWriteTxnId())
    if (!old) grow(collection, 1)
  }

  const remove = (collection: Collection, old: Document): void => {
    for (const index of collection.indexes) apply(changeOf(index, null, old), old._id)
    files.documents.removeSync(documentKey(collection, bytesOf(old._id)))
    grow(collection, -1)
  }

  const get = (collection: Collection, id: string, snapshot?: Snapshot): StoredDocument | null => {
    const entry = files.documents.getEntry(documentKey(collection, bytesOf(id)), { transaction: snapshot })
    return entry ? { document: unpacked(entry.value) as Document, version: entry.version ?? 0 } : null
  }

  const clear = (): void => {
    files.documents.clearSync()
    files.entries.clearSync()
    sizes.forgetSizes()
    for (const collection of catalog.all()) {
      files.facts.removeSync(sizeFact(collection))
      collection.indexes.forEach(({ arrayFields }) => arrayFields.clear())
    }
    catalog.save()
  }

  return { get, holder, put, remove, clear, ...sizes }
}
