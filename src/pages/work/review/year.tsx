import { YearPlan } from '../../../features/year-plan/year-plan'

definePageConfig({ navigationBarTitleText: '复审培训计划' })

/** 复审/培训计划 (B36). */
export default function YearPlanPage() {
  return <YearPlan />
}
