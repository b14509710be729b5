import { listDepartments } from '../../../contract/device'
import { reads } from '../../../cloud/gate/verb'
import { departmentsInUse } from '../../../cloud/repositories/departments'

/** Every department that something may come under, in its own order. */
export const list = reads(listDepartments, async (_input, { institutionId }, { store }) => {
  const departments = await departmentsInUse(store, institutionId)
  return { rows: departments.map(({ _id, name, parentId }) => ({ id: _id, name, parentId })) }
})
