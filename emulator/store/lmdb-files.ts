import { open, type Database, type DatabaseOptions, type RootDatabase } from 'lmdb'
import { Packr } from 'msgpackr'
import type { Bytes } from './value-order'

/** LMDB's snapshot of one moment, as `useReadTransaction` gives it. */
export type Snapshot = ReturnType<RootDatabase['useReadTransaction']>

export interface Files {
  root: RootDatabase
  /** Collection number and `_id` → the document, with the number of the LMDB transaction that wrote it. */
  documents: Database<unknown, Buffer>
  /** Index number and key → `_id`. */
  entries: Database<string, Buffer>
  /** The catalog and the collections' sizes. */
  facts: Database<unknown, string>
}

const MOST_READERS = 1024

/**
 * Of all copies of lmdb's JavaScript that a process loads, the first one does the work for all. Documents are therefore packed by our own
 * encoder: what it unpacks is made of this module's `Object` and `Date`, not of another copy's.
 */
const documentOptions = (): DatabaseOptions & { name: string; encoder: Packr } =>
  ({ name: 'documents', keyEncoding: 'binary', useVersions: true, encoder: new Packr({ useRecords: false }) })

/** Opens LMDB so that a synchronous commit returns when it is on disk; without `flush`, when the system has it. */
export const openFiles = (path: string, flush: boolean): Files => {
  const root = open({ path, maxDbs: 4, maxReaders: MOST_READERS, overlappingSync: false, noSubdir: true, noSync: !flush })
  return {
    root,
    documents: root.openDB<unknown, Buffer>(documentOptions()),
    entries: root.openDB<string, Buffer>({ name: 'entries', encoding: 'string', keyEncoding: 'binary' }),
    facts: root.openDB<unknown, string>({ name: 'facts', encoding: 'msgpack' }),
  }
}

const numberBytes = (number: number): Bytes => String.fromCharCode((number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255)

/** A key of LMDB: the number of a collection or an index, then bytes within it. */
export const fileKey = (number: number, bytes: Bytes): Buffer => Buffer.from(numberBytes(number) + bytes, 'latin1')
