/** A document as MongoDB knows it: `_id` is always a string here, as CloudBase makes it. */
export interface Document { _id: string; [field: string]: unknown }

export interface IndexSpec {
  name: string
  /** Paths in dotted form with their direction. At most one of them may lead to an array. */
  fields: ReadonlyArray<readonly [path: string, direction: 1 | -1]>
  unique?: boolean
}

/** What a project declares: its collections, their indexes, and whether a query must be served by one. */
export type Schema = Readonly<Record<string, { indexes?: readonly IndexSpec[]; requireIndex?: boolean }>>

export type Query = Record<string, unknown>

export interface FindOptions {
  sort?: Record<string, 1 | -1>
  skip?: number
  limit?: number
  projection?: Record<string, unknown>
}

/**
 * `index`: what narrowed a query, or gave its order up to a limit: an index's name, `'_id_'` for the documents by id, several names where each alternative
 * of an `$or` has its own; null when any document may have to be read. `examined`: how many documents were loaded and looked at, 0 where a count needs none.
 */
export interface Explain { index: string | null; examined: number }

export interface ModifyOptions {
  multi: boolean
  upsert: boolean
  /** true: `change` holds update operators; false: it is the whole new document. */
  merge: boolean
  transactionId?: string
}

/** `updated`: how many documents are different now, as CloudBase counts (not how many matched). `doc`: the last that matched, as it is now. */
export interface ModifyResult { updated: number; upsertId: string | null; doc: Document | null }

/**
 * Documents and every index in LMDB. Each write resolves when it is flushed to disk.
 * Errors carry CloudBase's string code: see `store-error.ts`.
 */
export interface Store {
  collections(): string[]
  createCollection(name: string): Promise<void>
  /** In order and not atomic: documents before a refused one stay. In a transaction a refused one ends the transaction. */
  insert(name: string, docs: Array<Record<string, unknown>>, transactionId?: string): Promise<string[]>
  find(name: string, query: Query, options?: FindOptions, transactionId?: string): { docs: Document[]; explain: Explain }
  count(name: string, query: Query): { total: number; explain: Explain }
  modify(name: string, query: Query, change: Record<string, unknown>, options: ModifyOptions): Promise<ModifyResult>
  remove(name: string, query: Query, options: { multi: boolean; transactionId?: string }): Promise<number>
  aggregate(name: string, stages: Array<Record<string, unknown>>): { docs: unknown[]; explain: Explain }
  /** The snapshot begins at the first operation. An error of a write ends the transaction; `abort` may still be called once. */
  begin(): string
  commit(transactionId: string): Promise<void>
  abort(transactionId: string): Promise<void>
  /** Empties every collection, keeps the schema. */
  clear(): Promise<void>
  close(): Promise<void>
}
