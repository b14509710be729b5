import { may } from '../../../domain/account/permissions'
import type { PersonRowProblem, ReadPerson } from '../../../domain/person/sheet-row'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { peopleByStaffNumbers } from '../../../cloud/repositories/import-lookups'
import { nameKey } from '../device-import/references'

/** Everything that the rows of one sheet name, asked for at once. */
export interface References {
  /** Ids of departments that the caller may enter people for, by name. */
  departments: ReadonlyMap<string, readonly string[]>
  /** Ids of people that are on record already, by 工号. */
  staff: ReadonlyMap<string, string>
}

async function writableDepartments(store: DocumentStore, caller: SignedIn): Promise<Map<string, string[]>> {
  const byName = new Map<string, string[]>()
  for (const { _id, name, institutionId } of await departmentsOf(store, caller.institutionId)) {
    if (may(caller, 'person.write', { institutionId, departmentIds: [_id] }).allowed) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), _id])
  }
  return byName
}

export async function referencesOf(store: DocumentStore, rows: readonly ReadPerson[], caller: SignedIn): Promise<References> {
  const [departments, people] = await Promise.all([
    writableDepartments(store, caller),
    peopleByStaffNumbers(store, caller.institutionId, rows.map(({ form }) => form.staffNumber)),
  ])
  return { departments, staff: new Map(people.map(({ staffNumber, _id }) => [staffNumber, _id])) }
}

/** The department that the row names, or why none. */
export function departmentFor(name: string, { departments }: References): { id: string; problems: PersonRowProblem[] } {
  const [id = '', ...others] = departments.get(nameKey(name)) ?? []
  const code = name === '' ? 'person.department-missing' : id === '' ? 'import.department-unknown' : others.length > 0 ? 'import.department-several' : ''
  return { id, problems: code === '' ? [] : [{ field: 'department', code, detail: name }] }
}
