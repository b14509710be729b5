import * as v from 'valibot'
import { command, query } from './operation'
import { count, done, id, instant, pageOf, paging } from './shapes'

export const jobKind = v.picklist(['device-import', 'certificate-import', 'person-import', 'account-import', 'hand-over', 'certificate-change', 'rules-recompute', 'dictionary-import', 'dictionary-change'])
export const jobState = v.picklist(['ready', 'running', 'done', 'undoing', 'undone'])
export const jobRowState = v.picklist(['pending', 'applied', 'refused', 'undone', 'kept'])

/** Work larger than one transaction. While it is undone, `total − applied − refused` rows are back as they were; rows that stay count as applied. */
export const jobView = v.strictObject({
  id, kind: jobKind, state: jobState, title: v.string(),
  total: count, applied: count, refused: count,
  createdBy: v.string(), createdAt: instant, endedAt: v.nullable(instant),
  /** Only who made it may start, push or undo it. */
  mayRun: v.boolean(), mayUndo: v.boolean(),
})
export type JobView = v.InferOutput<typeof jobView>

export const jobProblem = v.strictObject({ field: v.string(), code: v.string(), detail: v.string() })
export const jobRow = v.strictObject({
  row: count, label: v.string(), state: jobRowState, problems: v.array(jobProblem),
  /** What it made or changed; '' for none. */
  subjectId: v.string(),
})
export type JobRow = v.InferOutput<typeof jobRow>

/** Failure: not-found. */
export const getJob = query('job.get', { input: v.strictObject({ id }), output: jobView, may: 'signed-in' })

/** One's own, newest first; those who see the whole institution see everybody's. */
export const listJobs = query('job.list', { input: v.strictObject({ ...paging }), output: pageOf(jobView), may: 'signed-in' })

/** By row; `state` left out: every one. Failure: not-found. */
export const listJobRows = query('job.rows', {
  input: v.strictObject({ id, state: v.optional(jobRowState), ...paging }),
  output: pageOf(jobRow),
  may: 'signed-in',
})

/** Works for two seconds and answers how far it is; called again until it is `done` (or `undone`). Failures: not-found, forbidden, job.incomplete. */
export const runJob = command('job.run', { input: v.strictObject({ id }), output: jobView, may: 'signed-in' })

/** Begins to take back what it did; `job.run` does it. Failures: not-found, forbidden, job.not-done, job.no-undo. */
export const undoJob = command('job.undo', { input: v.strictObject({ id }), output: done, may: 'signed-in' })
