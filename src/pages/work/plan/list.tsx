import { PlanDeskList } from '../../../features/plan/plan-desk-list'
import { PlanPhoneList } from '../../../features/plan/plan-phone-list'
import { useIsWide } from '../../../platform/width'

definePageConfig({ navigationBarTitleText: '预警计划', onReachBottomDistance: 600 })

/** 预警计划 (S36): the ledger on the phone, the table on the desk. */
export default function PlanListPage() {
  return useIsWide() ? <PlanDeskList /> : <PlanPhoneList />
}
