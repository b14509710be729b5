import { addDays, dayOf, daysBetween, type CivilDay } from '../kernel/civil-day'

/** A warning that somebody handled. `leadDays` null: not known any more. */
export interface Handled { at: Date; expiresOn: CivilDay | null; leadDays: number | null }
/** Days from the first day of a warning to its handling; `afterExpiry` of all: handled when the last day had passed. */
export interface Reaction { medianDays: number | null; withinWeek: number; later: number; afterExpiry: number }

/** Days from 有效期 − 提前量 to the handling; 0 when it was handled before its warning began; null when it is not known. */
export function reactionDays({ at, expiresOn, leadDays }: Handled): number | null {
  return expiresOn === null || leadDays === null ? null : Math.max(0, daysBetween(addDays(expiresOn, -leadDays), dayOf(at)))
}

/** How fast warnings were handled (B31); the lower of two medians. */
export function reactionOf(handled: readonly Handled[]): Reaction {
  const days = handled.flatMap((each) => reactionDays(each) ?? []).sort((a, b) => a - b)
  const withinWeek = days.filter((each) => each <= 7).length
  return {
    medianDays: days[Math.floor((days.length - 1) / 2)] ?? null,
    withinWeek,
    later: days.length - withinWeek,
    afterExpiry: handled.filter(({ at, expiresOn }) => expiresOn !== null && expiresOn < dayOf(at)).length,
  }
}
