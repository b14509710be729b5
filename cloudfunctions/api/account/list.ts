import { listAccounts } from '../../../contract/account'
import { WORKING_ROLES, type Role } from '../../../domain/account/role'
import { reads } from '../../../cloud/gate/verb'
import { accountsByIds, activeAccounts } from '../../../cloud/repositories/accounts'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { NO_REACH } from './self'

/** Nobody sends papers to 审计员, who may see none. */
const WORKING: readonly Role[] = WORKING_ROLES

/** Accounts of the whole institution, across departments (S40), each with how it can be reached (B5). */
export const list = reads(listAccounts, async ({ keyword, ids, page, pageSize }, { institutionId }, scene) => {
  const all = ids ? await accountsByIds(scene.store, institutionId, ids) : await activeAccounts(scene.store, institutionId, keyword)
  const found = all.filter(({ role }) => WORKING.includes(role))
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const [reach, departments] = await Promise.all([reachOfAccounts(scene, institutionId, shown), departmentsOf(scene.store, institutionId)])
  const nameOf = new Map(departments.map(({ _id, name }) => [_id, name]))
  const rows = shown.map((account) => ({
    id: account._id,
    name: account.name,
    loginName: account.loginName,
    role: account.role,
    department: account.departmentId === null ? null : { id: account.departmentId, name: nameOf.get(account.departmentId) ?? '' },
    reach: reach.get(account._id) ?? NO_REACH,
  }))
  return { rows, total: found.length, page, pageSize }
})
