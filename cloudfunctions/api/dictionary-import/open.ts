import type { previewDictionaryImport } from '../../../contract/dictionary-import'
import type { InputOf } from '../../../contract/operation'
import { DICTIONARY_COLUMNS, type DictionaryColumn } from '../../../domain/dictionary/sheet-columns'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { openSheet, type CheckedRow, type OpenSheet } from '../import/sheet'
import { checkEntries, type NewEntries } from './check'

export interface OpenImport { sheet: OpenSheet<DictionaryColumn>; rows: Array<CheckedRow<NewEntries>> }

/** The sheet as it is asked for, and every row looked at. */
export async function openImport(asked: InputOf<typeof previewDictionaryImport>, caller: SignedIn, scene: Scene): Promise<OpenImport> {
  const sheet = await openSheet(scene, asked, { caller, known: DICTIONARY_COLUMNS })
  return { sheet, rows: await checkEntries(sheet.read.rows, caller, scene) }
}
