import { listAudit, type AuditEntry } from '../../../contract/audit'
import { changeWords, doneWords } from '../../../domain/audit/words'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import type { OutputOf } from '../../../contract/operation'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { Table } from '../../ui/table'
import { TableBody } from '../../ui/table-body'
import type { Column } from '../../ui/table-props'
import { AuditTools } from './audit-tools'
import { auditQuery, CLEARED, useAuditFilters } from './filters'
import { useAuditExport } from './use-audit-export'
import './audit.scss'

const TITLE = '审计日志'
const NO_ROWS: OutputOf<typeof listAudit> = { rows: [], total: 0, page: 1, pageSize: 20 }

const When = ({ at }: { at: string }) => <span className='num'>{dayOf(new Date(at))}<div className='tbl__sub'>{timeOf(new Date(at))}</div></span>
const Changes = ({ entry }: { entry: AuditEntry }) => (entry.changes.length === 0
  ? <span className='ink3'>—</span>
  : <div className='achanges'>{entry.changes.map((change) => <div key={change.field}>{changeWords(change)}</div>)}</div>)

const COLUMNS: readonly Column<AuditEntry>[] = [
  { key: 'at', title: '时间', width: '110px', cell: (entry) => <When at={entry.at} /> },
  { key: 'by', title: '操作人', width: '100px', cell: (entry) => entry.by },
  { key: 'done', title: '做了什么', width: '150px', cell: (entry) => doneWords(entry.operation) },
  { key: 'about', title: '对象', width: '200px', cell: (entry) => <div className='achanges'>{entry.about === '' ? <span className='ink3'>—</span> : entry.about}</div> },
  { key: 'changes', title: '改动', cell: (entry) => <Changes entry={entry} /> },
]

/** 审计日志 on the desk: who did what when, before and after (B25). */
export const AuditDesk = () => {
  const { filters, change } = useAuditFilters()
  const asked = useOperation(listAudit, { ...auditQuery(filters), page: filters.page, pageSize: filters.pageSize })
  const taken = useAuditExport(filters)
  const { rows, total } = asked.data ?? NO_ROWS
  const action = <Button kind='line' busy={taken.busy} onClick={() => void taken.start()}>导出</Button>
  const empty = <Empty note='没有符合条件的记录。' action={<Button kind='line' onClick={() => change(CLEARED)}>清空条件</Button>} />
  return (
    <PageFrame title={TITLE} breadcrumb={[TITLE]} action={action} top={<AuditTools filters={filters} change={change} />}>
      {taken.trouble !== '' && <Notice tone='warn' icon='warn'>{taken.trouble}</Notice>}
      <TableBody asked={asked} safe='记录都还在。' empty={empty}>
        <Table caption={TITLE} columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />
        <Pager page={filters.page} pageSize={filters.pageSize} total={total} onPage={(page) => change({ page })} onPageSize={(pageSize) => change({ pageSize })} />
      </TableBody>
    </PageFrame>
  )
}
