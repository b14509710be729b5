import type { Clock } from '../../cloud/ports'

/** Of the 20 s that the function may run, the work is to be over after 15. */
const TOTAL_MS = 15_000
/** The longest that one message may keep us waiting: its token and itself. */
const MESSAGE_MS = 6_000

export interface Budget {
  /** May another message, or another round of them, begin? */
  maySend(): boolean
  /** May another round of planning begin? */
  mayPlan(): boolean
}

/** Counted on the monotonic clock, because the hospital's may be set. */
export function openBudget(clock: Clock): Budget {
  const started = clock.elapsed()
  const spent = (): number => clock.elapsed() - started
  return { maySend: () => spent() < TOTAL_MS - MESSAGE_MS, mayPlan: () => spent() < TOTAL_MS / 2 }
}
