import type { CycleDays } from '../certificate/chain'
import { dayOf, type CivilDay } from '../kernel/civil-day'
import type { Paper, Staff } from './holding'

/** A change of a person's record: what it was before. */
export interface PersonChange { personId: string; at: Date; before: Partial<Pick<Staff, 'departmentId' | 'presence'>> }

/** People as they were at the end of a day: the first change after it says what they were before. */
export function peopleAsOf(people: readonly Staff[], changes: readonly PersonChange[], day: CivilDay): Staff[] {
  const first = new Map<string, PersonChange['before']>()
  const later = changes.filter(({ at }) => dayOf(at) > day).sort((a, b) => b.at.getTime() - a.at.getTime())
  for (const { personId, before } of later) first.set(personId, { ...first.get(personId), ...before })
  return people.map((person) => ({ ...person, ...first.get(person.id) }))
}

/** A certificate with when it was handled and its former cycles. */
export interface PaperHistory { present: Paper; handledAt: Date | null; former: readonly CycleDays[] }

/** What a certificate was at the end of a day: a handling that came later does not count yet, former cycles do (B13). */
export function papersAsOf({ present, handledAt, former }: PaperHistory, day: CivilDay): Paper[] {
  const then = handledAt !== null && dayOf(handledAt) > day ? { ...present, handling: null } : present
  return [then, ...former.map(({ issuedOn, validFrom, expiresOn, longTerm }) => ({ ...present, issuedOn, validFrom, expiresOn, longTerm, handling: null }))]
}
