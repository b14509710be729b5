import type { JobRow, JobView } from '../../../contract/job'
import { seesWholeInstitution } from '../../../domain/account/role'
import { fail } from '../../../domain/kernel/failure'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { JobDoc, JobRowDoc } from '../../../cloud/repositories/jobs'
import { canUndo } from './kinds'

/** A job that is not being thrown away. */
export type KeptJob = JobDoc & { state: JobView['state'] }
export const isKept = (job: JobDoc): job is KeptJob => job.state !== 'dropped'

const isMaker = ({ createdBy }: JobDoc, { accountId }: SignedIn): boolean => createdBy === accountId

/** Its maker sees a job, and so do those who see the whole institution; for others it does not exist. Failure: `not-found`. */
export function mustSeeJob(job: JobDoc | null, caller: SignedIn): KeptJob {
  const sees = job?.institutionId === caller.institutionId && (isMaker(job, caller) || seesWholeInstitution(caller.role))
  return job && sees && isKept(job) ? job : fail('not-found')
}

/** Failures: `not-found`, `forbidden`. */
export function mustBeMaker(job: JobDoc | null, caller: SignedIn): KeptJob {
  const seen = mustSeeJob(job, caller)
  return isMaker(seen, caller) ? seen : fail('forbidden', { reason: 'not-own' })
}

export const jobView = (job: KeptJob, caller: SignedIn): JobView => ({
  id: job._id, kind: job.kind, state: job.state, title: job.title, total: job.total, applied: job.applied, refused: job.refused,
  createdBy: job.createdByName, createdAt: job.createdAt.toISOString(), endedAt: job.endedAt?.toISOString() ?? null,
  mayRun: isMaker(job, caller) && job.state !== 'done' && job.state !== 'undone',
  mayUndo: isMaker(job, caller) && job.state === 'done' && job.applied > 0 && canUndo(job),
})

export const jobRowView = ({ row, label, state, problems, subjectId }: JobRowDoc): JobRow => ({ row, label, state, problems, subjectId })
