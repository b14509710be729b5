import type { homeOverview } from '../../../contract/inbox'
import type { OutputOf } from '../../../contract/operation'
import { activeHandling } from '../../../domain/certificate/validity'
import { addDays, addMonths, monthOf, type CivilDay } from '../../../domain/kernel/civil-day'
import type { DocumentStore, Where } from '../../../cloud/ports'
import { handledAmong } from '../../../cloud/repositories/certificates'

type Month = OutputOf<typeof homeOverview>['months'][number]
type Mark = Month['marks'][number]['state']

/** Months shown after 'expired'. */
const MONTHS = 12
/** Days of twelve months and some more. */
const MOST_DAYS = 400
/** The order in which marks stand. */
const MARKS: readonly Mark[] = ['over', 'today', 's30', 's90', 'ok', 'review', 'off']

/** A span of 有效期, both ends included, in which every certificate has the same month and the same mark. `from` null: ever since. */
interface Span { month: string; mark: Mark; from: CivilDay | null; to: CivilDay }

/** First days of the marks of B26, from today on. */
const starts = (today: CivilDay): ReadonlyArray<readonly [first: CivilDay, mark: Mark]> =>
  [[today, 'today'], [addDays(today, 1), 's30'], [addDays(today, 31), 's90'], [addDays(today, 91), 'ok']]

const markOn = (day: CivilDay, today: CivilDay): Mark => [...starts(today)].reverse().find(([first]) => first <= day)?.[1] ?? 'over'

/** Cuts the coming twelve months where a month or a mark begins. */
export function spansFrom(today: CivilDay): Span[] {
  const firstOfMonth = (offset: number): CivilDay => `${monthOf(addMonths(`${monthOf(today)}-01`, offset))}-01`
  const end = firstOfMonth(MONTHS)
  const monthStarts = Array.from({ length: MONTHS - 1 }, (_, at) => firstOfMonth(at + 1))
  const cuts = [...new Set([...starts(today).map(([first]) => first), ...monthStarts, end])].filter((day) => day <= end).sort()
  const spans = cuts.slice(0, -1).map((from, at): Span => ({ month: monthOf(from), mark: markOn(from, today), from, to: addDays(cuts[at + 1] ?? end, -1) }))
  return [{ month: 'expired', mark: 'over', from: null, to: addDays(today, -1) }, ...spans]
}

type Handled = Awaited<ReturnType<typeof handledAmong>>[number]

/** 已注销 always shows as such, 复审中 only while it is silent and the certificate valid (B30). null: its mark is that of its day. */
function handledMark({ handling }: Handled, span: Span, today: CivilDay): Mark | null {
  const kind = activeHandling(handling, today)?.kind
  if (kind === 'revoked') return 'off'
  return kind === 'review' && span.mark !== 'over' ? 'review' : null
}

const within = ({ expiresOn }: Handled, { from, to }: Span): boolean => expiresOn !== null && (from === null || from <= expiresOn) && expiresOn <= to

/** Certificates that have ended are one number; those to come are counted by day, in one question to an index that holds all it needs. */
async function countsOf(store: DocumentStore, ending: Where, ask: { spans: readonly Span[]; today: CivilDay; last: CivilDay }): Promise<number[]> {
  const [ended, days] = await Promise.all([
    store.count('certificates', { ...ending, expiresOn: { before: ask.today } }),
    store.tally('certificates', { ...ending, expiresOn: { from: ask.today, to: ask.last } }, { by: ['expiresOn'], limit: MOST_DAYS }),
  ])
  const between = (from: CivilDay, to: CivilDay): number => days.reduce((sum, { key: [day = ''], count }) => (from <= day && day <= to ? sum + count : sum), 0)
  return ask.spans.map(({ from, to }) => (from === null ? ended : between(from, to)))
}

/** How many certificates end in each month, by mark; the handled ones are counted by themselves. */
export async function monthsOf(store: DocumentStore, scope: Where, today: CivilDay): Promise<Month[]> {
  const spans = spansFrom(today)
  const last = spans[spans.length - 1]?.to ?? today
  const ending = { ...scope, longTerm: false }
  const [counts, handled] = await Promise.all([
    countsOf(store, ending, { spans, today, last }),
    handledAmong(store, { ...ending, expiresOn: { to: last } }),
  ])
  const tally = new Map<string, Map<Mark, number>>()
  const add = (month: string, mark: Mark, count: number): void => {
    const marks = tally.get(month) ?? new Map<Mark, number>()
    tally.set(month, marks.set(mark, (marks.get(mark) ?? 0) + count))
  }
  for (const [at, span] of spans.entries()) {
    const special = handled.filter((one) => within(one, span)).flatMap((one) => handledMark(one, span, today) ?? [])
    special.forEach((mark) => add(span.month, mark, 1))
    add(span.month, span.mark, (counts[at] ?? 0) - special.length)
  }
  return [...tally].map(([month, marks]) => monthView(month, marks))
}

const monthView = (month: string, marks: ReadonlyMap<Mark, number>): Month => ({
  month,
  total: [...marks.values()].reduce((sum, count) => sum + count, 0),
  marks: MARKS.flatMap((state) => { const count = marks.get(state) ?? 0; return count > 0 ? [{ state, count }] : [] }),
})
