import type { previewAccountImport } from '../../../contract/account-import'
import type { InputOf } from '../../../contract/operation'
import type { AccountForm } from '../../../domain/account/account-form'
import { ACCOUNT_COLUMNS, type AccountColumn } from '../../../domain/account/sheet-columns'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { openSheet, type CheckedRow, type OpenSheet } from '../import/sheet'
import { checkAccounts } from './check'

export interface OpenImport { sheet: OpenSheet<AccountColumn>; rows: Array<CheckedRow<AccountForm>> }

/** The sheet as it is asked for, and every row looked at. */
export async function openImport(asked: InputOf<typeof previewAccountImport>, caller: SignedIn, scene: Scene): Promise<OpenImport> {
  const sheet = await openSheet(scene, asked, { caller, known: ACCOUNT_COLUMNS })
  return { sheet, rows: await checkAccounts(sheet.read.rows, caller, scene) }
}
