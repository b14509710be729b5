import { useMemo } from 'react'
import { listPlans } from '../../../contract/plan'
import { useToday } from '../../platform/server-clock'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { FilterSelect } from '../../ui/filter-select'
import { JumpTo } from '../../ui/jump-to'
import { KeywordBar } from '../../ui/keyword-bar'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import { Beat } from './beat'
import { CLEARED, planQuery, usePlanFilters } from './filters'
import { openCertificate } from './links'
import { NoPlans } from './no-plans'
import { planColumns } from './plan-columns'
import { PlanStrip } from './plan-strip'
import { REMINDERS_SAFE } from './wording'
import './plan.scss'

type Kept = ReturnType<typeof usePlanFilters>
const TITLE = '预警计划'

const Tools = ({ filters, change }: Kept) => (
  <div className='pdesk'>
    <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='请输入关键词' />
    <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
  </div>
)

const Foot = ({ filters, change, total }: Kept & { total: number }) => (
  <div className='pfoot'>
    <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 个计划`} onPage={(page) => change({ page })} onPageSize={(pageSize) => change({ pageSize })} />
    <JumpTo last={Math.max(1, Math.ceil(total / filters.pageSize))} onPage={(page) => change({ page })} />
  </div>
)

/** 预警计划 on the desk: one row per certificate, those that run first (S36). */
export const PlanDeskList = () => {
  const { filters, change } = usePlanFilters()
  const asked = useOperation(listPlans, { ...planQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const today = useToday()
  const columns = useMemo(() => planColumns(today), [today])
  const shown = asked.failure === null ? asked.data : undefined
  return (
    <PageFrame title={TITLE} breadcrumb={[TITLE]} action={<Beat lastTickAt={shown?.lastTickAt} />} top={<Tools filters={filters} change={change} />}>
      <PlanStrip counts={shown?.counts} value={filters.state} onChange={(state) => change({ state })} />
      <TableBody asked={asked} safe={REMINDERS_SAFE} empty={<NoPlans filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={asked.data?.rows ?? []} rowKey={({ id }) => id} onRow={({ id }) => openCertificate(id)} />
        <Foot filters={filters} change={change} total={asked.data?.total ?? 0} />
      </TableBody>
    </PageFrame>
  )
}
