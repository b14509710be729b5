import type { Collection } from './documents'
import type { DocumentStore } from './ports'

interface Earlier { _id: string; schema: number; [field: string]: unknown }

/** How documents of one earlier shape become the next: `changes` answers what each of them gets. The collection has an index on `schema`. */
export interface Migration {
  collection: Collection
  from: number
  /** Why, in a word for the log. */
  name: string
  changes(docs: readonly Earlier[], store: DocumentStore): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>
}

/** Rows of the guide's table carry their certificate's type, by which lists are narrowed. A row whose certificate is gone is nobody's any more. */
const rowsKnowTheirType: Migration = {
  collection: 'certificate_devices', from: 1, name: 'rows-know-their-type',
  async changes(rows, store) {
    const ids = [...new Set(rows.map(({ certificateId }) => String(certificateId)))]
    const found = await store.find('certificates', { _id: { in: ids } }, { limit: ids.length, fields: ['typeId'] })
    const types = new Map(found.map(({ _id, typeId }) => [_id, typeId]))
    return new Map(rows.map(({ _id, certificateId }) => [_id, { typeId: types.get(String(certificateId)) ?? '' }]))
  },
}

/** In this order; one that is here never changes any more. */
export const MIGRATIONS: readonly Migration[] = [rowsKnowTheirType]

/**
 * Brings up to `size` documents forward and answers how many it found: fewer than `size` and that was the last. It may be cut off anywhere and run again, also by two
 * at once: a document counts its shape together with its change, and whoever is later finds nothing to do.
 */
export async function migrateBatch(store: DocumentStore, { collection, from, changes }: Migration, size: number): Promise<number> {
  const docs = (await store.find(collection, { schema: from }, { limit: size })) as unknown as Earlier[]
  if (docs.length === 0) return 0
  const changed = await changes(docs, store)
  await Promise.all(docs.map(({ _id }) => store.update(collection, { _id, schema: from }, { set: { ...changed.get(_id), schema: from + 1 } })))
  return docs.length
}

const BATCH = 100

/** All of them until none is left; `say` is told how many of each. */
export async function migrateAll(store: DocumentStore, say: (name: string, documents: number) => void = () => undefined): Promise<void> {
  for (const migration of MIGRATIONS) {
    let documents = 0
    for (let found = BATCH; found === BATCH;) {
      found = await migrateBatch(store, migration, BATCH)
      documents += found
    }
    if (documents > 0) say(migration.name, documents)
  }
}
