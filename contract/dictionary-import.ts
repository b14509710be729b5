import * as v from 'valibot'
import { SHEETS } from './hourly'
import { handedOut, sheetAsked, sheetPreview } from './import'
import { command, query } from './operation'
import { count, id, nothing } from './shapes'

/** What an import of dictionaries would do, row by row; nothing is changed (B23). Failures: as `certificate-import.preview`. */
export const previewDictionaryImport = query('dictionary-import.preview', { input: v.strictObject(sheetAsked), output: v.strictObject(sheetPreview), may: 'settings.write' })

/** Stages every row that holds something new and answers the job that is under way (contract/job.ts). Failures: as `device-import.start`. */
export const startDictionaryImport = command('dictionary-import.start', {
  input: v.strictObject({ ...sheetAsked, digest: v.string() }),
  output: v.strictObject({ jobId: id, rows: count }),
  may: 'settings.write',
})

/** The rows that cannot be imported, as they came, with 原因 before them. Failures: as the preview, import.nothing-faulty. */
export const faultyDictionaryRows = command('dictionary-import.faulty', { input: v.strictObject(sheetAsked), output: handedOut, may: 'settings.write', hourly: SHEETS })

/** An empty sheet with a column per dictionary and an example. */
export const dictionaryTemplate = command('dictionary-import.template', { input: nothing, output: handedOut, may: 'settings.write', hourly: SHEETS })
