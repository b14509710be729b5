import { seesWholeInstitution } from '../../../domain/account/role'
import { withDescendants } from '../../../domain/institution/department'
import type { DocumentStore } from '../../../cloud/ports'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { departmentNodes } from '../../../cloud/repositories/departments'

/** Departments that a list is about: those asked for with all below them, as far as the caller sees them; null: every one (B25). */
export async function departmentsInScope(store: DocumentStore, caller: SignedIn, asked: string | undefined): Promise<readonly string[] | null> {
  const whole = seesWholeInstitution(caller.role)
  if (asked === undefined) return whole ? null : caller.departmentIds
  const wanted = withDescendants(await departmentNodes(store, caller.institutionId), [asked])
  return whole ? wanted : wanted.filter((id) => caller.departmentIds.includes(id))
}
