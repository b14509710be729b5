import type { makePack } from '../../../contract/review'
import type { InputOf } from '../../../contract/operation'
import { chainOf } from '../../../domain/certificate/chain'
import { turnOn, type DatedTurn } from '../../../domain/certificate/turn-on'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { fail } from '../../../domain/kernel/failure'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AttachmentPart, CertificateDoc } from '../../../cloud/repositories/certificates'
import { certificateWhere } from '../../../cloud/repositories/certificates'
import type { CertificateCycleDoc } from '../../../cloud/repositories/certificates-past'
import { cyclesByCertificate, devicesById, everyCertificate } from '../../../cloud/repositories/certificates-review'
import { departmentsOf } from '../../../cloud/repositories/departments'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { typesOf } from '../../../cloud/repositories/rules'
import { filterOf } from '../certificate/filter'
import { before } from '../cover/papers-on'

export type Asked = InputOf<typeof makePack>
/** Certificates of one pack: the function has 20 s, the browser its memory. */
export const MOST_CERTIFICATES = 3000

interface Turn extends DatedTurn { number: string; attachments: AttachmentPart[] }
/** A gap that had begun by the day. */
interface Gap { from: CivilDay; days: number }

/** A certificate as it stood on the day. */
export interface Standing {
  doc: CertificateDoc
  turn: Turn
  gaps: Gap[]
  devices: DeviceDoc[]
  department: string
  type: string
}

function gapsOf(doc: CertificateDoc, former: readonly CertificateCycleDoc[], on: CivilDay): Gap[] {
  return chainOf(former, doc).flatMap(({ expiresOn, gapDays }) => (gapDays > 0 && expiresOn !== null && expiresOn < on ? [{ from: expiresOn, days: gapDays }] : []))
}

function turnOf(doc: CertificateDoc, former: readonly CertificateCycleDoc[], on: CivilDay): Turn | null {
  return turnOn<Turn>([before(doc, on), ...former.map((cycle) => ({ ...cycle, handling: null }))], on)
}

interface Names { departments: ReadonlyMap<string, string>; types: ReadonlyMap<string, string> }

async function namesOf({ store }: Scene, institutionId: string): Promise<Names> {
  const [departments, types] = await Promise.all([departmentsOf(store, institutionId), typesOf(store, institutionId)])
  return { departments: new Map(departments.map(({ _id, name }) => [_id, name])), types: new Map(types.map(({ type }) => [type.id, type.name])) }
}

/** These certificates as they stood on the day; those that nobody had yet are left out (B13, B31). */
export async function standingsAmong(docs: readonly CertificateDoc[], on: CivilDay, { institutionId, scene }: { institutionId: string; scene: Scene }): Promise<Standing[]> {
  const { store } = scene
  const [cycles, devices, { departments, types }] = await Promise.all([
    cyclesByCertificate(store, institutionId, docs.map(({ _id }) => _id)),
    devicesById(store, institutionId, docs.flatMap(({ deviceIds }) => deviceIds)),
    namesOf(scene, institutionId),
  ])
  return docs.flatMap((doc) => {
    const former = cycles.get(doc._id) ?? []
    const turn = turnOf(doc, former, on)
    if (!turn) return []
    const department = doc.departmentIds.flatMap((id) => departments.get(id) ?? []).join('、')
    return [{ doc, turn, gaps: gapsOf(doc, former, on), devices: doc.deviceIds.flatMap((id) => devices.get(id) ?? []), department, type: types.get(doc.typeId) ?? '' }]
  })
}

/** Certificates as they stood on the day, within what the caller sees (B17). */
export async function standingsOf({ on, ...asked }: Asked, caller: SignedIn, scene: Scene): Promise<Standing[]> {
  const { store } = scene
  const filter = await filterOf({ ...asked, keyword: '' }, caller, store)
  if (!filter) return []
  const where = certificateWhere(filter)
  const rows = await store.count('certificates', where)
  if (rows > MOST_CERTIFICATES) fail('review.too-many', { rows, max: MOST_CERTIFICATES })
  return standingsAmong(await everyCertificate(store, where), on, { institutionId: caller.institutionId, scene })
}
