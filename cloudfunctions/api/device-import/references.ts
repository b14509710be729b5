import { may } from '../../../domain/account/permissions'
import type { DeviceFields } from '../../../domain/device/device'
import type { DeviceRowProblem, ReadDevice } from '../../../domain/device/import-row'
import { foldWidth, tidy } from '../../../domain/kernel/text'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { devicesByAssetNumbers, devicesByCodes, devicesBySerialNumbers } from '../../../cloud/repositories/import-lookups'

/** Everything that the rows of one sheet name, asked for at once. */
export interface References {
  /** Ids of departments that the caller may enter devices for, by name. */
  departments: ReadonlyMap<string, readonly string[]>
  /** Ids of devices that are there already, by number. */
  codes: ReadonlyMap<string, string>
  assets: ReadonlyMap<string, string>
  serials: ReadonlyMap<string, string>
}

export const nameKey = (name: string): string => foldWidth(tidy(name)).replace(/\s/g, '').toLowerCase()

async function writableDepartments(store: DocumentStore, caller: SignedIn): Promise<Map<string, string[]>> {
  const byName = new Map<string, string[]>()
  for (const { _id, name, institutionId } of await departmentsOf(store, caller.institutionId)) {
    if (may(caller, 'device.write', { institutionId, departmentIds: [_id] }).allowed) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), _id])
  }
  return byName
}

export async function referencesOf(store: DocumentStore, rows: readonly ReadDevice[], caller: SignedIn): Promise<References> {
  const { institutionId } = caller
  const [departments, codes, assets, serials] = await Promise.all([
    writableDepartments(store, caller),
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

/** The department that the row names, or why none. */
export function departmentFor(name: string, { departments }: References): { id: string; problems: DeviceRowProblem[] } {
  const [id = '', ...others] = departments.get(nameKey(name)) ?? []
  const code = name === '' ? 'device.department-missing' : id === '' ? 'import.department-unknown' : others.length > 0 ? 'import.department-several' : ''
  return { id, problems: code === '' ? [] : [{ field: 'department', code, detail: name }] }
}

/** What is in the archive already, by each number that tells devices apart; `detail` is the device's id, for the link. */
export function takenBy({ code, fields }: { code: string; fields: DeviceFields }, references: References): DeviceRowProblem[] {
  const found = [
    { field: 'code', code: 'import.code-taken', detail: references.codes.get(code) },
    { field: 'assetNumber', code: 'import.asset-taken', detail: references.assets.get(fields.assetNumber) },
    { field: 'serialNumber', code: 'import.serial-taken', detail: references.serials.get(fields.serialNumber) },
  ]
  return found.flatMap(({ detail, ...problem }) => (detail === undefined ? [] : [{ ...problem, detail }]))
}
