import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { coverMatrix, type CoverRow } from '../../../contract/cover'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { printPage } from '../../platform/print-page'
import { useToday } from '../../platform/server-clock'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import { CoverGrid } from './cover-grid'
import { CoverPeople } from './cover-people'
import { CoverTools } from './cover-tools'
import { CLEARED, coverQuery, useCoverFilters } from './filters'
import { openDevice } from './links'
import { NoCover } from './no-cover'
import { PeopleNotice } from './people-notice'
import { usePeople } from './use-people'
import { countOf } from './wording'

const TITLE = '谁可操作'

const columnsOn = (on: CivilDay): Array<Column<CoverRow>> => [
  { key: 'code', title: '唯一码', width: '90px', cell: ({ code }) => <span className='num'>{code}</span> },
  { key: 'name', title: '设备名称', width: '240px', cell: ({ name }) => name },
  { key: 'department', title: '所属科室', width: '130px', cell: ({ department }) => department.name },
  { key: 'count', title: '持证人数', width: '90px', align: 'center', cell: (row) => <span className='num'>{countOf(row)}</span> },
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

type View = ReturnType<typeof useCoverFilters>

const Frame = ({ view: { filters, change }, on, total, print, children }: { view: View; on: CivilDay; total: number; print: { start: () => void; busy: boolean }; children: ReactNode }) => {
  const scope = printedScope(filters.departmentId, useDepartments())
  return (
    <PageFrame
      title={TITLE}
      breadcrumb={['证照管理', TITLE]}
      action={<Button kind='line' busy={print.busy} onClick={print.start}>打印</Button>}
      top={<CoverTools filters={filters} change={change} />}
    >
      <div className='cov-print'>{`${scope}${on} 可操作人员名单。名单之外：系统内无有效操作证记录。${total > filters.pageSize ? `共 ${total} 台，这里是第 ${filters.page} 页，请按科室打印。` : ''}`}</div>
      {children}
    </PageFrame>
  )
}

const Pages = ({ view: { filters, change }, total }: { view: View; total: number }) => (
  <Pager page={filters.page} pageSize={filters.pageSize} total={total} summary={`共 ${total} 台`} onPage={(page) => change({ page })} onPageSize={(pageSize) => change({ pageSize })} />
)

/** One row per device (B31, B35). */
const ByDevice = ({ view, on }: { view: View; on: CivilDay }) => {
  const { filters, change } = view
  const asked = useOperation(coverMatrix, { ...coverQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const columns = useMemo(() => columnsOn(on), [on])
  const total = asked.data?.total ?? 0
  const print = usePrintAll(asked, () => change({ pageSize: MOST_PRINTED }))
  return (
    <Frame view={view} on={on} total={total} print={print}>
      <TableBody asked={asked} safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={asked.data?.rows ?? []} rowKey={({ id }) => id} onRow={({ id }) => openDevice(id)} />
        <Pages view={view} total={total} />
      </TableBody>
    </Frame>
  )
}

/** 人员 × 设备 (B4); its sheet is the page of devices that is looked at. */
const ByPerson = ({ view, on }: { view: View; on: CivilDay }) => {
  const { filters, change } = view
  const known = usePeople(filters)
  const mayOpenPeople = useMay('person.read')
  const total = known.asked.data?.total ?? 0
  return (
    <Frame view={view} on={on} total={total} print={{ start: printPage, busy: false }}>
      <TableBody asked={known.asked} safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
        <PeopleNotice {...known} />
        {known.people.length > 0 && <CoverGrid devices={known.devices} people={known.people} on={on} mayOpenPeople={mayOpenPeople} />}
        <Pages view={view} total={total} />
      </TableBody>
    </Frame>
  )
}

/** 谁可操作 on the desk: by device or as 人员 × 设备, to print on A4, per department by its filter (B4, B31, B35). */
export const CoverDeskList = () => {
  const view = useCoverFilters()
  const today = useToday()
  const on = view.filters.on ?? today
  return view.filters.view === 'people' ? <ByPerson view={view} on={on} /> : <ByDevice view={view} on={on} />
}
