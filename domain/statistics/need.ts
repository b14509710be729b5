import * as v from 'valibot'
import type { Need } from './holding'

export const needSchema = v.strictObject({
  by: v.picklist(['department', 'device-type']),
  of: v.pipe(v.string(), v.maxLength(128)),
  typeId: v.pipe(v.string(), v.maxLength(128)),
})

/** A hospital with more rules than this has too many to keep. */
export const MOST_NEEDS = 300

const keyOf = ({ by, of, typeId }: Need): string => JSON.stringify([by, of, typeId])

/** Field → code; empty when they may be saved. */
export function checkNeeds(needs: readonly Need[]): Record<string, string> {
  const codes: Record<string, string> = {}
  if (needs.length > MOST_NEEDS) codes.needs = 'needs.too-many'
  needs.forEach((need, at) => {
    if (need.of === '' || need.typeId === '') codes[`needs.${at}`] = 'needs.incomplete'
    else if (needs.findIndex((other) => keyOf(other) === keyOf(need)) < at) codes[`needs.${at}`] = 'needs.twice'
  })
  return codes
}
