import { fail } from '../../../domain/kernel/failure'
import type { AuditNote, Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { JobDoc } from '../../../cloud/repositories/jobs'
import { stageJob, startJob } from '../job/stage'
import { digestOf, readyRows, type CheckedRow } from './sheet'

interface Import<T> {
  kind: JobDoc['kind']
  /** What the job is called, of so many rows. */
  titleOf: (rows: number) => string
  rows: ReadonlyArray<CheckedRow<T>>
  /** The preview's. */
  digest: string
  dataOf: (ready: T) => unknown
}
interface Staged { jobId: string; rows: number }

/** Puts what the preview showed as ready on record as a job, and nothing else (B23). Failures: import.changed-meanwhile, import.nothing-ready. */
export async function stageRows<T>({ kind, titleOf, rows, digest, dataOf }: Import<T>, caller: SignedIn, scene: Scene): Promise<Staged> {
  if (digestOf(rows, scene.secrets) !== digest) fail('import.changed-meanwhile')
  const ready = readyRows(rows)
  if (ready.length === 0) fail('import.nothing-ready')
  const staged = ready.map((each) => ({ label: `第 ${each.row} 行 ${each.label}`.trim(), data: dataOf(each.ready) }))
  return { jobId: await stageJob({ kind, title: titleOf(staged.length), params: null, rows: staged }, caller, scene), rows: staged.length }
}

/** The job is under way from the commit on. */
export async function startStaged(tx: Transaction, staged: Staged): Promise<{ output: Staged; audit: AuditNote[] }> {
  await startJob(tx, staged.jobId)
  return { output: staged, audit: [{ subject: staged.jobId, before: null, after: { rows: staged.rows } }] }
}
