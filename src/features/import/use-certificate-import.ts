import { useState } from 'react'
import { certificateTemplate, faultyCertificateRows, previewCertificateImport, startCertificateImport } from '../../../contract/certificate-import'
import { listTypes } from '../../../contract/type'
import { DEVICE_OPERATOR_ID } from '../../../domain/certificate/certificate'
import { replaceWith } from '../../platform/navigate'
import { useCommand, useOperation } from '../../platform/use-operation'
import { leaveFaulty } from './leave-faulty'
import { useHandOut } from './use-hand-out'
import { usePhotos } from './use-photos'
import { useSheet } from './use-sheet'
import { importFailure } from './wording'

/** Types of which new certificates may come in. */
function useTypes() {
  const { data } = useOperation(listTypes, {})
  return (data?.types ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))
}

/** An import of certificates (B23): a sheet, what it would do, and the job that does it. */
export function useCertificateImport(typeOfPage: string) {
  const sheet = useSheet('certificate')
  const photos = usePhotos('import-photos:certificate')
  const [typeId, setTypeId] = useState(typeOfPage === '' ? DEVICE_OPERATOR_ID : typeOfPage)
  const asked = sheet.asked && { ...sheet.asked, typeId, packIds: photos.packs.map(({ id }) => id) }
  const looked = useOperation(previewCertificateImport, asked)
  const preview = looked.failure === null ? looked.data : undefined
  const faulty = useHandOut(faultyCertificateRows, asked)
  const [downloaded, setDownloaded] = useState(false)
  const begin = useCommand(startCertificateImport)

  const start = async (): Promise<void> => {
    if (!asked || !preview) return
    if (preview.faulty > 0 && !downloaded && !await leaveFaulty(preview.ready, preview.faulty)) return
    const made = await begin.run({ ...asked, digest: preview.digest })
    if (!made) return
    sheet.drop()
    // Photos of rows that are still to be mended wait for them.
    if (preview.faulty === 0) photos.clear()
    replaceWith('/pages/work/record/job', { id: made.jobId })
  }
  const downloadFaulty = (): void => {
    setDownloaded(true)
    faulty.start()
  }
  return {
    sheet, photos, preview, looked, types: useTypes(), typeId, setTypeId,
    template: useHandOut(certificateTemplate, {}), faulty: { ...faulty, start: downloadFaulty },
    start, busy: begin.busy, settled: !looked.refreshing, trouble: importFailure(begin.failure),
  }
}
export type CertificateImportDesk = ReturnType<typeof useCertificateImport>
