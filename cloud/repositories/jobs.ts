import type { JobDoc, JobRowDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { isStoreError } from '../store-error'
import { ofInstitution } from './of-institution'

export type { JobDoc, JobRowDoc } from '../documents'

/** States in which somebody has to go on; a job that is only `ready` waits for its maker. */
const OPEN: ReadonlyArray<JobDoc['state']> = ['running', 'undoing']
/** Every state in which somebody sees a job. */
const SEEN: ReadonlyArray<JobDoc['state']> = ['ready', 'running', 'done', 'undoing', 'undone']
/** Nothing is worked any more. */
const AT_ITS_END: ReadonlyArray<JobDoc['state']> = ['done', 'undone', 'dropped']
/** Longer than an instance of the function can live: whoever holds it past this is gone. */
const LEASE_MS = 30_000

export interface Held { jobId: string; token: string }
export interface Slice { skip: number; limit: number }

export const jobRowId = (jobId: string, row: number): string => `${jobId}:${row}`

/** `createdBy` null: everybody's. Newest first. */
export async function jobPage(store: DocumentStore, { institutionId, createdBy }: { institutionId: string; createdBy: string | null }, slice: Slice): Promise<{ docs: JobDoc[]; total: number }> {
  const where = { ...ofInstitution(institutionId), ...(createdBy !== null && { createdBy }), state: { in: SEEN } }
  const [docs, total] = await Promise.all([store.find('jobs', where, { sort: [['createdAt', -1]], ...slice }), store.count('jobs', where)])
  return { docs, total }
}

const ROW_STATES: ReadonlyArray<JobRowDoc['state']> = ['pending', 'applied', 'refused', 'undone', 'kept']

/** Rows of a job that the caller has been let see, by row. */
export async function jobRowPage(store: DocumentStore, { jobId, state }: { jobId: string; state: JobRowDoc['state'] | null }, slice: Slice): Promise<{ docs: JobRowDoc[]; total: number }> {
  const where = { jobId, ...(state !== null && { state }) }
  const [docs, total] = await Promise.all([store.find('job_rows', where, { sort: [['row', 1]], ...slice }), store.count('job_rows', where)])
  return { docs, total }
}

/** Rows of one question. */
const PART = 500

/** What a job's rows made or changed and still stands, by row. */
export async function subjectsOf(store: DocumentStore, jobId: string): Promise<string[]> {
  const subjects: string[] = []
  for (let part = PART; part === PART;) {
    const rows = await store.find('job_rows', { jobId, state: 'applied' }, { sort: [['row', 1]], skip: subjects.length, limit: PART, fields: ['subjectId'] })
    subjects.push(...rows.map(({ subjectId }) => subjectId))
    part = rows.length
  }
  return subjects
}

export const countJobRows = (store: DocumentStore, jobId: string): Promise<number> => store.count('job_rows', { jobId, state: { in: ROW_STATES } })

/** What is still to be done: from the first row, or from the last while undoing. */
export const nextRows = (store: DocumentStore, job: Pick<JobDoc, '_id' | 'state'>, limit: number): Promise<JobRowDoc[]> => {
  const undoing = job.state === 'undoing'
  return store.find('job_rows', { jobId: job._id, state: undoing ? 'applied' : 'pending' }, { sort: [['row', undoing ? -1 : 1]], limit })
}

/** Institutions with a job that was begun and is not at its end, the longest waiting first. */
export async function institutionsWithOpenJobs(store: DocumentStore, limit: number): Promise<string[]> {
  const open = await store.find('jobs', { state: { in: OPEN } }, { sort: [['createdAt', 1]], limit, fields: ['institutionId'] })
  return [...new Set(open.map(({ institutionId }) => institutionId))]
}

export const openJobsOf = (store: DocumentStore, institutionId: string, limit: number): Promise<JobDoc[]> =>
  store.find('jobs', { ...ofInstitution(institutionId), state: { in: OPEN } }, { sort: [['createdAt', -1]], limit })

async function take(tx: Transaction, { jobId, token }: Held, now: Date): Promise<JobDoc | null> {
  const job = await tx.get('jobs', jobId)
  if (!job || AT_ITS_END.includes(job.state)) return null
  if (job.lease && job.lease.deadline > now) return null
  const taken: JobDoc = { ...job, state: job.state === 'ready' ? 'running' : job.state, lease: { token, deadline: new Date(now.getTime() + LEASE_MS) } }
  await tx.set('jobs', taken)
  return taken
}

/** One instance at a time works a job. null: another one does, or it is at its end. */
export const takeJob = (store: DocumentStore, held: Held, now: Date): Promise<JobDoc | null> =>
  store.transaction((tx) => take(tx, held, now)).catch((thrown: unknown) => {
    if (isStoreError(thrown, 'conflict')) return null
    throw thrown
  })

/** For the next call; whoever cannot say it loses the job when its time is over. */
export const leaveJob = (store: DocumentStore, { jobId, token }: Held): Promise<number> =>
  store.update('jobs', { _id: jobId, 'lease.token': token }, { set: { lease: null } })

/** No row is left: the job is at its end, unless another one holds it by now. */
export const endJob = (store: DocumentStore, { jobId, token }: Held, now: Date): Promise<void> =>
  store.transaction(async (tx) => {
    const job = await tx.get('jobs', jobId)
    if (job?.lease?.token !== token) return
    await tx.set('jobs', { ...job, state: job.state === 'undoing' ? 'undone' : 'done', endedAt: now, lease: null })
  })
