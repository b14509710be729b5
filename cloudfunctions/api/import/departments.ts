import { may, type Action } from '../../../domain/account/permissions'
import { foldWidth, tidy } from '../../../domain/kernel/text'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { departmentsInUse } from '../../../cloud/repositories/departments'

/** Ids of departments by name. */
export type DepartmentsByName = ReadonlyMap<string, readonly string[]>

export const nameKey = (name: string): string => foldWidth(tidy(name)).replace(/\s/g, '').toLowerCase()

/** Those in which the caller may do `action`. */
export async function writableDepartments(store: DocumentStore, caller: SignedIn, action: Action): Promise<DepartmentsByName> {
  const byName = new Map<string, string[]>()
  for (const { _id, name, institutionId } of await departmentsInUse(store, caller.institutionId)) {
    if (may(caller, action, { institutionId, departmentIds: [_id] }).allowed) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), _id])
  }
  return byName
}

/** The department that a row names, or why none; `missing` is the code for a row that names none. */
export function departmentFor(name: string, departments: DepartmentsByName, missing: string): { id: string; problems: Array<{ field: string; code: string; detail: string }> } {
  const [id = '', ...others] = departments.get(nameKey(name)) ?? []
  const code = name === '' ? missing : id === '' ? 'import.department-unknown' : others.length > 0 ? 'import.department-several' : ''
  return { id, problems: code === '' ? [] : [{ field: 'department', code, detail: name }] }
}
