import * as v from 'valibot'
import { reminderChangeSchema } from '../domain/job/reminder-change'
import { command, query } from './operation'
import { count, id } from './shapes'

/** Certificates that one list lets tick. */
export const MOST_TICKED = 500
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_TICKED))
const reminderChange = v.strictObject({
  ...reminderChangeSchema.entries,
  addRecipientIds: v.pipe(v.array(id), v.maxLength(50)),
  removeRecipientIds: v.pipe(v.array(id), v.maxLength(50)),
})

/** How many certificates a change would change, how many are like that already, and how many the caller may not write (B20). */
export const previewChange = query('bulk.preview', {
  input: v.strictObject({ ids, change: reminderChange }),
  output: v.strictObject({ changing: count, same: count, refused: count }),
  may: 'certificate.write',
})

/**
 * Changes lead, time, channels or recipients of many certificates, each as `certificate.save` would; answers the job to run (contract/job.ts).
 * Failure: bulk.nothing-to-change.
 */
export const changeMany = command('bulk.change', {
  input: v.strictObject({ ids, change: reminderChange }),
  output: v.strictObject({ jobId: id }),
  may: 'certificate.write',
})

/** How many certificates tell this account, as somebody named or by his role in it. Failure: account.not-found. */
export const previewHandOver = query('bulk.told', { input: v.strictObject({ accountId: id }), output: v.strictObject({ certificates: count }), may: 'account.write' })

/**
 * Whatever told a leaver tells his successor from now on; answers the job, which is under way. Failures: account.not-found {ids}, account.off,
 * bulk.same-account, bulk.nothing-to-change, job.too-many-rows.
 */
export const handOver = command('bulk.hand-over', {
  input: v.strictObject({ from: id, to: id }),
  output: v.strictObject({ jobId: id }),
  may: 'account.write',
})
