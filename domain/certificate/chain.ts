import { addDays, daysBetween, type CivilDay } from '../kernel/civil-day'

/** One cycle's days, as far as they say when it held. */
export interface CycleDays { issuedOn: CivilDay | null; validFrom: CivilDay | null; expiresOn: CivilDay | null; longTerm: boolean }

/** Days on which nothing was valid between two cycles (B13, 「曾断档 12 天」): 0 when the next one began in time or its beginning is not known. */
export function gapDays(ended: CycleDays, next: CycleDays): number {
  const from = next.validFrom ?? next.issuedOn
  if (ended.longTerm || ended.expiresOn === null || from === null) return 0
  return Math.max(0, daysBetween(addDays(ended.expiresOn, 1), from))
}

interface Turn extends CycleDays { cycle: number }

/** Former cycles, newest first, each with the gap after it; `present` is the one that holds now. */
export function chainOf<C extends Turn>(former: readonly C[], present: Turn): Array<C & { gapDays: number }> {
  const newestFirst = [...former].sort((a, b) => b.cycle - a.cycle)
  return newestFirst.map((cycle, at) => ({ ...cycle, gapDays: gapDays(cycle, newestFirst[at - 1] ?? present) }))
}
