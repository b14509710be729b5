import type { FaultyRow, SheetPreview } from '../../../contract/import'
import { IMPORT_LIMITS } from '../../../contract/import'
import type { Secrets } from '../../../cloud/ports'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { readSheet, type ColumnChoice, type ReadSheet, type SheetColumn } from '../../../cloud/sheets/read-sheet'
import { stagedFile } from './staged-file'

export interface SheetAsked { fileId: string; sheet: string | null; columns: ColumnChoice }
export interface OpenSheet<K extends string> { fileName: string; read: ReadSheet<K> }

/** Reads the caller's staged sheet as he says it is to be read. Failures: those of `stagedFile` and `readSheet`. */
export async function openSheet<K extends string>(scene: Scene, { fileId, sheet, columns }: SheetAsked, { caller, known }: { caller: SignedIn; known: ReadonlyArray<SheetColumn<K>> }): Promise<OpenSheet<K>> {
  const { name, bytes } = await stagedFile(scene, { id: fileId, kind: 'sheet' }, caller)
  return { fileName: name, read: await readSheet(bytes, known, { sheet, chosen: columns }) }
}

/** A row that was looked at: `ready` holds what would be imported; null for one with problems. */
export interface CheckedRow<T> extends FaultyRow { ready: T | null }

export const readyRows = <T>(checked: ReadonlyArray<CheckedRow<T>>): Array<CheckedRow<T> & { ready: T }> => checked.flatMap((row) => (row.ready === null ? [] : [{ ...row, ready: row.ready }]))

/** The same rows, in the same order, saying the same: nothing else may be confirmed under it. */
export const digestOf = <T>(checked: ReadonlyArray<CheckedRow<T>>, secrets: Secrets): string =>
  secrets.sha256(JSON.stringify(checked.map(({ row, ready }) => [row, ready])))

/** What a preview answers, of any kind of rows. */
export function previewOf<K extends string, T>({ fileName, read }: OpenSheet<K>, checked: ReadonlyArray<CheckedRow<T>>, secrets: Secrets): SheetPreview {
  const faulty = checked.filter(({ ready }) => ready === null)
  return {
    fileName, sheets: read.sheets, sheet: read.sheetName,
    headers: read.headers.map(({ text, key, sample }) => ({ text, key, sample })),
    missing: read.missing, repeated: read.repeated,
    total: checked.length, ready: checked.length - faulty.length, faulty: faulty.length,
    faultyRows: faulty.slice(0, IMPORT_LIMITS.shownRows).map(({ row, label, problems }) => ({ row, label, problems })),
    digest: digestOf(checked, secrets),
  }
}
