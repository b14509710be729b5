import { useState } from 'react'
import { listCertificateDevices, listCertificates } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import { exportCertificates } from '../../../contract/sheet'
import { useToday } from '../../platform/server-clock'
import { toggleTicked, useTicked } from '../../platform/ticked'
import { useDepartments } from '../../platform/use-departments'
import { useDeviceTypes } from '../../platform/use-device-types'
import { useExport, type Export } from '../../platform/use-export'
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
import { CLEARED, certificateQuery, orderedQuery, turned, type useCertificateFilters } from './filters'
import { DEVICE_CERTIFICATES, type ListKind } from './kinds'
import { addCertificate, importCertificates, openCertificate } from './links'
import { NoCertificates } from './no-certificates'
import { useKindTypes } from './use-kind-types'
import { REMINDERS_SAFE } from './wording'
import './certificate-list.scss'

type Kept = ReturnType<typeof useCertificateFilters>
type KindTypes = ReturnType<typeof useKindTypes>

/** The types to choose from; one that is chosen stays in the list even when no proposal names it. */
const typeOptions = (types: readonly string[], chosen: string) =>
  [...new Set([...types, chosen])].filter((type) => type !== '').map((type) => ({ value: type, label: type }))

const Tools = ({ filters, change, kind, types }: Kept & { kind: ListKind; types: KindTypes }) => {
  const [deviceTypes, departments] = [useDeviceTypes(), useDepartments()]
  return (
    <div className='cdesk'>
      <KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='请输入关键词' />
      {kind.menu !== 'staff-qualification' && <FilterSelect label='设备类型' value={filters.deviceType} options={typeOptions(deviceTypes, filters.deviceType)} onChange={(deviceType) => change({ deviceType })} />}
      <FilterSelect label='所属科室' value={filters.departmentId} options={departments} onChange={(departmentId) => change({ departmentId })} />
      <FilterSelect label='证件类型' value={filters.typeId} options={types.options} onChange={(typeId) => change({ typeId })} />
    </div>
  )
}

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
  kind: ListKind
  types: KindTypes
  onAdd: () => void
  mayWrite: boolean
  certificates: number | undefined
  /** Rows are being ticked; `onEnd` leaves that. */
  bulk: boolean
  onEnd: () => void
}

const Rows = ({ filters, change, kind, types: { nameOf }, onAdd, mayWrite, certificates, bulk, onEnd }: RowsProps) => {
  const asked = useOperation(listCertificateDevices, { ...orderedQuery(filters), menu: kind.menu, page: filters.page, pageSize: filters.pageSize })
  const today = useToday()
  const { rows, total, page, pageSize } = asked.data ?? NO_ROWS
  const before = (page - 1) * pageSize
  const chosen = useTicked()
  const order = { direction: filters.order === 'far' ? 'descending' : 'ascending', turn: () => change(turned(filters)) } as const
  const columns = [...(bulk ? [tickColumn(chosen)] : []), ...certificateColumns({ today, mayWrite, before, kind, order, nameOf })]
  return (
    <>
      {bulk && <BulkBar rows={rows} onEnd={onEnd} />}
      <TableBody asked={asked} safe={REMINDERS_SAFE} empty={<NoCertificates filters={filters} noun={kind.noun} onAdd={onAdd} onClear={() => change(CLEARED)} />}>
        <Table caption={kind.title} columns={columns} rows={rows} rowKey={(row) => `${row.certificateId} ${row.deviceId}`} chosen={(row) => bulk && chosen.includes(row.certificateId)} onRow={bulk ? ({ certificateId }) => toggleTicked(certificateId) : ({ certificateId }) => openCertificate(certificateId)} />
        <Foot filters={filters} change={change} total={total} certificates={certificates} />
      </TableBody>
    </>
  )
}

interface ActionsProps { noun: string; exporting: Export; bulk: boolean; onBulk: () => void; onImport: () => void; onAdd: () => void }

const Actions = ({ noun, exporting, bulk, onBulk, onImport, onAdd }: ActionsProps) => {
  const mayWrite = useMay('certificate.write')
  return (
    <>
      <Button kind='line' busy={exporting.busy} onClick={() => void exporting.start()}>导出</Button>
      {mayWrite && <Button kind='line' onClick={onImport}>导入</Button>}
      {mayWrite && !bulk && <Button kind='line' onClick={onBulk}>批量</Button>}
      {mayWrite && <Button icon='plus' onClick={onAdd}>{`新增${noun}`}</Button>}
    </>
  )
}

interface Props {
  kind?: ListKind
}

/** One row per certificate × device as the guide has it (S8, S9); the counts above are certificates. The neighbours are kept by the same list. */
export const CertificateDeskList = ({ kind = DEVICE_CERTIFICATES }: Props) => {
  const { filters, change } = kind.useFilters()
  const query = { ...certificateQuery(filters), menu: kind.menu }
  const { data, failure } = useOperation(listCertificates, { ...query, page: 1, pageSize: 1 })
  const counted = failure === null ? data : undefined
  const types = useKindTypes(kind)
  const mayWrite = useMay('certificate.write')
  const exporting = useExport(exportCertificates, query)
  const [bulk, setBulk] = useState(false)
  const add = () => addCertificate(types.forNew(filters.typeId))
  return (
    <PageFrame
      title={kind.title}
      breadcrumb={['证照管理', kind.title]}
      action={<Actions noun={kind.noun} exporting={exporting} bulk={bulk} onBulk={() => setBulk(true)} onImport={() => importCertificates(types.forNew(filters.typeId))} onAdd={add} />}
      top={<Tools filters={filters} change={change} kind={kind} types={types} />}
    >
      {exporting.trouble !== '' && <Notice icon='warn' tone='warn'>{exporting.trouble}</Notice>}
      <BucketStrip counts={counted?.counts} value={filters.bucket} onChange={(bucket) => change({ bucket })} />
      <Rows filters={filters} change={change} kind={kind} types={types} onAdd={add} mayWrite={mayWrite} certificates={counted?.total} bulk={bulk} onEnd={() => setBulk(false)} />
    </PageFrame>
  )
}
