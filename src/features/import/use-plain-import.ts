import { useState } from 'react'
import type * as v from 'valibot'
import type { handedOut, sheetAsked, SheetPreview } from '../../../contract/import'
import type { nothing } from '../../../contract/shapes'
import type { Operation } from '../../../contract/operation'
import { replaceWith } from '../../platform/navigate'
import { useCommand, useOperation } from '../../platform/use-operation'
import { leaveFaulty } from './leave-faulty'
import { useHandOut } from './use-hand-out'
import { useSheet } from './use-sheet'
import { importFailure } from './wording'

type Asked = v.StrictObjectSchema<typeof sheetAsked, undefined>
type Confirmed = v.StrictObjectSchema<typeof sheetAsked & { digest: v.StringSchema<undefined> }, undefined>

/** The four operations of an import that is nothing but its sheet. */
export interface PlainImportCalls {
  preview: Operation<Asked, v.GenericSchema<unknown, SheetPreview>>
  start: Operation<Confirmed, v.GenericSchema<unknown, { jobId: string; rows: number }>>
  faulty: Operation<Asked, typeof handedOut>
  template: Operation<typeof nothing, typeof handedOut>
}

/** An import of a sheet (B23): what it would do, and the job that does it. `kind` keeps imports apart. */
export function usePlainImport(kind: string, calls: PlainImportCalls) {
  const sheet = useSheet(kind)
  const looked = useOperation(calls.preview, sheet.asked)
  const preview = looked.failure === null ? looked.data : undefined
  const faulty = useHandOut(calls.faulty, sheet.asked)
  const [downloaded, setDownloaded] = useState(false)
  const begin = useCommand(calls.start)

  const start = async (): Promise<void> => {
    if (!sheet.asked || !preview) return
    if (preview.faulty > 0 && !downloaded && !await leaveFaulty(preview.ready, preview.faulty)) return
    const made = await begin.run({ ...sheet.asked, digest: preview.digest })
    if (!made) return
    sheet.drop()
    replaceWith('/pages/work/record/job', { id: made.jobId })
  }
  const downloadFaulty = (): void => {
    setDownloaded(true)
    faulty.start()
  }
  return {
    sheet, preview, looked, template: useHandOut(calls.template, {}), faulty: { ...faulty, start: downloadFaulty },
    start, busy: begin.busy, settled: !looked.refreshing, trouble: importFailure(begin.failure),
  }
}
export type PlainImportDesk = ReturnType<typeof usePlainImport>
