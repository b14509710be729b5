import { signDoorCall } from '../../cloud/gate-between-doors'
import type { Ports } from '../../cloud/ports'
import { dueInstitutions } from '../../cloud/repositories/due'
import { beat } from '../../cloud/repositories/due-runs'
import { pushJobs } from './jobs'

export type RemindPorts = Pick<Ports, 'store' | 'clock' | 'functions' | 'secrets' | 'log'>

/** Institutions with something due, and how many of them were handed on without a failure. */
export interface RemindReport { due: number; delivered: number; failed: number; left: number }

/** Of the 60 s that the function may run, nothing begins after these. */
const BUDGET_MS = 40_000
/** A little less than `deliver` may run is never enough for an answer, more would outlive the timer's own end. */
const DELIVER_TIMEOUT_MS = 19_500
const PARALLEL = 20
/** What one tick can hand on at most; the rest is still due at the next. */
const INSTITUTIONS = 200

/** One tick: says that it ran, finds the institutions with something due, the longest waiting first, and hands each to `deliver`. */
export async function remind(ports: RemindPorts): Promise<RemindReport> {
  const started = ports.clock.elapsed()
  const now = ports.clock.now()
  const [institutions] = await Promise.all([dueInstitutions(ports.store, now, INSTITUTIONS), beat(ports.store, now)])
  const waiting = [...institutions]
  const report: RemindReport = { due: institutions.length, delivered: 0, failed: 0, left: 0 }
  const worker = async (): Promise<void> => {
    while (waiting.length > 0 && ports.clock.elapsed() - started < BUDGET_MS) {
      const delivered = await handOn(ports, waiting.shift() ?? '')
      report[delivered ? 'delivered' : 'failed'] += 1
    }
  }
  await Promise.all([pushJobs(ports), ...Array.from({ length: Math.min(PARALLEL, institutions.length) }, worker)])
  report.left = waiting.length
  if (institutions.length > 0) ports.log.info('remind.tick', { ...report })
  return report
}

/** One institution's failure is its own: it is still due at the next tick, and the others are not kept waiting. */
async function handOn(ports: RemindPorts, institutionId: string): Promise<boolean> {
  try {
    const call = signDoorCall(ports.secrets, institutionId, ports.clock.now())
    const reply = await ports.functions.call('deliver', call, DELIVER_TIMEOUT_MS)
    const code = refusalOf(reply)
    if (code !== null) ports.log.error('remind.refused', { institutionId, code })
    return code === null
  } catch (thrown) {
    ports.log.error('remind.deliver-failed', { institutionId, error: thrown instanceof Error ? thrown.message : 'unknown' })
    return false
  }
}

function refusalOf(reply: unknown): string | null {
  const { ok, code } = (typeof reply === 'object' && reply !== null ? reply : {}) as { ok?: unknown; code?: unknown }
  if (ok === true) return null
  return typeof code === 'string' ? code : 'remind.no-answer'
}
