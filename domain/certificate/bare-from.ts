import { addDays, type CivilDay } from '../kernel/civil-day'
import { coverOf, FOR_EVER } from './cover'
import type { ValidityFacts } from './validity'

/** The first day from `day` on when nobody may operate a device (B4, 「将无人持证」); null: that day never comes. */
export function bareFrom(papers: readonly ValidityFacts[], day: CivilDay): CivilDay | null {
  const cover = coverOf(papers, day)
  if (cover === null || cover.from > day) return day
  return cover.until === FOR_EVER ? null : addDays(cover.until, 1)
}
