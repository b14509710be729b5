import { listPeople } from '../../../contract/person'
import { queryTokens } from '../../../domain/device/search'
import { reads } from '../../../cloud/gate/verb'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { peoplePage } from '../../../cloud/repositories/people'
import { noteSeen } from '../audit/seen'
import { departmentsInScope } from '../department/scope'
import { personRow } from './row'

/** People of the caller's scope, by name (B27). */
export const list = reads(listPeople, async ({ keyword, departmentId, presence, employment, page, pageSize }, caller, scene) => {
  const { institutionId } = caller
  const { store } = scene
  const tokens = queryTokens(keyword)
  const departmentIds = await departmentsInScope(store, caller, departmentId)
  if (departmentIds?.length === 0 || (keyword.trim() !== '' && tokens.length === 0)) return { rows: [], total: 0, page, pageSize }
  const filter = { institutionId, departmentIds, tokens, presence: presence ?? null, employment: employment ?? null }
  const [{ docs, total }, departments] = await Promise.all([
    peoplePage(store, filter, { skip: (page - 1) * pageSize, limit: pageSize }), departmentsOf(store, institutionId), noteSeen({ operation: 'person.list', subject: institutionId, what: 'people' }, caller, scene),
  ])
  const names = new Map(departments.map(({ _id, name }) => [_id, name]))
  return { rows: docs.map((person) => personRow(person, names)), total, page, pageSize }
})
