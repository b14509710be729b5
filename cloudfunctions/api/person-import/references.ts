import type { ReadPerson } from '../../../domain/person/sheet-row'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { peopleByStaffNumbers } from '../../../cloud/repositories/import-lookups'
import { writableDepartments, type DepartmentsByName } from '../import/departments'

/** Everything that the rows of one sheet name, asked for at once. */
export interface References {
  /** Ids of departments that the caller may enter people for, by name. */
  departments: DepartmentsByName
  /** Ids of people that are on record already, by 工号. */
  staff: ReadonlyMap<string, string>
}

export async function referencesOf(store: DocumentStore, rows: readonly ReadPerson[], caller: SignedIn): Promise<References> {
  const [departments, people] = await Promise.all([
    writableDepartments(store, caller, 'person.write'),
    peopleByStaffNumbers(store, caller.institutionId, rows.map(({ form }) => form.staffNumber)),
  ])
  return { departments, staff: new Map(people.map(({ staffNumber, _id }) => [staffNumber, _id])) }
}
