import { listDevices } from '../../../contract/device'
import { queryTokens } from '../../../domain/device/search'
import { reads } from '../../../cloud/gate/verb'
import { devicePage } from '../../../cloud/repositories/devices'
import { departmentsInScope } from '../department/scope'
import { deviceRows } from './row'

/** 唯一码 descending (S9, S47); found by name, number, model, pinyin (B19). */
export const list = reads(listDevices, async ({ keyword, departmentId, page, pageSize }, caller, { store, today }) => {
  const tokens = queryTokens(keyword)
  const departmentIds = await departmentsInScope(store, caller, departmentId)
  const unsearchable = keyword.trim() !== '' && tokens.length === 0
  if (unsearchable || departmentIds?.length === 0) return { rows: [], total: 0, page, pageSize }
  const { docs, total } = await devicePage(store, { institutionId: caller.institutionId, departmentIds, tokens }, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: await deviceRows(store, docs, today), total, page, pageSize }
})
