import type { Presence } from '../../../domain/person/person'
import type { PersonForm } from '../../../domain/person/person-form'
import type { PersonCells } from '../../../domain/person/sheet-columns'
import { readPerson, type ReadPerson } from '../../../domain/person/sheet-row'
import { isExampleRow } from '../../../domain/sheet/plain-cells'
import { repeatedIn, type RowProblem } from '../../../domain/sheet/row-problem'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { SheetRow } from '../../../cloud/sheets/read-sheet'
import { departmentFor } from '../import/departments'
import type { CheckedRow } from '../import/sheet'
import { referencesOf, type References } from './references'

/** What a row becomes. */
export interface NewPerson { form: PersonForm; presence: Presence }

/** By which a person finds a row again. */
const labelOf = ({ form: { name, staffNumber } }: ReadPerson): string => [name, staffNumber].filter((part) => part !== '').join(' ')

/** On record already; `detail` is the person's id, for the link. */
const there = (staffNumber: string, { staff }: References): RowProblem[] => {
  const id = staff.get(staffNumber)
  return id === undefined ? [] : [{ field: 'staffNumber', code: 'import.person-there', detail: id }]
}

/** Looks at every row of a sheet (B23): what it would become, or what is wrong with it. */
export async function checkPeople(sheet: ReadonlyArray<SheetRow<keyof PersonCells>>, caller: SignedIn, { store }: Scene): Promise<Array<CheckedRow<NewPerson>>> {
  const read = sheet.filter(({ cells }) => !isExampleRow(cells)).map(({ row, cells }) => ({ row, person: readPerson(cells) }))
  const references = await referencesOf(store, read.map(({ person }) => person), caller)
  // Two of one name are two people (B27), of one 工号 they are one.
  const again = repeatedIn('staffNumber', 'import.staff-number-repeated')
  return read.map(({ row, person }) => {
    const department = departmentFor(person.department, references.departments, 'person.department-missing')
    const form = { ...person.form, departmentId: department.id }
    const problems = [...person.problems, ...department.problems, ...there(form.staffNumber, references), ...again(row, form.staffNumber)]
    return { row, label: labelOf(person), problems, ready: problems.length === 0 ? { form, presence: person.presence } : null }
  })
}
