import { randomBytes } from 'node:crypto'
import type { Collection } from './catalog'
import { findDocuments } from './find-documents'
import { matcherOf } from './mongo-dialect'
import { duplicateKey, invalidParam, refusing } from './store-error'
import { refuseFieldNames } from './stored-value'
import type { Document, ModifyResult, Query } from './types'
import { differs, refuseChange, refuseReplacement, replacedDocument, updatedDocument } from './update-document'
import type { Writer } from './writer'
import { applies } from '../rules/rules'

/** A write that goes on where it stopped when it is run again: what it has done stays done. */
export type Operation<T> = (writer: Writer) => T

const LONGEST_ID = 512

/** 32 hexadecimal digits, as CloudBase makes them. */
const newId = (): string => randomBytes(16).toString('hex')

const refuseId = (id: unknown): string => {
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > LONGEST_ID) throw invalidParam(`_id must be a string of 1 to ${LONGEST_ID} bytes.`)
  return id
}

const prepared = (document: Record<string, unknown>): Document => {
  refuseFieldNames(document)
  return { ...document, _id: refuseId(document._id ?? newId()) }
}

const insertOne = (writer: Writer, collection: Collection, document: Document): void => {
  if (writer.get(collection, document._id) && applies('insert.unique-id')) throw duplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
  writer.write(collection, null, document)
}

/** Inserts in order. It is not atomic: documents before a refused one stay. */
export const insertion = (collection: Collection, documents: ReadonlyArray<Record<string, unknown>>): Operation<string[]> => {
  const all = documents.map((document) => ({ ...document, _id: document._id ?? (applies('insert.makes-id') ? newId() : '') }))
  let done = 0
  return (writer) => {
    for (; done < all.length; done += 1) insertOne(writer, collection, prepared(all[done] ?? {}))
    return all.map(({ _id }) => String(_id))
  }
}

/** Goes through the documents that a query finds now; those that no longer match when their turn comes are left out. */
const eachMatch = (collection: Collection, query: Query, multi: boolean) => {
  const test = matcherOf(query)
  let left: string[] | null = null
  const search = (writer: Writer): string[] => findDocuments(writer.view(collection), query, multi ? {} : { limit: 1 }).docs.map(({ _id }) => _id).reverse()

  const goOn = (writer: Writer, ids: string[], visit: (document: Document) => void): void => {
    for (let id = ids.at(-1); id !== undefined; id = ids.at(-1)) {
      const document = writer.get(collection, id)
      if (document && test(document)) visit(document)
      ids.pop()
    }
  }

  return (writer: Writer, visit: (document: Document) => void): void => {
    left ??= search(writer)
    try {
      goOn(writer, left, visit)
    } catch (error) {
      if (!multi) left = null
      throw error
    }
  }
}

interface Modification { collection: Collection; query: Query; change: Record<string, unknown>; multi: boolean; upsert: boolean; merge: boolean }

const changed = ({ change, merge, query }: Modification, document: Document): Document =>
  refusing(() => (merge ? updatedDocument(document, change, query) : replacedDocument(document, change)))

const upserted = (writer: Writer, modification: Modification): ModifyResult => {
  const { collection, query, change, merge } = modification
  const base = prepared(typeof query._id === 'string' ? { _id: query._id } : { _id: change._id })
  const document = merge ? changed(modification, base) : prepared({ ...change, _id: base._id })
  insertOne(writer, collection, document)
  return { updated: 0, upsertId: document._id, doc: document }
}

/** Updates or replaces what matches. `updated` counts the documents that are different now, `doc` is the last of them that matched. */
export const modification = (asked: Modification): Operation<ModifyResult> => {
  if (asked.merge) refuseChange(asked.change)
  else refuseReplacement(asked.change)
  const visitEach = eachMatch(asked.collection, asked.query, asked.multi)
  const result: ModifyResult = { updated: 0, upsertId: null, doc: null }
  return (writer) => {
    visitEach(writer, (document) => {
      const after = changed(asked, document)
      const different = differs(document, after)
      if (different) writer.write(asked.collection, document, after)
      result.updated += Number(different)
      result.doc = after
    })
    return result.doc || !asked.upsert ? result : upserted(writer, asked)
  }
}

/** Removes what matches and says how many that were. */
export const removal = (collection: Collection, query: Query, multi: boolean): Operation<number> => {
  const visitEach = eachMatch(collection, query, multi)
  let removed = 0
  return (writer) => {
    visitEach(writer, (document) => {
      writer.write(collection, document, null)
      removed += 1
    })
    return removed
  }
}
