import { signDoorCall } from '../../cloud/gate-between-doors'
import type { Ports } from '../../cloud/ports'
import { institutionsWithOpenJobs } from '../../cloud/repositories/jobs'

type JobPorts = Pick<Ports, 'store' | 'clock' | 'functions' | 'secrets' | 'log'>

/** A little less than `api` may run. */
const TIMEOUT_MS = 19_500
const JOBS = 50
/** The other end works twelve seconds per institution; the rest comes with the next tick. */
const INSTITUTIONS = 5

/** Hands institutions with a job that was begun and left to `api`, which knows the kinds. A failure is the next tick's work. */
export async function pushJobs({ store, clock, functions, secrets, log }: JobPorts): Promise<void> {
  const institutions = (await institutionsWithOpenJobs(store, JOBS)).slice(0, INSTITUTIONS)
  await Promise.all(institutions.map(async (institutionId) => {
    await functions.call('api', signDoorCall(secrets, institutionId, clock.now()), TIMEOUT_MS)
      .catch((thrown: unknown) => log.error('remind.jobs-failed', { institutionId, error: thrown instanceof Error ? thrown.message : 'unknown' }))
  }))
}
