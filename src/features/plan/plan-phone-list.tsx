import { View } from '@tarojs/components'
import { listPlans } from '../../../contract/plan'
import { goBack } from '../../platform/navigate'
import { useToday } from '../../platform/server-clock'
import { useDepartments } from '../../platform/use-departments'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Book } from '../../ui/entry'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { Beat } from './beat'
import { CLEARED, planQuery, usePlanFilters } from './filters'
import { openBatch, openCertificate } from './links'
import { NoPlans } from './no-plans'
import { PlanLine } from './plan-line'
import { PlanStrip, type Counts } from './plan-strip'
import { PLAN_SEARCH, REMINDERS_SAFE } from './wording'
import './plan.scss'

type Kept = ReturnType<typeof usePlanFilters>

const Top = ({ filters, change, counts }: Kept & { counts: Counts | undefined }) => (
  <>
    <View className='ptools'><KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder={PLAN_SEARCH} /></View>
    <PlanStrip counts={counts} value={filters.state} onChange={(state) => change({ state })} />
  </>
)

/** 预警计划 on the phone: one ledger entry per plan, the next send in the margin (S36). */
export const PlanPhoneList = () => {
  const { filters, change } = usePlanFilters()
  const list = useRows(listPlans, planQuery(filters))
  const today = useToday()
  useReachBottom(list.more)
  const head = list.failure === null ? list.head : undefined
  const mayChange = useMay('certificate.write')
  return (
    <PageFrame title='预警计划' back={() => goBack('/pages/me/me')} top={<Top filters={filters} change={change} counts={head?.counts} />}>
      <View className='pgroup'>
        <Beat lastTickAt={head?.lastTickAt} />
        {mayChange && <Button kind='text' label='批量改提醒' onClick={openBatch}>批量</Button>}
        <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
      </View>
      <ListBody list={list} unit='个' safe={REMINDERS_SAFE} empty={<NoPlans filters={filters} onClear={() => change(CLEARED)} />}>
        <Book>{list.rows.map((plan) => <PlanLine key={plan.id} plan={plan} today={today} onOpen={openCertificate} />)}</Book>
      </ListBody>
    </PageFrame>
  )
}
