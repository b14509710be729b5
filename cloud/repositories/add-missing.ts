import type { Collection, Documents } from '../documents'
import type { DocumentStore } from '../ports'
import { isStoreError, StoreError } from '../store-error'
import { inParts } from './due'

/** A batch that met a document of its own from an earlier attempt stopped there: what is missing is written again. */
const ROUNDS = 3

async function missingOf<C extends Collection>(store: DocumentStore, collection: C, docs: ReadonlyArray<Documents[C]>): Promise<Array<Documents[C]>> {
  const found = await store.find(collection, { _id: { in: docs.map(({ _id }) => _id) } }, { limit: docs.length, fields: ['_id'] })
  const there = new Set(found.map(({ _id }) => _id))
  return docs.filter(({ _id }) => !there.has(_id))
}

/** false: something of it was there already. */
const added = <C extends Collection>(store: DocumentStore, collection: C, docs: ReadonlyArray<Documents[C]>): Promise<boolean> =>
  store.add(collection, docs).then(() => true, (thrown: unknown) => {
    if (isStoreError(thrown, 'duplicate')) return false
    throw thrown
  })

async function addPart<C extends Collection>(store: DocumentStore, collection: C, docs: ReadonlyArray<Documents[C]>): Promise<void> {
  let missing = docs
  for (let round = 1; round <= ROUNDS && missing.length > 0; round += 1) {
    if (await added(store, collection, missing)) return
    missing = await missingOf(store, collection, missing)
  }
  if (missing.length > 0) throw new StoreError('duplicate', `${collection}: documents kept appearing while they were added`)
}

/** Adds documents whose ids say what they are, however often it is repeated: those that are there already stay as they are. */
export async function addMissing<C extends Collection>(store: DocumentStore, collection: C, docs: ReadonlyArray<Documents[C]>): Promise<void> {
  for (const part of inParts(docs)) await addPart(store, collection, part)
}
