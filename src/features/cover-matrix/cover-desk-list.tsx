import { useEffect, useMemo, useState } from 'react'
import { coverMatrix, type CoverRow } from '../../../contract/cover'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { goTo } from '../../platform/navigate'
import { printPage } from '../../platform/print-page'
import { useToday } from '../../platform/server-clock'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import { CoverPeople } from './cover-people'
import { CoverTools } from './cover-tools'
import { CLEARED, coverQuery, useCoverFilters } from './filters'
import { NoCover } from './no-cover'

const TITLE = '谁可操作'

const columnsOn = (on: CivilDay): Array<Column<CoverRow>> => [
  { key: 'code', title: '唯一码', width: '90px', cell: ({ code }) => <span className='num'>{code}</span> },
  { key: 'name', title: '设备名称', width: '240px', cell: ({ name }) => name },
  { key: 'department', title: '所属科室', width: '130px', cell: ({ department }) => department.name },
  { key: 'count', title: '持证人数', width: '90px', align: 'center', cell: ({ holders }) => <span className='num'>{holders.filter(({ supervised }) => !supervised).length}</span> },
  { key: 'who', title: '可操作人员', cell: (row) => <CoverPeople row={row} on={on} /> },
]

/** As many rows as the store gives at once: a department's devices on a sheet for its door. */
const MOST_PRINTED = 100

interface Read { data: { pageSize: number } | undefined; refreshing: boolean; failure: unknown }

/** Prints when the whole list is there, not the page of it that is looked at. */
function usePrintAll({ data, refreshing, failure }: Read, whole: () => void): { start: () => void; busy: boolean } {
  const [busy, setBusy] = useState(false)
  const ready = busy && !refreshing && data?.pageSize === MOST_PRINTED
  useEffect(() => {
    if (!ready) return
    setBusy(false)
    printPage()
  }, [ready])
  return { busy: busy && failure === null, start: () => { setBusy(true); whole() } }
}

/** 「影像中心 」, or nothing for the whole hospital. */
const printedScope = (departmentId: string, departments: ReadonlyArray<{ value: string; label: string }>): string => {
  const name = departments.find(({ value }) => value === departmentId)?.label
  return name === undefined ? '' : `${name} `
}

/** 谁可操作 on the desk: as a table that prints on A4, per department by its filter (B4, B31, B35). */
export const CoverDeskList = () => {
  const { filters, change } = useCoverFilters()
  const asked = useOperation(coverMatrix, { ...coverQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const departments = useDepartments()
  const today = useToday()
  const on = filters.on ?? today
  const columns = useMemo(() => columnsOn(on), [on])
  const total = asked.data?.total ?? 0
  const printing = usePrintAll(asked, () => change({ pageSize: MOST_PRINTED }))
  return (
    <PageFrame
      title={TITLE}
      breadcrumb={['证照管理', TITLE]}
      action={<Button kind='line' busy={printing.busy} onClick={printing.start}>打印</Button>}
      top={<CoverTools filters={filters} change={change} />}
    >
      <div className='cov-print'>{`${printedScope(filters.departmentId, departments)}${on} 可操作人员名单。名单之外：系统内无有效操作证记录。${total > MOST_PRINTED ? `共 ${total} 台，这里是第 ${filters.page} 页，请按科室打印。` : ''}`}</div>
      <TableBody asked={asked} safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={asked.data?.rows ?? []} rowKey={({ id }) => id} onRow={({ id }) => goTo('/pages/device/record/detail', { id })} />
        <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 台`} onPage={(page) => change({ page })} onPageSize={(pageSize) => change({ pageSize })} />
      </TableBody>
    </PageFrame>
  )
}
