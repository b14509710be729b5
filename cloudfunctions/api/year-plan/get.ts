import { getYearPlan } from '../../../contract/year-plan'
import { NO_DEPARTMENT, planMonths, yearPlan } from '../../../domain/certificate/year-plan'
import { reads } from '../../../cloud/gate/verb'
import { planFacts } from './gather'

/** 复审/培训计划 of the next twelve months (B36). */
export const get = reads(getYearPlan, async (asked, caller, scene) => {
  const facts = await planFacts(asked, caller, scene)
  const lines = yearPlan(facts.papers, { ...facts, today: scene.today })
  const rows = lines.map(({ departmentId, typeId, late, months }) => ({
    department: departmentId === NO_DEPARTMENT ? null : { id: departmentId, name: facts.departmentName(departmentId) }, type: { id: typeId, name: facts.typeName(typeId) }, late, months,
  }))
  const words = ({ department, type }: (typeof rows)[number]): string => `${department?.name ?? '\uffff'}|${type.name}`
  return { months: planMonths(scene.today), rows: rows.sort((a, b) => (words(a) < words(b) ? -1 : 1)), today: scene.today }
})
