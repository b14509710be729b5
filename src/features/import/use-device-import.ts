import { useState } from 'react'
import { deviceTemplate, faultyDeviceRows, previewDeviceImport, startDeviceImport } from '../../../contract/device-import'
import { replaceWith } from '../../platform/navigate'
import { useCommand, useOperation } from '../../platform/use-operation'
import { leaveFaulty } from './leave-faulty'
import { useHandOut } from './use-hand-out'
import { useSheet } from './use-sheet'
import { importFailure } from './wording'

/** An import of devices (B23): a sheet, what it would do, and the job that does it. */
export function useDeviceImport() {
  const sheet = useSheet('device')
  const looked = useOperation(previewDeviceImport, sheet.asked)
  const preview = looked.failure === null ? looked.data : undefined
  const faulty = useHandOut(faultyDeviceRows, sheet.asked)
  const [downloaded, setDownloaded] = useState(false)
  const begin = useCommand(startDeviceImport)

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
    sheet, preview, looked, template: useHandOut(deviceTemplate, {}), faulty: { ...faulty, start: downloadFaulty },
    start, busy: begin.busy, settled: !looked.refreshing, trouble: importFailure(begin.failure),
  }
}
export type DeviceImportDesk = ReturnType<typeof useDeviceImport>
