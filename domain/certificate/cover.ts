import { addDays, type CivilDay } from '../kernel/civil-day'
import { isValidOn, type ValidityFacts } from './validity'

/** Days, both included, on which somebody may operate a device without a gap. */
export interface Cover { from: CivilDay; until: CivilDay }

/** Before and after all days: valid ever since, and 长期有效. */
export const EVER_SINCE: CivilDay = '0001-01-01'
export const FOR_EVER: CivilDay = '9999-12-31'

const spanOf = ({ validFrom, issuedOn, longTerm, expiresOn }: ValidityFacts): Cover => ({
  from: validFrom ?? issuedOn ?? EVER_SINCE,
  until: longTerm || expiresOn === null ? FOR_EVER : expiresOn,
})

const follows = (cover: Cover, { from }: Cover): boolean => cover.until === FOR_EVER || from <= addDays(cover.until, 1)

/**
 * The first days from today on that a device's certificates cover without a gap; `null`: none of them covers any. Holds until a certificate
 * changes or the cover ends; after its end the next one must be asked for.
 */
export function coverOf(papers: readonly ValidityFacts[], today: CivilDay): Cover | null {
  const spans = papers.filter((paper) => isValidOn({ ...paper, validFrom: null, issuedOn: null }, today)).map(spanOf).sort((a, b) => (a.from < b.from ? -1 : 1))
  const [first, ...others] = spans
  if (!first) return null
  return others.reduce((cover, span) => (follows(cover, span) && span.until > cover.until ? { ...cover, until: span.until } : cover), first)
}
