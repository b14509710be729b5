import { coverMatrix, type CoverRow } from '../../../contract/cover'
import { bareFrom } from '../../../domain/certificate/bare-from'
import { queryTokens } from '../../../domain/device/search'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { reads } from '../../../cloud/gate/verb'
import { devicePage, holdersDemanded, type DeviceDoc } from '../../../cloud/repositories/devices'
import { typeToken } from '../../../cloud/repositories/certificates'
import { departmentsInScope } from '../department/scope'
import { onDutyFor, peopleOf } from '../device/on-duty'
import { papersOn, type Paper } from './papers-on'

type People = Awaited<ReturnType<typeof peopleOf>>

function rowOf(device: DeviceDoc, { papers, people, on }: { papers: readonly Paper[]; people: People; on: CivilDay }): CoverRow {
  const own = papers.filter(({ deviceIds }) => deviceIds.includes(device._id))
  const { alone, supervised } = onDutyFor(own, { deviceId: device._id, on, people })
  return {
    id: device._id, code: device.code, name: device.fields.name, model: device.fields.model,
    department: { id: device.departmentId, name: device.departmentName }, wanted: holdersDemanded(device),
    holders: [...alone, ...supervised].map((paper) => ({ certificateId: paper._id, name: paper.holderName, title: paper.title, personId: paper.personId, expiresOn: paper.expiresOn, longTerm: paper.longTerm, ...(supervised.includes(paper) && { supervised: true as const }) })),
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
  // Who was 暂离 on a past day says nothing of who had a certificate then.
  const people: People = on < today ? new Map() : await peopleOf(store, institutionId, papers)
  return { rows: docs.map((device) => rowOf(device, { papers, people, on })), total, page, pageSize, on, today }
})
