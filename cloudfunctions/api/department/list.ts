import { listDepartments } from '../../../contract/device'
import { reads } from '../../../cloud/gate/verb'
import { departmentsOf } from '../../../cloud/repositories/departments'

/** Every department of the institution, in its own order. */
export const list = reads(listDepartments, async (_input, { institutionId }, { store }) => {
  const departments = await departmentsOf(store, institutionId)
  return { rows: departments.map(({ _id, name, parentId }) => ({ id: _id, name, parentId })) }
})
