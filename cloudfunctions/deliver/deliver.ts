import { holdsLease, releaseLease, takeLease } from '../../cloud/repositories/due-runs'
import { planDay } from '../../domain/reminder/plan-day'
import { openBudget } from './budget'
import { claim, findDue } from './claim'
import type { DeliverPorts } from './deliver-ports'
import { openDesk, type Desk } from './desk'
import { settleExpired } from './expired'
import { gather, GATHERED_AT_MOST } from './gather'
import { prepare } from './prepare'
import { record } from './record'
import { send } from './send'
import { advanceCovered, write } from './write'

/** `busy`: another instance works this institution. `done` false: something is left for the next tick. */
export type DeliverReport = { busy: true } | { busy: false; planned: number; settled: number; done: boolean }

/** What somebody else took, or handed over again meanwhile, is planned again; more than a few times in a row is not by chance. */
const ROUNDS = 3

/**
 * Works one institution (architecture §5): gather → plan → write → claim → send → record. Every step can be repeated after a crash at any
 * line, and what the budget does not allow is done at the next tick.
 */
export async function deliver(institutionId: string, ports: DeliverPorts): Promise<DeliverReport> {
  const lease = { institutionId, token: ports.chance.newId() }
  const desk = openDesk(institutionId, ports, openBudget(ports.clock))
  if (!(await takeLease(ports.store, lease, ports.clock.now()))) return { busy: true }
  try {
    const planned = await planDue(desk)
    const { settled, done } = await sendDue(desk, () => holdsLease(ports.store, lease))
    return { busy: false, planned, settled, done }
  } finally {
    await releaseLease(ports.store, lease)
  }
}

/**
 * Writes down what is to be told, and only then moves the certificates on. One that could not be moved, since rules changed meanwhile, is looked at
 * again at once: left as it is until tomorrow, it would not know that today told it, and a week or a 节点 would be told twice. Answers how many
 * deliveries it wrote.
 */
async function planDue(desk: Desk): Promise<number> {
  let written = 0
  for (let round = 1; round <= ROUNDS && desk.budget.mayPlan(); round += 1) {
    const gathered = await gather(desk)
    if (gathered.due.length === 0) break
    const decisions = planDay(gathered.facts)
    const stored = await write(desk, decisions, gathered.facts.now)
    const moved = await advanceCovered(desk, { gathered, decisions, stored: stored.ids })
    written += stored.ids.size
    if (moved && stored.complete && gathered.due.length < GATHERED_AT_MOST) break
  }
  return written
}

async function sendDue(desk: Desk, mine: () => Promise<boolean>): Promise<{ settled: number; done: boolean }> {
  let settled = 0
  for (;;) {
    if (!desk.budget.maySend()) return { settled, done: false }
    const due = await findDue(desk)
    if (due.length === 0) return { settled, done: true }
    if (!(await mine())) return { settled, done: false }
    await settleExpired(desk, due)
    const claimed = await claim(desk, due)
    const prepared = await prepare(desk, claimed)
    const results = await send(desk, prepared)
    settled += await record(desk, { claimed, prepared, results })
  }
}
