import { useMemo } from 'react'
import { listDevices } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { exportDevices } from '../../../contract/sheet'
import { DEVICE_STATUSES } from '../../../domain/device/device'
import { useDepartments } from '../../platform/use-departments'
import { useDeviceTypes } from '../../platform/use-device-types'
import { useExport } from '../../platform/use-export'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { FilterSelect } from '../../ui/filter-select'
import { JumpTo } from '../../ui/jump-to'
import { KeywordBar } from '../../ui/keyword-bar'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import { deviceColumns } from './device-columns'
import { addDevice, openDevice, printLabels } from './device-links'
import { CLEARED, deviceQuery, useDeviceFilters } from './filters'
import { NoDevices } from './no-devices'
import { LIST_SAFE, STATUS_WORDS } from './wording'
import './device-list.scss'

type Kept = ReturnType<typeof useDeviceFilters>
const TITLE = '查询设备档案'
const STATUS_OPTIONS = DEVICE_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))

const Tools = ({ filters, change }: Kept) => {
  const departments = useDepartments()
  const types = useDeviceTypes().map((value) => ({ value, label: value }))
  return (
    <div className='deskbar'>
      <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='请输入关键词' />
      <FilterSelect label='科室' none='请点击选择' value={filters.departmentId} options={departments} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='在档状态' value={filters.status} options={STATUS_OPTIONS} onChange={(status) => change({ status: DEVICE_STATUSES.find((each) => each === status) ?? '' })} />
      <FilterSelect label='设备类型' value={filters.type} options={types} onChange={(type) => change({ type })} />
      <Button kind='text' onClick={() => change(CLEARED)}>清空</Button>
    </div>
  )
}

const NO_ROWS: OutputOf<typeof listDevices> = { rows: [], total: 0, page: 1, pageSize: 10 }

const Foot = ({ filters, change, total }: Kept & { total: number }) => (
  <div className='deskfoot'>
    <Pager
      page={filters.page}
      pageSize={filters.pageSize}
      total={total}
      summary={`共 ${total} 台`}
      onPage={(page) => change({ page })}
      onPageSize={(pageSize) => change({ pageSize })}
    />
    <JumpTo last={Math.max(1, Math.ceil(total / filters.pageSize))} onPage={(page) => change({ page })} />
  </div>
)

/** 查询设备档案 on the desk: the guide's table with its pager (S47). */
export const DeviceDeskList = () => {
  const { filters, change } = useDeviceFilters()
  const asked = useOperation(listDevices, { ...deviceQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const mayAdd = useMay('device.write')
  const exporting = useExport(exportDevices, deviceQuery(filters))
  const { rows, total, page, pageSize } = asked.data ?? NO_ROWS
  const before = (page - 1) * pageSize
  const columns = useMemo(() => deviceColumns(before), [before])
  return (
    <PageFrame
      title={TITLE}
      breadcrumb={['设备档案管理', TITLE]}
      action={(
        <>
          <Button kind='line' busy={exporting.busy} onClick={() => void exporting.start()}>导出Excel</Button>
          {mayAdd && <Button kind='line' onClick={() => printLabels(deviceQuery({ ...filters, type: '' }))}>二维码打印</Button>}
          {mayAdd && <Button icon='plus' onClick={addDevice}>新增设备档案</Button>}
        </>
      )}
      top={<Tools filters={filters} change={change} />}
    >
      {exporting.trouble !== '' && <Notice icon='warn' tone='warn'>{exporting.trouble}</Notice>}
      <TableBody asked={asked} safe={LIST_SAFE} empty={<NoDevices filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={rows} rowKey={(device) => device.id} onRow={(device) => openDevice(device.id)} />
        <Foot filters={filters} change={change} total={total} />
      </TableBody>
    </PageFrame>
  )
}
