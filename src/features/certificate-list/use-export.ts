import type { InputOf } from '../../../contract/operation'
import { exportCertificates } from '../../../contract/sheet'
import { failureWords, type WordBook } from '../../platform/failure-words'
import { saveFile } from '../../platform/save-file'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'

const EXPORT_FAILURES: WordBook = {
  'export.nothing': '没有可导出的内容，换个条件试试。',
  'export.too-many': ({ rows, max }) => `共 ${String(rows)} 行，一次最多导出 ${String(max)} 行，请按科室或有效期分次导出。`,
}

/** 导出 of the list as filtered (B23); `trouble` is '' while nothing failed. */
export function useExport(query: InputOf<typeof exportCertificates>): { start: () => Promise<void>; busy: boolean; trouble: string } {
  const { run, busy, failure } = useCommand(exportCertificates)
  const start = async (): Promise<void> => {
    const made = await run(query)
    if (made === null) return
    await saveFile(made)
    toast(`已导出 ${made.rows} 行`)
  }
  return { start, busy, trouble: failure === null ? '' : failureWords(failure.code, failure.detail, EXPORT_FAILURES) }
}
