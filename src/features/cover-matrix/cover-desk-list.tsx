import { useMemo } from 'react'
import { coverMatrix, type CoverRow } from '../../../contract/cover'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { goTo } from '../../platform/navigate'
import { printPage } from '../../platform/print-page'
import { useToday } from '../../platform/server-clock'
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
  { key: 'count', title: '持证人数', width: '90px', align: 'center', cell: ({ holders }) => <span className='num'>{holders.length}</span> },
  { key: 'who', title: '可操作人员', cell: (row) => <CoverPeople row={row} on={on} /> },
]

/** 谁可操作 on the desk: as a table that prints on A4, per department by its filter (B4, B31, B35). */
export const CoverDeskList = () => {
  const { filters, change } = useCoverFilters()
  const asked = useOperation(coverMatrix, { ...coverQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const today = useToday()
  const on = filters.on ?? today
  const columns = useMemo(() => columnsOn(on), [on])
  const total = asked.data?.total ?? 0
  return (
    <PageFrame
      title={TITLE}
      breadcrumb={['证照管理', TITLE]}
      action={<Button kind='line' onClick={printPage}>打印</Button>}
      top={<CoverTools filters={filters} change={change} />}
    >
      <div className='cov-print'>{`${on} 可操作人员名单。名单之外：系统内无有效操作证记录。`}</div>
      <TableBody asked={asked} safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={asked.data?.rows ?? []} rowKey={({ id }) => id} onRow={({ id }) => goTo('/pages/device/record/detail', { id })} />
        <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 台`} onPage={(page) => change({ page })} onPageSize={(pageSize) => change({ pageSize })} />
      </TableBody>
    </PageFrame>
  )
}
