import { tableAccounts } from '../../../contract/account-admin'
import { withDescendants } from '../../../domain/institution/department'
import { reads } from '../../../cloud/gate/verb'
import { accountsLike } from '../../../cloud/repositories/account-table'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { boundAmong } from '../../../cloud/repositories/wechat-links'
import { managedView } from './managed'

/** 账号管理: searched by name, log-in name and the phone's last four digits; a department stands for all below it. */
export const table = reads(tableAccounts, async ({ keyword, departmentId, role, state, page, pageSize }, caller, { store }) => {
  const { institutionId } = caller
  const departments = await departmentsOf(store, institutionId)
  const nodes = departments.map(({ _id, parentId }) => ({ id: _id, parentId }))
  const found = await accountsLike(store, institutionId, {
    keyword, role: role ?? null, departmentIds: departmentId === undefined ? null : withDescendants(nodes, [departmentId]),
    active: state === undefined ? null : state !== 'off',
  })
  const bound = await boundAmong(store, institutionId)
  const names = new Map(departments.map(({ _id, name }) => [_id, name]))
  const rows = found.map((account) => managedView(account, { bound: bound.has(account._id), departments: names, caller }))
    .filter((row) => state === undefined || row.state === state)
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length, page, pageSize }
})
