import { exportAudit } from '../../../contract/audit'
import { failureWords, type WordBook } from '../../platform/failure-words'
import { saveFile } from '../../platform/save-file'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { auditQuery, type AuditFilters } from './filters'

const FAILURES: WordBook = {
  'export.nothing': '没有可导出的记录，换个条件试试。',
  'export.too-many': ({ rows, max }) => `共 ${String(rows)} 条，一次最多导出 ${String(max)} 条，请按日期分次导出。`,
}

/** 导出 of the log as filtered; `trouble` is '' while nothing failed. */
export function useAuditExport(filters: AuditFilters): { start: () => Promise<void>; busy: boolean; trouble: string } {
  const { run, busy, failure } = useCommand(exportAudit)
  const start = async (): Promise<void> => {
    const made = await run(auditQuery(filters))
    if (made === null) return
    await saveFile(made)
    toast(`已导出 ${made.rows} 条`)
  }
  return { start, busy, trouble: failure === null ? '' : failureWords(failure.code, failure.detail, FAILURES) }
}
