import * as v from 'valibot'
import { SHEETS } from './hourly'
import { handedOut, sheetAsked, sheetPreview } from './import'
import { command, query } from './operation'
import { count, id, nothing } from './shapes'

/** What an import of people would do, row by row; nothing is changed (B23, B27). Failures: as `certificate-import.preview`. */
export const previewPersonImport = query('person-import.preview', { input: v.strictObject(sheetAsked), output: v.strictObject(sheetPreview), may: 'person.write' })

/**
 * Stages every row that can be imported and answers the job that is under way (contract/job.ts). `digest` is the preview's.
 * Failures: as the preview, import.changed-meanwhile, import.nothing-ready, job.too-many-rows {max}.
 */
export const startPersonImport = command('person-import.start', {
  input: v.strictObject({ ...sheetAsked, digest: v.string() }),
  output: v.strictObject({ jobId: id, rows: count }),
  may: 'person.write',
})

/** The rows that cannot be imported, as they came, with 原因 before them. Failures: as the preview, import.nothing-faulty. */
export const faultyPersonRows = command('person-import.faulty', { input: v.strictObject(sheetAsked), output: handedOut, may: 'person.write', hourly: SHEETS })

/** An empty sheet with the columns, an example and what may stand in each. */
export const personTemplate = command('person-import.template', { input: nothing, output: handedOut, may: 'person.write', hourly: SHEETS })
