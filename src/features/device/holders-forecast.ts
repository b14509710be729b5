import type * as v from 'valibot'
import type { getDevice } from '../../../contract/device'

export type Holder = v.InferOutput<typeof getDevice.output>['holders'][number]

/**
 * What the next expiry makes of it: 「若不换证，12-08 之后剩 2 人」. '' when nobody's certificate ever ends.
 * The year is named when it is not this one. `today`: YYYY-MM-DD.
 */
export function forecast(holders: readonly Holder[], today: string): string {
  const ends = holders.flatMap(({ expiresOn, longTerm }) => (longTerm || expiresOn === null ? [] : [expiresOn])).sort()
  const [first] = ends
  if (first === undefined) return ''
  const left = holders.length - ends.filter((end) => end === first).length
  const day = first.slice(0, 4) === today.slice(0, 4) ? first.slice(5) : first
  return left === 0 ? `若不换证，${day} 之后无人持证` : `若不换证，${day} 之后剩 ${left} 人`
}
