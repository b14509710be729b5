import type { JobDoc } from '../documents'
import type { DocumentStore } from '../ports'

/** Nobody works it: a preview that was never begun, or one that is at its end. One that is under way is finished first. */
const RESTING: ReadonlyArray<JobDoc['state']> = ['ready', 'done', 'undone', 'dropped']

/** Marked under a condition: one that somebody begins or takes back just now stays. */
async function marked(store: DocumentStore, { _id, state }: Pick<JobDoc, '_id' | 'state'>): Promise<boolean> {
  return state === 'dropped' || (await store.update('jobs', { _id, state }, { set: { state: 'dropped' } })) > 0
}

/** The longest resting one, in whichever state. */
async function oldest(store: DocumentStore, before: Date): Promise<JobDoc | null> {
  for (const state of RESTING) {
    const [found] = await store.find('jobs', { state, createdAt: { before } }, { sort: [['createdAt', 1]], limit: 1 })
    if (found) return found
  }
  return null
}

/**
 * Takes at most `most` rows of one job that was made before that instant, and the job itself with its last row; answers how many documents went,
 * 0 when no job is that old. The job is marked first, so that nobody sees or undoes half of it, and goes last, so that no row is left that no job knows.
 */
export async function dropOldJob(store: DocumentStore, before: Date, most: number): Promise<number> {
  const job = await oldest(store, before)
  if (job === null || !(await marked(store, job))) return 0
  const rows = await store.find('job_rows', { jobId: job._id }, { limit: most, fields: ['_id'] })
  if (rows.length > 0) await store.remove('job_rows', { _id: { in: rows.map(({ _id }) => _id) } })
  if (rows.length === most) return most
  return rows.length + (await store.remove('jobs', { _id: job._id, state: 'dropped' }))
}
