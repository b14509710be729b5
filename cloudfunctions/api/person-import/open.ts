import type { previewPersonImport } from '../../../contract/person-import'
import type { InputOf } from '../../../contract/operation'
import { PERSON_COLUMNS, type PersonColumn } from '../../../domain/person/sheet-columns'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { openSheet, type CheckedRow, type OpenSheet } from '../import/sheet'
import { checkPeople, type NewPerson } from './check'

export interface OpenImport { sheet: OpenSheet<PersonColumn>; rows: Array<CheckedRow<NewPerson>> }

/** The sheet as it is asked for, and every row looked at. */
export async function openImport(asked: InputOf<typeof previewPersonImport>, caller: SignedIn, scene: Scene): Promise<OpenImport> {
  const sheet = await openSheet(scene, asked, { caller, known: PERSON_COLUMNS })
  return { sheet, rows: await checkPeople(sheet.read.rows, caller, scene) }
}
