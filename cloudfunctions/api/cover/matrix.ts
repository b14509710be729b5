import { coverMatrix, type CoverRow } from '../../../contract/cover'
import { bareFrom } from '../../../domain/certificate/bare-from'
import { queryTokens } from '../../../domain/device/search'
import { dayOf, type CivilDay } from '../../../domain/kernel/civil-day'
import { reads } from '../../../cloud/gate/verb'
import type { DocumentStore } from '../../../cloud/ports'
import { cyclesOfMany } from '../../../cloud/repositories/certificates-past'
import { devicePage, papersOfDevices, type DeviceDoc } from '../../../cloud/repositories/devices'
import { typeToken } from '../../../cloud/repositories/certificates'
import { departmentsInScope } from '../department/scope'
import { holdersOn } from '../device/row'

type Paper = Awaited<ReturnType<typeof papersOfDevices>>[number]

/** As it stood then: a handling that came later does not count yet. */
const before = (paper: Paper, on: CivilDay): Paper => (paper.handling && dayOf(paper.handling.at) > on ? { ...paper, handling: null } : paper)

/** Certificates as of a day: for a past one with their former cycles; which devices one names is known for now only. */
async function papersOn(store: DocumentStore, devices: readonly DeviceDoc[], { institutionId, on, today }: { institutionId: string; on: CivilDay; today: CivilDay }): Promise<Paper[]> {
  const papers = await papersOfDevices(store, institutionId, devices.map(({ _id }) => _id))
  if (on >= today) return papers
  const byId = new Map(papers.map((paper) => [paper._id, paper]))
  const cycles = await cyclesOfMany(store, institutionId, [...byId.keys()])
  const former = cycles.flatMap(({ certificateId, issuedOn, validFrom, expiresOn, longTerm }) => {
    const paper = byId.get(certificateId)
    return paper ? [{ ...paper, issuedOn, validFrom, expiresOn, longTerm, handling: null }] : []
  })
  return [...papers.map((paper) => before(paper, on)), ...former]
}

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
