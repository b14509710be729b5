import * as v from 'valibot'
import { EXPORTS, SHEETS } from './hourly'
import { handedOut, sheetAsked, sheetPreview } from './import'
import { command, query } from './operation'
import { count, id, nothing } from './shapes'

/** What an import of accounts would do, row by row; nothing is changed (B23, B25). Failures: as `certificate-import.preview`. */
export const previewAccountImport = query('account-import.preview', { input: v.strictObject(sheetAsked), output: v.strictObject(sheetPreview), may: 'account.write' })

/**
 * Stages every row that can be imported and answers the job that is under way (contract/job.ts). `digest` is the preview's. It gives power, and so
 * wants a fresh proof. Failures: as the preview, import.changed-meanwhile, import.nothing-ready, job.too-many-rows {max}.
 */
export const startAccountImport = command('account-import.start', {
  input: v.strictObject({ ...sheetAsked, digest: v.string() }),
  output: v.strictObject({ jobId: id, rows: count }),
  may: 'account.write',
  fresh: true,
})

/** The rows that cannot be imported, as they came, with 原因 before them. Failures: as the preview, import.nothing-faulty. */
export const faultyAccountRows = command('account-import.faulty', { input: v.strictObject(sheetAsked), output: handedOut, may: 'account.write', hourly: SHEETS })

/** An empty sheet with the columns, an example and what may stand in each. */
export const accountTemplate = command('account-import.template', { input: nothing, output: handedOut, may: 'account.write', hourly: SHEETS })

/**
 * A one-time code for every account that an import made and nobody has opened yet, as a file to hand out; earlier codes of theirs are void. Only
 * whoever imported may ask it. A set is whole or it is none: while a row of it was refused, no code is made.
 * Failures: not-found, forbidden, account-import.not-done, account-import.incomplete {refused}, account-import.nobody-waits.
 */
export const accountImportCodes = command('account-import.codes', { input: v.strictObject({ jobId: id }), output: handedOut, may: 'account.invite', fresh: true, hourly: EXPORTS })
