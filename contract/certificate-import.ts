import * as v from 'valibot'
import { DEVICE_OPERATOR_ID } from '../domain/certificate/certificate'
import { SHEETS } from './hourly'
import { handedOut, sheetAsked, sheetPreview } from './import'
import { command, query } from './operation'
import { count, id, nothing } from './shapes'

/** What a sheet of certificates is read with; `typeId` is the type of rows that name none, `packIds` are packs of photos that were unpacked. */
const asked = { ...sheetAsked, typeId: v.optional(id, DEVICE_OPERATOR_ID), packIds: v.pipe(v.array(id), v.maxLength(20)) }

/**
 * What an import of certificates would do, row by row; nothing is changed (B23, B33). Failures: import.file-gone, import.not-arrived,
 * import.too-large {maxBytes}, those of a sheet (sheet.too-large, sheet.broken, sheet.not-a-sheet, sheet.old-or-locked, sheet.empty,
 * sheet.too-many-rows {rows, max}, sheet.too-many-columns {columns, max}).
 */
export const previewCertificateImport = query('certificate-import.preview', {
  input: v.strictObject(asked),
  output: v.strictObject({
    ...sheetPreview,
    /** Of the rows that would be imported: expired already, and within their warning today. */
    expired: count, warned: count,
    /** Photos that go with a row, and the names of those that mean none, the first of them. */
    photos: v.strictObject({ matched: count, unmatched: count, names: v.array(v.string()) }),
  }),
  may: 'certificate.write',
})

/**
 * Stages every row that can be imported and answers the job that is under way (contract/job.ts): all of them are on record before the first is
 * applied. `digest` is the preview's. Failures: as the preview, import.changed-meanwhile, import.nothing-ready, job.too-many-rows {max}.
 */
export const startCertificateImport = command('certificate-import.start', {
  input: v.strictObject({ ...asked, digest: v.string() }),
  output: v.strictObject({ jobId: id, rows: count }),
  may: 'certificate.write',
})

/** The rows that cannot be imported, as they came, with 原因 before them. Failures: as the preview, import.nothing-faulty. */
export const faultyCertificateRows = command('certificate-import.faulty', { input: v.strictObject(asked), output: handedOut, may: 'certificate.write', hourly: SHEETS })

/** An empty sheet with the guide's columns, an example and what may stand in each. */
export const certificateTemplate = command('certificate-import.template', { input: nothing, output: handedOut, may: 'certificate.write', hourly: SHEETS })
