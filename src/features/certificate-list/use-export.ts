import { exportCertificates } from '../../../contract/sheet'
import { saveFile } from '../../platform/save-file'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { certificateQuery, type CertificateFilters } from './filters'

/** 导出 of the list as filtered (B23); `trouble` is '' while nothing failed. */
export function useExport(filters: CertificateFilters): { start: () => Promise<void>; busy: boolean; trouble: string } {
  const { run, busy, failure } = useCommand(exportCertificates)
  const start = async (): Promise<void> => {
    const made = await run(certificateQuery(filters))
    if (made === null) return
    await saveFile(made)
    toast(`已导出 ${made.rows} 行`)
  }
  return { start, busy, trouble: failure === null ? '' : exportWords(failure) }
}

const exportWords = ({ code, detail, message }: { code: string; detail: Readonly<Record<string, unknown>>; message: string }): string => {
  if (code === 'export.nothing') return '没有可导出的操作证，换个条件试试。'
  return code === 'export.too-many' ? `共 ${String(detail.rows)} 行，一次最多导出 ${String(detail.max)} 行，请按科室或有效期分次导出。` : message
}
