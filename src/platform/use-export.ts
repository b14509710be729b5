import type { exportYearPlan } from '../../contract/year-plan'
import type { exportCertificates, exportDevices } from '../../contract/sheet'
import type { InputOf } from '../../contract/operation'
import { failureWords, type WordBook } from './failure-words'
import { saveFile } from './save-file'
import { toast } from './toast'
import { useCommand } from './use-operation'

type Exporting = typeof exportCertificates | typeof exportDevices | typeof exportYearPlan

const EXPORT_FAILURES: WordBook = {
  'export.nothing': '没有可导出的内容，换个条件试试。',
  'export.too-many': ({ rows, max }) => `共 ${String(rows)} 行，一次最多导出 ${String(max)} 行，请缩小范围分次导出。`,
}

export interface Export { start: () => Promise<void>; busy: boolean; trouble: string }

/** 导出 of a list as filtered (B23, S47); `trouble` is '' while nothing failed. */
export function useExport<O extends Exporting>(operation: O, query: InputOf<O>): Export {
  const { run, busy, failure } = useCommand(operation)
  const start = async (): Promise<void> => {
    const made = await run(query)
    if (made === null) return
    await saveFile(made)
    toast(`已导出 ${made.rows} 行`)
  }
  return { start, busy, trouble: failure === null ? '' : failureWords(failure.code, failure.detail, EXPORT_FAILURES) }
}
