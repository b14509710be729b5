import type { getYearPlan } from '../../../contract/year-plan'
import type { InputOf } from '../../../contract/operation'
import { numberFor } from '../../../domain/account/personal'
import { planEnd } from '../../../domain/certificate/year-plan'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { endingBy, type PlannedDoc } from '../../../cloud/repositories/certificates-review'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { typesOf } from '../../../cloud/repositories/rules'
import { departmentsInScope } from '../department/scope'

export interface PlanFacts {
  papers: PlannedDoc[]
  /** null: every one. */
  departmentIds: readonly string[] | null
  departmentName(id: string): string
  typeName(id: string): string
  reviewDaysOf(typeId: string): number
  /** A 证件号 as the caller is to see it. */
  told(number: string): string
}

/** What the twelve months' plan is made of, within what the caller sees (B36). */
export async function planFacts({ departmentId, typeId }: InputOf<typeof getYearPlan>, { institutionId, ...caller }: SignedIn, { store, today }: Scene): Promise<PlanFacts> {
  const [departmentIds, departments, types] = await Promise.all([
    departmentsInScope(store, { ...caller, institutionId }, departmentId), departmentsOf(store, institutionId), typesOf(store, institutionId),
  ])
  const names = new Map(departments.map(({ _id, name }) => [_id, name]))
  const byId = new Map(types.map(({ type }) => [type.id, type]))
  const longest = Math.max(0, ...types.map(({ type }) => type.reviewDays))
  const papers = departmentIds?.length === 0 ? [] : await endingBy(store, { institutionId, departmentIds, typeId, last: planEnd(today, longest) })
  return {
    papers, departmentIds,
    departmentName: (id) => names.get(id) ?? '',
    typeName: (id) => byId.get(id)?.name ?? '',
    reviewDaysOf: (id) => byId.get(id)?.reviewDays ?? 0,
    told: numberFor(caller.role),
  }
}
