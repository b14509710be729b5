import { needingOf, standingsOf, type Duty, type Standing } from '../../../domain/statistics/holding'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { typesOf } from '../../../cloud/repositories/rules'
import { heldOn } from '../../../cloud/repositories/held'
import { holdingWorld, needsDoc, type PersonDoc } from '../../../cloud/repositories/holding'
import { departmentsInScope } from '../department/scope'

export interface Asked { on?: CivilDay | undefined; departmentId?: string | undefined }
export interface Found {
  on: CivilDay
  needs: number
  standings: Standing[]
  people: ReadonlyMap<string, PersonDoc>
  departments: ReadonlyMap<string, string>
  types: ReadonlyMap<string, string>
}

/** Who stands how on a day, within what the caller sees (B25, B31). A day to come is today: what will be held then nobody knows. */
export async function findStandings(asked: Asked, caller: SignedIn, { store, today }: Scene): Promise<Found> {
  const { institutionId } = caller
  const on = asked.on === undefined || asked.on > today ? today : asked.on
  const [doc, scope, types] = await Promise.all([needsDoc(store, institutionId), departmentsInScope(store, caller, asked.departmentId), typesOf(store, institutionId)])
  const needs = doc?.needs ?? []
  const day = { institutionId, on, today }
  const { facts, people, departments, devices } = await holdingWorld(store, day, needs)
  const needing = needingOf(facts).filter(({ person }) => scope === null || scope.includes(person.departmentId))
  const standings = standingsOf(needing, await heldOn(store, day, { needing, devices }))
  return { on, needs: needs.length, standings, people, departments, types: new Map(types.map(({ type }) => [type.id, type.name])) }
}

/** 「设备操作证（MR）」 */
export const dutyWords = ({ typeId, deviceType }: Duty, types: ReadonlyMap<string, string>): string =>
  `${types.get(typeId) ?? typeId}${deviceType === null ? '' : `（${deviceType}）`}`
