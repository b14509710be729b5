import * as v from 'valibot'
import { foldWidth, tidy } from '../kernel/text'
import { dayOfCell } from '../sheet/day-cell'
import { isBlankCell } from '../sheet/plain-cells'
import { checkDevice, deviceFieldsSchema, DEVICE_STATUSES, emptyDeviceFields, LARGE_CLASSES, type DeviceFields, type DeviceStatus } from './device'
import type { DeviceCells, DeviceImportColumn } from './import-columns'
import { STATUS_IN_SHEET } from './sheet'
import type { RowProblem } from '../sheet/row-problem'

/** A row as its cells alone say it; 科室 is still a name. */
export interface ReadDevice { fields: DeviceFields; department: string; status: DeviceStatus; code: string; problems: RowProblem[] }

const DAYS = ['producedOn', 'warrantyUntil', 'purchasedOn', 'installedOn'] as const
const TEXTS = ['name', 'model', 'unit', 'brand', 'origin', 'manufacturer', 'warrantyType', 'meteringMode', 'maintenanceMode', 'type', 'catalogue'] as const
/** Numbers that scanners and people write in full width, too. */
const NUMBERS = ['assetNumber', 'serialNumber', 'udi'] as const

const textOf = (cell: string): string => (isBlankCell(cell) ? '' : tidy(cell))
const entriesOf = <K extends DeviceImportColumn, T>(keys: readonly K[], read: (key: K) => T): Partial<Record<K, T>> => Object.fromEntries(keys.map((key) => [key, read(key)])) as Partial<Record<K, T>>

/** Too long or otherwise no field of the archive; the department is looked up later. */
function shapeProblems(fields: DeviceFields): RowProblem[] {
  const { issues = [] } = v.safeParse(deviceFieldsSchema, fields)
  return issues.map(({ path, message }) => ({ field: String(path?.[0]?.key ?? ''), code: message, detail: '' }))
}

/** What the cells of one row say (B23). Nothing is guessed: what cannot be read is a problem of its column. */
export function readDevice(cells: DeviceCells): ReadDevice {
  const problems: RowProblem[] = []
  const refuse = (field: DeviceImportColumn, code: string): null => {
    problems.push({ field, code, detail: cells[field] })
    return null
  }
  const largeClass = LARGE_CLASSES.find((each) => foldWidth(each) === foldWidth(textOf(cells.largeClass)))
  if (largeClass === undefined) refuse('largeClass', 'import.class-unknown')
  const status = isBlankCell(cells.status) ? 'in-service' : DEVICE_STATUSES.find((each) => STATUS_IN_SHEET[each] === tidy(cells.status))
  if (status === undefined) refuse('status', 'import.status-unknown')
  const fields: DeviceFields = {
    ...emptyDeviceFields(),
    ...entriesOf(TEXTS, (key) => textOf(cells[key])),
    ...entriesOf(NUMBERS, (key) => foldWidth(textOf(cells[key]))),
    ...entriesOf(DAYS, (key) => (isBlankCell(cells[key]) ? null : dayOfCell(cells[key]) ?? refuse(key, 'import.day-unreadable'))),
    description: tidy(cells.description), largeClass: largeClass ?? '',
  }
  const wrongName = checkDevice(fields).name
  if (wrongName !== undefined) problems.push({ field: 'name', code: wrongName, detail: '' })
  return { fields, department: textOf(cells.department), status: status ?? 'in-service', code: codeOf(cells.code), problems: [...problems, ...shapeProblems(fields)] }
}

/** Excel makes 59 of 000059 (S16). */
function codeOf(cell: string): string {
  const text = foldWidth(textOf(cell))
  return /^\d{1,6}$/.test(text) ? text.padStart(6, '0') : text
}
