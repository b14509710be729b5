import { fail } from '../../../domain/kernel/failure'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import { addMissing } from '../../../cloud/repositories/add-missing'
import { jobRowId, type JobDoc, type JobRowDoc } from '../../../cloud/repositories/jobs'

/** More would keep one person waiting for half an hour, and nobody reads the problems. */
const MOST_ROWS = 5000

export interface JobDraft {
  kind: JobDoc['kind']
  /** In the hospital's words, for the list of jobs. */
  title: string
  /** What all rows share. */
  params: unknown
  /** `label`: what a person knows the row by. `problems`: found already, so the row is refused from the start. */
  rows: ReadonlyArray<{ label: string; data: unknown; problems?: JobRowDoc['problems'] }>
}

const isRefused = ({ problems = [] }: JobDraft['rows'][number]): boolean => problems.length > 0

function rowsOf(draft: JobDraft, jobId: string, institutionId: string): JobRowDoc[] {
  return draft.rows.map((row, at) => ({
    _id: jobRowId(jobId, at + 1), schema: 1, institutionId, jobId, row: at + 1, label: row.label, data: row.data,
    state: isRefused(row) ? 'refused' : 'pending', problems: row.problems ?? [], subjectId: '', before: null,
  }))
}

/**
 * Writes a job and its rows in batches, for a verb's `prepare`. It is `ready`: nothing happens until `job.run` or `startJob`, so a preview that
 * is left alone changes nothing, and so does a crash in here. Answers its id. Failure: `job.too-many-rows` {max}.
 */
export async function stageJob(draft: JobDraft, caller: SignedIn, { store, chance, now }: Pick<Scene, 'store' | 'chance' | 'now'>): Promise<string> {
  if (draft.rows.length > MOST_ROWS) fail('job.too-many-rows', { max: MOST_ROWS })
  const id = chance.newId()
  const { institutionId, accountId, name } = caller
  const job: JobDoc = {
    _id: id, schema: 1, institutionId, kind: draft.kind, state: 'ready', title: draft.title, params: draft.params,
    total: draft.rows.length, applied: 0, refused: draft.rows.filter(isRefused).length,
    createdBy: accountId, createdByName: name, createdAt: now, endedAt: null, lease: null,
  }
  await store.add('jobs', [job])
  await addMissing(store, 'job_rows', rowsOf(draft, id, institutionId))
  return id
}

/** From the commit of `tx` on the job is worked to its end, by the app's calls or by the timer. */
export const startJob = (tx: Transaction, jobId: string): Promise<void> => tx.change('jobs', jobId, { set: { state: 'running' } })
