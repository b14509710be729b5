import type { previewDeviceImport } from '../../../contract/device-import'
import type { InputOf } from '../../../contract/operation'
import { DEVICE_IMPORT_COLUMNS, type DeviceImportColumn } from '../../../domain/device/import-columns'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { openSheet, type CheckedRow, type OpenSheet } from '../import/sheet'
import { checkDevices, type NewDevice } from './check'

export interface OpenImport { sheet: OpenSheet<DeviceImportColumn>; rows: Array<CheckedRow<NewDevice>> }

/** The sheet as it is asked for, and every row looked at. */
export async function openImport(asked: InputOf<typeof previewDeviceImport>, caller: SignedIn, scene: Scene): Promise<OpenImport> {
  const sheet = await openSheet(scene, asked, { caller, known: DEVICE_IMPORT_COLUMNS })
  return { sheet, rows: await checkDevices(sheet.read.rows, caller, scene) }
}
