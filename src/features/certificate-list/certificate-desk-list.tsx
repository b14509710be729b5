import { useMemo, useState } from 'react'
import { listCertificateDevices, listCertificates } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import { useToday } from '../../platform/server-clock'
import { toggleTicked, useTicked } from '../../platform/ticked'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { FilterSelect } from '../../ui/filter-select'
import { JumpTo } from '../../ui/jump-to'
import { KeywordBar } from '../../ui/keyword-bar'
import { PageFrame } from '../../ui/page-frame'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import { BucketStrip } from './bucket-strip'
import { BulkBar, tickColumn } from './bulk-bar'
import { certificateColumns } from './certificate-columns'
import { CLEARED, certificateQuery, useCertificateFilters } from './filters'
import { addCertificate, openCertificate } from './links'
import { NoCertificates } from './no-certificates'
import { useExport } from './use-export'
import { REMINDERS_SAFE } from './wording'
import './certificate-list.scss'

type Kept = ReturnType<typeof useCertificateFilters>
const TITLE = '设备操作证管理'

/** The types to choose from; one that is chosen stays in the list even when no proposal names it. */
const typeOptions = (types: readonly string[], chosen: string) =>
  [...new Set([...types, chosen])].filter((type) => type !== '').map((type) => ({ value: type, label: type }))

const Tools = ({ filters, change, deviceTypes }: Kept & { deviceTypes: readonly string[] }) => (
  <div className='cdesk'>
    <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='请输入关键词' />
    <FilterSelect label='设备类型' value={filters.deviceType} options={typeOptions(deviceTypes, filters.deviceType)} onChange={(deviceType) => change({ deviceType })} />
    <FilterSelect label='所属科室' value={filters.departmentId} options={useDepartments()} onChange={(departmentId) => change({ departmentId })} />
  </div>
)

const Foot = ({ filters, change, total, certificates }: Kept & { total: number; certificates: number | undefined }) => (
  <div className='cfoot'>
    <Pager
      page={filters.page}
      pageSize={filters.pageSize}
      total={total}
      summary={certificates === undefined ? `共 ${total} 行` : `共 ${total} 行，${certificates} 张证`}
      onPage={(page) => change({ page })}
      onPageSize={(pageSize) => change({ pageSize })}
    />
    <JumpTo last={Math.max(1, Math.ceil(total / filters.pageSize))} onPage={(page) => change({ page })} />
  </div>
)

const NO_ROWS: OutputOf<typeof listCertificateDevices> = { rows: [], total: 0, page: 1, pageSize: 10 }

interface RowsProps extends Kept {
  mayWrite: boolean
  certificates: number | undefined
  /** Rows are being ticked; `onEnd` leaves that. */
  bulk: boolean
  onEnd: () => void
}

const Rows = ({ filters, change, mayWrite, certificates, bulk, onEnd }: RowsProps) => {
  const asked = useOperation(listCertificateDevices, { ...certificateQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const today = useToday()
  const { rows, total, page, pageSize } = asked.data ?? NO_ROWS
  const before = (page - 1) * pageSize
  const chosen = useTicked()
  const columns = useMemo(() => [...(bulk ? [tickColumn(chosen)] : []), ...certificateColumns({ today, mayWrite, before })], [today, mayWrite, before, bulk, chosen])
  return (
    <>
      {bulk && <BulkBar rows={rows} onEnd={onEnd} />}
      <TableBody asked={asked} safe={REMINDERS_SAFE} empty={<NoCertificates filters={filters} onClear={() => change(CLEARED)} />}>
        <Table caption={TITLE} columns={columns} rows={rows} rowKey={(row) => `${row.certificateId} ${row.deviceId}`} chosen={(row) => bulk && chosen.includes(row.certificateId)} onRow={bulk ? ({ certificateId }) => toggleTicked(certificateId) : ({ certificateId }) => openCertificate(certificateId)} />
        <Foot filters={filters} change={change} total={total} certificates={certificates} />
      </TableBody>
    </>
  )
}

/** One row per certificate × device as the guide has it (S8, S9); the counts above are certificates. */
export const CertificateDeskList = ({ deviceTypes }: { deviceTypes: readonly string[] }) => {
  const { filters, change } = useCertificateFilters()
  const { data, failure } = useOperation(listCertificates, { ...certificateQuery(filters), page: 1, pageSize: 1 })
  const counted = failure === null ? data : undefined
  const mayWrite = useMay('certificate.write')
  const { start, busy, trouble } = useExport(filters)
  const [bulk, setBulk] = useState(false)
  return (
    <PageFrame
      title={TITLE}
      breadcrumb={['证照管理', TITLE]}
      action={<><Button kind='line' busy={busy} onClick={() => void start()}>导出</Button>{mayWrite && !bulk && <Button kind='line' onClick={() => setBulk(true)}>批量</Button>}{mayWrite && <Button icon='plus' onClick={addCertificate}>新增设备操作证</Button>}</>}
      top={<Tools filters={filters} change={change} deviceTypes={deviceTypes} />}
    >
      {trouble !== '' && <Notice icon='warn' tone='warn'>{trouble}</Notice>}
      <BucketStrip counts={counted?.counts} value={filters.bucket} onChange={(bucket) => change({ bucket })} />
      <Rows filters={filters} change={change} mayWrite={mayWrite} certificates={counted?.total} bulk={bulk} onEnd={() => setBulk(false)} />
    </PageFrame>
  )
}
