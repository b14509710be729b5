import { dayOf } from '../../../domain/kernel/civil-day'
import { institutionOfDoorCall } from '../../../cloud/gate-between-doors'
import type { Ports } from '../../../cloud/ports'
import { openJobsOf } from '../../../cloud/repositories/jobs'
import { workJob } from './worker'

export type ResumeReply = { ok: true; data: { jobs: number } } | { ok: false; code: 'job.not-called' }

/** What one call works on, and for how long: the timer waits for the answer. */
const JOBS = 20
const BUDGET_MS = 12_000

/** Finishes an institution's jobs that were begun and left, for the timer (architecture §3.4): the phone was put away, the call was cut off. */
export async function resumeJobs(event: unknown, ports: Ports): Promise<ResumeReply> {
  const now = ports.clock.now()
  const institutionId = institutionOfDoorCall(ports.secrets, event, now)
  if (institutionId === null) return { ok: false, code: 'job.not-called' }
  const began = ports.clock.elapsed()
  const left = (): number => BUDGET_MS - (ports.clock.elapsed() - began)
  const jobs = await openJobsOf(ports.store, institutionId, JOBS)
  for (const { _id } of jobs) if (left() > 0) await workJob({ ...ports, now, today: dayOf(now) }, _id, left())
  return { ok: true, data: { jobs: jobs.length } }
}
