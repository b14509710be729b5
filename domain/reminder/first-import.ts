import { dayOf, instantOf, plusMinutes, type CivilDay } from '../kernel/civil-day'
import { nextSendAt, type NextSend, type PlanFacts } from './plan'

/** Rows of one import are applied over minutes; what must be told today waits for one another, so that it is one message. */
const GATHERING_MINUTES = 15
const END_OF_DAY = '23:59:00'

/** When a certificate is told that came in with many others, and with which `toldOn` its plan begins. */
export interface FirstPlan { toldOn: CivilDay | null; next: NextSend }

/**
 * The first import does not storm (B33): who enters a thousand old records knows what stands in them. The day of the import counts as told, so
 * that from the next day on they come in one digest of each person and channel, with everything else that is due then. Expired ones stay silent.
 * Only what is valid for the last time today is told today, all of it at one instant: `begun` is when the import was made.
 */
export function firstPlan(facts: Omit<PlanFacts, 'toldOn'>, { now, begun }: { now: Date; begun: Date }): FirstPlan {
  const today = dayOf(now)
  if (facts.longTerm || facts.expiresOn !== today) return { toldOn: today, next: nextSendAt({ ...facts, toldOn: today }, now) }
  const next = nextSendAt({ ...facts, toldOn: null }, now)
  return { toldOn: null, next: next.at === null ? next : { ...next, at: together(next.at, { begun, today }) } }
}

function together(at: Date, { begun, today }: { begun: Date; today: CivilDay }): Date {
  const gathered = plusMinutes(begun, GATHERING_MINUTES)
  const latest = instantOf(today, END_OF_DAY)
  return [at, gathered < latest ? gathered : latest].reduce((a, b) => (a > b ? a : b))
}
