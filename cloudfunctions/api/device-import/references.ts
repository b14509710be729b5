import type { DeviceFields } from '../../../domain/device/device'
import type { ReadDevice } from '../../../domain/device/import-row'
import type { RowProblem } from '../../../domain/sheet/row-problem'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { devicesByAssetNumbers, devicesByCodes, devicesBySerialNumbers } from '../../../cloud/repositories/import-lookups'
import { writableDepartments, type DepartmentsByName } from '../import/departments'

/** Everything that the rows of one sheet name, asked for at once. */
export interface References {
  /** Ids of departments that the caller may enter devices for, by name. */
  departments: DepartmentsByName
  /** Ids of devices that are there already, by number. */
  codes: ReadonlyMap<string, string>
  assets: ReadonlyMap<string, string>
  serials: ReadonlyMap<string, string>
}

export async function referencesOf(store: DocumentStore, rows: readonly ReadDevice[], caller: SignedIn): Promise<References> {
  const { institutionId } = caller
  const [departments, codes, assets, serials] = await Promise.all([
    writableDepartments(store, caller, 'device.write'),
    devicesByCodes(store, institutionId, rows.map(({ code }) => code)),
    devicesByAssetNumbers(store, institutionId, rows.map(({ fields }) => fields.assetNumber)),
    devicesBySerialNumbers(store, institutionId, rows.map(({ fields }) => fields.serialNumber)),
  ])
  return {
    departments,
    codes: new Map(codes.map(({ code, _id }) => [code, _id])),
    assets: new Map(assets.map(({ fields, _id }) => [fields.assetNumber, _id])),
    serials: new Map(serials.map(({ fields, _id }) => [fields.serialNumber, _id])),
  }
}

/** What is in the archive already, by each number that tells devices apart; `detail` is the device's id, for the link. */
export function takenBy({ code, fields }: { code: string; fields: DeviceFields }, references: References): RowProblem[] {
  const found = [
    { field: 'code', code: 'import.code-taken', detail: references.codes.get(code) },
    { field: 'assetNumber', code: 'import.asset-taken', detail: references.assets.get(fields.assetNumber) },
    { field: 'serialNumber', code: 'import.serial-taken', detail: references.serials.get(fields.serialNumber) },
  ]
  return found.flatMap(({ detail, ...problem }) => (detail === undefined ? [] : [{ ...problem, detail }]))
}
