import { packDevices, type PackRow } from '../../../contract/review'
import { goTo } from '../../platform/navigate'
import { useOperation } from '../../platform/use-operation'
import { Empty } from '../../ui/empty'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import type { Kept } from './filters'
import { PackPapers } from './pack-papers'
import { countOf, isShort } from './wording'

const columnsOf = (stamp: string): Array<Column<PackRow>> => [
  { key: 'code', title: '唯一码', width: '84px', cell: ({ code }) => <span className='num'>{code}</span> },
  { key: 'name', title: '设备名称', width: '210px', cell: ({ name }) => name },
  { key: 'department', title: '所属科室', width: '110px', cell: ({ department }) => department },
  { key: 'count', title: '持证人数', width: '84px', align: 'center', cell: (row) => <span className={`num ${isShort(row) ? 'over' : ''}`}>{countOf(row)}</span> },
  { key: 'papers', title: '持证人与证件', cell: (row) => <PackPapers row={row} stamp={stamp} /> },
]

/** The devices of the pack on the desk, as a table that prints. */
export const PackDesk = ({ filters, change, asked, stamp }: Kept & { stamp: string }) => {
  const found = useOperation(packDevices, { ...asked, page: filters.page, pageSize: filters.pageSize })
  const total = found.data?.total ?? 0
  return (
    <TableBody asked={found} safe='' empty={<Empty note='这个范围没有设备。' />}>
      <Table caption='设备与持证人' columns={columnsOf(stamp)} rows={found.data?.rows ?? []} rowKey={({ id }) => id} onRow={({ id }) => goTo('/pages/device/record/detail', { id })} />
      <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 台`} onPage={(page) => change({ page })} onPageSize={(pageSize) => change({ pageSize })} />
    </TableBody>
  )
}
