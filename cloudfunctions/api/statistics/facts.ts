import { standingsOn, type Duty, type Standing } from '../../../domain/statistics/holding'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { typesOf } from '../../../cloud/repositories/rules'
import { holdingFacts, needsDoc, type PersonDoc } from '../../../cloud/repositories/statistics'
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
  const { facts, people, departments } = await holdingFacts(store, { institutionId, on, today }, needs)
  const standings = standingsOn(facts, on).filter(({ departmentId }) => scope === null || scope.includes(departmentId))
  return { on, needs: needs.length, standings, people, departments, types: new Map(types.map(({ type }) => [type.id, type.name])) }
}

/** 「设备操作证（MR）」 */
export const dutyWords = ({ typeId, deviceType }: Duty, types: ReadonlyMap<string, string>): string =>
  `${types.get(typeId) ?? typeId}${deviceType === null ? '' : `（${deviceType}）`}`
