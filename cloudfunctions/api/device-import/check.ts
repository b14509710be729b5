import type { DeviceFields, DeviceStatus } from '../../../domain/device/device'
import type { DeviceCells } from '../../../domain/device/import-columns'
import { readDevice, type ReadDevice } from '../../../domain/device/import-row'
import { isExampleRow } from '../../../domain/sheet/plain-cells'
import { repeatedIn } from '../../../domain/sheet/row-problem'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { SheetRow } from '../../../cloud/sheets/read-sheet'
import { departmentFor } from '../import/departments'
import type { CheckedRow } from '../import/sheet'
import { referencesOf, takenBy } from './references'

/** What a row becomes. */
export interface NewDevice { fields: DeviceFields; status: DeviceStatus }

/** By which a person finds a row again. */
const labelOf = ({ fields: { name, assetNumber, serialNumber } }: ReadDevice): string => [name, assetNumber || serialNumber].filter((part) => part !== '').join(' ')

/** Looks at every row of a sheet (B23): what it would become, or what is wrong with it. */
export async function checkDevices(sheet: ReadonlyArray<SheetRow<keyof DeviceCells>>, caller: SignedIn, { store }: Scene): Promise<Array<CheckedRow<NewDevice>>> {
  const read = sheet.filter(({ cells }) => !isExampleRow(cells)).map(({ row, cells }) => ({ row, device: readDevice(cells) }))
  const references = await referencesOf(store, read.map(({ device }) => device), caller)
  const assetRepeated = repeatedIn('assetNumber', 'import.asset-repeated')
  const serialRepeated = repeatedIn('serialNumber', 'import.serial-repeated')
  return read.map(({ row, device }) => {
    const department = departmentFor(device.department, references.departments, 'device.department-missing')
    const fields = { ...device.fields, departmentId: department.id }
    const problems = [...device.problems, ...department.problems, ...takenBy({ code: device.code, fields }, references), ...assetRepeated(row, fields.assetNumber), ...serialRepeated(row, fields.serialNumber)]
    return { row, label: labelOf(device), problems, ready: problems.length === 0 ? { fields, status: device.status } : null }
  })
}
