import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listTypes } from '../../../contract/type'
import { exportYearPlan, getYearPlan, type PlanLine } from '../../../contract/year-plan'
import { goBack } from '../../platform/navigate'
import { printPage } from '../../platform/print-page'
import { useDepartments } from '../../platform/use-departments'
import { useExport } from '../../platform/use-export'
import { useOperation } from '../../platform/use-operation'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { DatedText } from '../../ui/dated-text'
import { Empty } from '../../ui/empty'
import { Book, Entry } from '../../ui/entry'
import { FilterSelect } from '../../ui/filter-select'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import './year-plan.scss'
import { departmentWords, linesOf, monthWords, totalOf } from './wording'

const TITLE = '复审培训计划'
const keyOf = ({ department, type }: PlanLine): string => `${department?.id ?? ''}|${type.id}`
const number = (n: number) => <Text className='num'>{n === 0 ? '' : n}</Text>

const columnsOf = (months: readonly string[]): Array<Column<PlanLine>> => [
  { key: 'department', title: '科室', cell: (line) => departmentWords(line) },
  { key: 'type', title: '证件类型', width: '150px', cell: ({ type }) => type.name },
  { key: 'late', title: '已过期', width: '56px', align: 'center', cell: ({ late }) => number(late) },
  ...months.map((month, at) => ({ key: month, title: monthWords(month, at), width: month === monthWords(month, at) ? '64px' : '44px', align: 'center' as const, cell: (line: PlanLine) => number(line.months[at] ?? 0) })),
  { key: 'total', title: '合计', width: '44px', align: 'center', cell: (line) => number(totalOf(line)) },
]

const Lines = ({ rows, months }: { rows: readonly PlanLine[]; months: readonly string[] }) => (
  <Book narrow>
    {rows.map((line) => <Entry key={keyOf(line)} margin={<Text className='num'>{totalOf(line)} 张</Text>} title={line.type.name} extra={departmentWords(line)} lines={[<DatedText key='months'>{linesOf(line, months)}</DatedText>]} />)}
  </Book>
)

interface Filters { departmentId: string; typeId: string }

const Tools = ({ filters, change }: { filters: Filters; change: (over: Partial<Filters>) => void }) => {
  const types = useOperation(listTypes, {}).data?.types ?? []
  return (
    <View className='yp-tools'>
      <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='证件类型' value={filters.typeId} options={types.map(({ id, name }) => ({ value: id, label: name }))} onChange={(typeId) => change({ typeId })} />
    </View>
  )
}

const askedOf = ({ departmentId, typeId }: Filters) => ({ ...(departmentId !== '' && { departmentId }), ...(typeId !== '' && { typeId }) })
const NOTHING = { rows: [], months: [] }

/** 复审/培训计划 (B36): the next twelve months by 月 × 科室 × 类型, exported with everybody’s name. */
export const YearPlan = () => {
  const wide = useIsWide()
  const [filters, setFilters] = useState<Filters>({ departmentId: '', typeId: '' })
  const query = askedOf(filters)
  const asked = useOperation(getYearPlan, query)
  const exporting = useExport(exportYearPlan, query)
  const { rows, months } = asked.data ?? NOTHING
  const all = rows.reduce((sum, line) => sum + totalOf(line), 0)
  const action = <Button kind={wide ? 'line' : 'fill'} busy={exporting.busy} onClick={() => void exporting.start()}>导出Excel</Button>
  return (
    <PageFrame title={TITLE} breadcrumb={['证照管理', TITLE]} back={wide ? undefined : () => goBack('/pages/work/statistics/report')} action={wide ? <><Button kind='line' onClick={printPage}>打印</Button>{action}</> : undefined}>
      <Tools filters={filters} change={(over) => setFilters({ ...filters, ...over })} />
      <View className='yp-say'>
        <View className='cap'>{`今后 12 个月要办 ${all} 张。有复审窗口的按最晚提交复审的月份，其他按有效期的月份。`}</View>
        {exporting.trouble !== '' && <Notice tone='warn' icon='warn'>{exporting.trouble}</Notice>}
        {!wide && <View className='yp-act'>{action}</View>}
      </View>
      <TableBody asked={asked} safe='' empty={<Empty note='今后 12 个月没有要复审或到期的证照。' />}>
        {wide ? <Table caption={TITLE} columns={columnsOf(months)} rows={rows} rowKey={keyOf} /> : <Lines rows={rows} months={months} />}
      </TableBody>
    </PageFrame>
  )
}
