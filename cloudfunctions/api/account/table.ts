import { tableAccounts } from '../../../contract/account-admin'
import { withDescendants } from '../../../domain/institution/department'
import { reads } from '../../../cloud/gate/verb'
import { accountsLike } from '../../../cloud/repositories/account-table'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { boundAmong } from '../../../cloud/repositories/wechat-links'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { managedView } from './managed'
import { NO_REACH } from './self'

/** 账号管理: searched by name, log-in name and the phone's last four digits; a department stands for all below it. */
export const table = reads(tableAccounts, async ({ keyword, departmentId, role, state, page, pageSize }, caller, scene) => {
  const { store } = scene
  const { institutionId } = caller
  const [departments, bound] = await Promise.all([departmentsOf(store, institutionId), boundAmong(store, institutionId)])
  const nodes = departments.map(({ _id, parentId }) => ({ id: _id, parentId }))
  const found = await accountsLike(store, institutionId, {
    keyword, role: role ?? null, departmentIds: departmentId === undefined ? null : withDescendants(nodes, [departmentId]),
    active: state === undefined ? null : state !== 'off',
  })
  const wanted = state === undefined || state === 'off' ? found : found.filter(({ _id }) => bound.has(_id) === (state === 'bound'))
  const shown = wanted.slice((page - 1) * pageSize, page * pageSize)
  const reach = await reachOfAccounts(scene, institutionId, shown)
  const names = new Map(departments.map(({ _id, name }) => [_id, name]))
  const rows = shown.map((account) => managedView(account, { reach: reach.get(account._id) ?? NO_REACH, departments: names, caller }))
  return { rows, total: wanted.length, page, pageSize }
})
