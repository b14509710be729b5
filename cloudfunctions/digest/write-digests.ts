import { alarmsOf } from '../../domain/health/alarm'
import { digestOf, isDigestTime } from '../../domain/health/digest'
import { addDays, dayOf, type CivilDay } from '../../domain/kernel/civil-day'
import type { Ports } from '../../cloud/ports'
import { managersOf } from '../../cloud/repositories/accounts'
import { digestDone, withoutDigest } from '../../cloud/repositories/digest'
import { beat } from '../../cloud/repositories/due-runs'
import { healthFacts, neglected, trafficOn } from '../../cloud/repositories/health'
import { writeNotices, type Notice } from '../../cloud/repositories/inbox-write'
import { ruleBook } from '../../cloud/repositories/rules'
import { loanNotices } from './loan-notices'

export type DigestPorts = Pick<Ports, 'store' | 'clock' | 'log'>

/** Institutions that have today's digest since this run, and those of which it failed: they are tried again an hour later. */
export interface DigestReport { written: number; failed: number }

/** Of the 60 s that the function may run, nothing begins after these. */
const BUDGET_MS = 40_000
const INSTITUTIONS = 200
const PARALLEL = 8

const noticeId = (institutionId: string, day: CivilDay, accountId: string): string => `${institutionId}:digest:${day}:${accountId}`

/** The same ids however often it is repeated, so a run that was cut off before the mark is repeated without a second message (B8). */
async function noticesFor(institutionId: string, { store, clock }: DigestPorts): Promise<Notice[]> {
  const now = clock.now()
  const today = dayOf(now)
  const yesterday = addDays(today, -1)
  const [{ institution }, managers] = await Promise.all([ruleBook(store, institutionId), managersOf(store, institutionId)])
  const loans = await loanNotices(store, { institutionId, today, now, managerIds: managers.map(({ _id }) => _id) })
  if (!institution.operationsDigest) return loans
  const [facts, rows, left] = await Promise.all([
    healthFacts(store, institutionId, now), trafficOn(store, institutionId, yesterday), neglected(store, institutionId, today),
  ])
  const text = digestOf({ now, day: yesterday, rows, ...left, lastTickAt: facts.beats.remind, alarms: alarmsOf(facts) })
  return [...loans, ...managers.map(({ _id: accountId }) => ({ institutionId, accountId, deliveryId: noticeId(institutionId, today, accountId), at: now, ...text, items: [] }))]
}

async function writeOne(institutionId: string, ports: DigestPorts): Promise<boolean> {
  try {
    await writeNotices(ports.store, await noticesFor(institutionId, ports))
    await digestDone(ports.store, institutionId, dayOf(ports.clock.now()))
    return true
  } catch (thrown) {
    ports.log.error('digest.failed', { institutionId, error: thrown instanceof Error ? thrown.message : 'unknown' })
    return false
  }
}

/** In parallel; nothing begins when the time is up. */
async function writeEach(institutionIds: readonly string[], { over, ports }: { over(): boolean; ports: DigestPorts }): Promise<DigestReport> {
  const waiting = [...institutionIds]
  const report: DigestReport = { written: 0, failed: 0 }
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !over(); next = waiting.shift()) report[await writeOne(next, ports) ? 'written' : 'failed'] += 1
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, waiting.length) }, worker))
  return report
}

/** Institution after institution, until none is left that this run has not tried. */
async function writeAll(today: CivilDay, over: () => boolean, ports: DigestPorts): Promise<DigestReport> {
  const total: DigestReport = { written: 0, failed: 0 }
  const tried = new Set<string>()
  while (!over()) {
    const part = (await withoutDigest(ports.store, today, INSTITUTIONS + total.failed)).filter((id) => !tried.has(id))
    if (part.length === 0) break
    part.forEach((id) => tried.add(id))
    const { written, failed } = await writeEach(part, { over, ports })
    total.written += written
    total.failed += failed
  }
  return total
}

/**
 * 每日运行摘要 (B18): once a day, to the home pages of those who answer for the reminders. It has a timer of its own, so that the tick of the reminders
 * asks no question more. Each run takes the institutions that lack today's; what fails or does not fit is left for the next, the same day.
 */
export async function writeDigests(ports: DigestPorts): Promise<DigestReport> {
  const { store, clock, log } = ports
  const began = clock.elapsed()
  const now = clock.now()
  await beat(store, now, 'digest')
  if (!isDigestTime(now)) return { written: 0, failed: 0 }
  const total = await writeAll(dayOf(now), () => clock.elapsed() - began >= BUDGET_MS, ports)
  if (total.written + total.failed > 0) log.info('digest.done', { ...total })
  return total
}
