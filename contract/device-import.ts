import * as v from 'valibot'
import { SHEETS } from './hourly'
import { handedOut, sheetAsked, sheetPreview } from './import'
import { command, query } from './operation'
import { count, id, nothing } from './shapes'

/** What an import of devices would do, row by row; nothing is changed (B23). Failures: as `certificate-import.preview`. */
export const previewDeviceImport = query('device-import.preview', { input: v.strictObject(sheetAsked), output: v.strictObject(sheetPreview), may: 'device.write' })

/**
 * Stages every row that can be imported and answers the job that is under way (contract/job.ts). `digest` is the preview's.
 * Failures: as the preview, import.changed-meanwhile, import.nothing-ready, job.too-many-rows {max}.
 */
export const startDeviceImport = command('device-import.start', {
  input: v.strictObject({ ...sheetAsked, digest: v.string() }),
  output: v.strictObject({ jobId: id, rows: count }),
  may: 'device.write',
})

/** The rows that cannot be imported, as they came, with 原因 before them. Failures: as the preview, import.nothing-faulty. */
export const faultyDeviceRows = command('device-import.faulty', { input: v.strictObject(sheetAsked), output: handedOut, may: 'device.write', hourly: SHEETS })

/** An empty sheet with the archive's columns, an example and what may stand in each. */
export const deviceTemplate = command('device-import.template', { input: nothing, output: handedOut, may: 'device.write', hourly: SHEETS })
