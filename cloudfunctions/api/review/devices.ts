import * as v from 'valibot'
import { mediaType } from '../../../contract/attachment'
import { packDevices, type HeldPaper, type PackRow } from '../../../contract/review'
import { isValidOn } from '../../../domain/certificate/validity'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { reads } from '../../../cloud/gate/verb'
import { certificatesByIds, typeToken } from '../../../cloud/repositories/certificates'
import { devicePage, holdersDemanded, type DeviceDoc } from '../../../cloud/repositories/devices'
import { papersOn, type Paper } from '../cover/papers-on'
import { departmentsInScope } from '../department/scope'
import { holdersOn } from '../device/row'
import { standingsAmong, type Standing } from './facts'

const paperOf = ({ doc, turn, type }: Standing, on: CivilDay): HeldPaper => ({
  certificateId: doc._id, holder: doc.holderName, type, number: turn.number, issuedOn: turn.issuedOn, expiresOn: turn.expiresOn, longTerm: turn.longTerm, valid: isValidOn(turn, on),
  scans: turn.attachments.map((part) => ({ attachmentId: part.id, name: part.name, type: v.parse(mediaType, part.type) })),
})
/** The valid ones first, then by the end of them. */
const byValidity = (a: HeldPaper, b: HeldPaper): number => Number(b.valid) - Number(a.valid) || (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999')

function rowOf(device: DeviceDoc, { papers, standings, on }: { papers: readonly Paper[]; standings: readonly Standing[]; on: CivilDay }): PackRow {
  const own = standings.filter(({ doc, turn }) => doc.deviceIds.includes(device._id) && turn.handling?.kind !== 'revoked')
  return {
    id: device._id, code: device.code, name: device.fields.name, department: device.departmentName, wanted: holdersDemanded(device),
    holders: holdersOn(papers, device._id, on).length, papers: own.map((standing) => paperOf(standing, on)).sort(byValidity),
  }
}

/** Devices with who had a certificate for each on the day, page by page (B17). Of a pack of one 证件类型 only certificates of it are listed. */
export const devices = reads(packDevices, async ({ on, departmentId, deviceType, typeId, page, pageSize }, caller, scene) => {
  const { store, today } = scene
  const { institutionId } = caller
  const departmentIds = await departmentsInScope(store, caller, departmentId)
  if (departmentIds?.length === 0) return { rows: [], total: 0, page, pageSize }
  const { docs, total } = await devicePage(store, { institutionId, departmentIds, tokens: deviceType ? [typeToken(deviceType)] : [] }, { skip: (page - 1) * pageSize, limit: pageSize })
  const papers = await papersOn(store, docs, { institutionId, on, today })
  const certificates = await certificatesByIds(store, institutionId, [...new Set(papers.map(({ _id }) => _id))])
  const asked = typeId === undefined ? certificates : certificates.filter((doc) => doc.typeId === typeId)
  const standings = await standingsAmong(asked, on, { institutionId, scene })
  return { rows: docs.map((device) => rowOf(device, { papers, standings, on })), total, page, pageSize }
})
