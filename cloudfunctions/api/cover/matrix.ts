import { coverMatrix, type CoverRow } from '../../../contract/cover'
import { bareFrom } from '../../../domain/certificate/bare-from'
import { queryTokens } from '../../../domain/device/search'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { reads } from '../../../cloud/gate/verb'
import { devicePage, type DeviceDoc } from '../../../cloud/repositories/devices'
import { typeToken } from '../../../cloud/repositories/certificates'
import { departmentsInScope } from '../department/scope'
import { holdersOn } from '../device/row'
import { papersOn, type Paper } from './papers-on'

function rowOf(device: DeviceDoc, papers: readonly Paper[], on: CivilDay): CoverRow {
  const own = papers.filter(({ deviceIds }) => deviceIds.includes(device._id))
  return {
    id: device._id, code: device.code, name: device.fields.name, model: device.fields.model,
    department: { id: device.departmentId, name: device.departmentName },
    holders: holdersOn(own, device._id, on).map(({ _id, holderName, title, expiresOn, longTerm }) => ({ certificateId: _id, name: holderName, title, expiresOn, longTerm })),
    bareFrom: bareFrom(own, on),
  }
}

/** Who may operate which device on a day (B4, B31). */
export const matrix = reads(coverMatrix, async ({ keyword, departmentId, deviceType, on: asked, page, pageSize }, caller, { store, today }) => {
  const on = asked ?? today
  const words = queryTokens(keyword)
  const departmentIds = await departmentsInScope(store, caller, departmentId)
  if ((keyword.trim() !== '' && words.length === 0) || departmentIds?.length === 0) return { rows: [], total: 0, page, pageSize, on, today }
  const { institutionId } = caller
  const tokens = [...words, ...(deviceType ? [typeToken(deviceType)] : [])]
  const { docs, total } = await devicePage(store, { institutionId, departmentIds, tokens }, { skip: (page - 1) * pageSize, limit: pageSize })
  const papers = await papersOn(store, docs, { institutionId, on, today })
  return { rows: docs.map((device) => rowOf(device, papers, on)), total, page, pageSize, on, today }
})
