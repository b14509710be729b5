import type { CivilDay } from '../../domain/kernel/civil-day'
import type { CertificateCycleDoc, CertificateDoc, DeviceDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { devicesByIds } from './devices'
import { ofInstitution } from './of-institution'

/** What the store answers at once. */
const BATCH = 1000
/** Ids in one question. */
const IDS = 200

const pieces = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / IDS) }, (_, at) => all.slice(at * IDS, (at + 1) * IDS))

/** Every certificate of a filter, soonest to expire first; for what is bounded by a count before. */
export async function everyCertificate(store: DocumentStore, where: Where): Promise<CertificateDoc[]> {
  const all: CertificateDoc[] = []
  for (;;) {
    const some = await store.find('certificates', where, { sort: [['longTerm', 1], ['expiresOn', 1]], skip: all.length, limit: BATCH })
    all.push(...some)
    if (some.length < BATCH) return all
  }
}

/** Former cycles, by certificate. */
export async function cyclesByCertificate(store: DocumentStore, institutionId: string, certificateIds: readonly string[]): Promise<Map<string, CertificateCycleDoc[]>> {
  const found = new Map<string, CertificateCycleDoc[]>()
  for (const ids of pieces(certificateIds)) {
    const cycles = await store.find('certificate_cycles', { ...ofInstitution(institutionId), certificateId: { in: ids } }, { limit: IDS * 100 })
    for (const cycle of cycles) found.set(cycle.certificateId, [...found.get(cycle.certificateId) ?? [], cycle])
  }
  return found
}

/** Devices by id. */
export async function devicesById(store: DocumentStore, institutionId: string, deviceIds: readonly string[]): Promise<Map<string, DeviceDoc>> {
  const found = new Map<string, DeviceDoc>()
  for (const ids of pieces([...new Set(deviceIds)])) for (const device of await devicesByIds(store, institutionId, ids)) found.set(device._id, device)
  return found
}

const PLANNED = ['_id', 'typeId', 'departmentIds', 'holderName', 'number', 'operableDevice', 'expiresOn', 'handling', 'devicesRetired'] as const
export type PlannedDoc = Pick<CertificateDoc, (typeof PLANNED)[number]> & { expiresOn: CivilDay }

const plannedOf = ({ expiresOn, ...doc }: CertificateDoc): PlannedDoc[] => (expiresOn === null || doc.handling?.kind === 'revoked' || doc.devicesRetired === true ? [] : [{ ...doc, expiresOn }])

/** Certificates that end by a day and still count, soonest first: neither revoked nor only for devices out of use (B34, B36). */
export async function endingBy(store: DocumentStore, { institutionId, departmentIds, typeId, last }: { institutionId: string; departmentIds: readonly string[] | null; typeId: string | undefined; last: CivilDay }): Promise<PlannedDoc[]> {
  const where = { ...ofInstitution(institutionId), longTerm: false, ...(departmentIds && { departmentIds: { in: departmentIds } }), ...(typeId !== undefined && { typeId }) }
  const all: PlannedDoc[] = []
  let [from, skip] = ['', 0]
  for (;;) {
    const some = await store.find('certificates', { ...where, expiresOn: { from, to: last } }, { sort: [['expiresOn', 1]], skip, limit: BATCH, fields: PLANNED })
    all.push(...some.flatMap(plannedOf))
    if (some.length < BATCH) return all
    const end = some.at(-1)?.expiresOn ?? ''
    skip = end === from ? skip + some.length : some.filter(({ expiresOn }) => expiresOn === end).length
    from = end
  }
}
