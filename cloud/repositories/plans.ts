import type { CivilDay } from '../../domain/kernel/civil-day'
import { ENDED_REASONS, OFF_REASONS, type PlanState } from '../../domain/reminder/plan-state'
import type { CertificateDoc } from '../documents'
import type { DocumentStore, FindOptions, Where } from '../ports'
import { ofInstitution } from './of-institution'

/** A part of the plans that one indexed question answers. Parts have no plan in common and leave none out. */
interface Part { state: PlanState; where: Where; sort: FindOptions['sort'] }
interface Slice { skip: number; limit: number }

const HELD = 'reminder.holdReason'
/** No reason is written down, or one that lasts only as long as the silence it speaks of. */
const OPEN = { [HELD]: { in: [null, 'silent-to-the-end'] } }
/** Handlings that end by themselves, on their `until`: named, because an index knows the kind and not the day. */
const RETURNING = { 'handling.kind': { in: ['review', 'snoozed'] } }
const SOONEST: FindOptions['sort'] = [['expiresOn', 1]]
const NEWEST: FindOptions['sort'] = [['expiresOn', -1]]

/**
 * The rule of domain/reminder/plan-state as questions: a condition has no «or», so `running` and `waiting` ask once for what nobody handled
 * and once for what is told again after a silence.
 */
export function planParts(today: CivilDay): readonly Part[] {
  const quietOver: Where[] = [{ 'handling.kind': null }, { ...RETURNING, 'handling.until': { to: today } }]
  const begun = { [HELD]: null, warnFrom: { to: today }, expiresOn: { from: today } }
  const ahead = { [HELD]: null, warnFrom: { after: today } }
  return [
    ...quietOver.map((where): Part => ({ state: 'running', where: { ...begun, ...where }, sort: SOONEST })),
    ...quietOver.map((where): Part => ({ state: 'waiting', where: { ...ahead, ...where }, sort: [['warnFrom', 1]] })),
    { state: 'silent', where: { ...OPEN, ...RETURNING, 'handling.until': { after: today }, expiresOn: { from: today } }, sort: SOONEST },
    { state: 'handled', where: { [HELD]: 'handled' }, sort: SOONEST },
    { state: 'ended', where: { [HELD]: { in: ENDED_REASONS } }, sort: NEWEST },
    { state: 'ended', where: { ...OPEN, longTerm: false, expiresOn: { before: today } }, sort: NEWEST },
    { state: 'off', where: { [HELD]: { in: OFF_REASONS } }, sort: NEWEST },
  ]
}

export type PlanCounts = Record<PlanState, number>
export const NO_PLANS: PlanCounts = { running: 0, waiting: 0, silent: 0, handled: 0, ended: 0, off: 0 }

interface Asked { where: Where; today: CivilDay; state: PlanState | null }

/** The plans of one page, those that run first, and how many there are of each state under the same other conditions. */
export async function planPage(store: DocumentStore, { where, today, state }: Asked, slice: Slice): Promise<{ docs: CertificateDoc[]; total: number; counts: PlanCounts }> {
  const counted = await Promise.all(planParts(today).map(async (part) => {
    const all: Where = { ...where, ...part.where }
    return { ...part, where: all, count: await store.count('certificates', all) }
  }))
  const counts = { ...NO_PLANS }
  for (const part of counted) counts[part.state] += part.count
  const wanted = counted.filter((part) => state === null || part.state === state)
  return { docs: await cut(store, wanted, slice), total: wanted.reduce((sum, { count }) => sum + count, 0), counts }
}

/** The parts follow each other, so a page begins in one of them and may end in another. */
async function cut(store: DocumentStore, parts: ReadonlyArray<Part & { count: number }>, { skip, limit }: Slice): Promise<CertificateDoc[]> {
  const pieces: Array<Promise<CertificateDoc[]>> = []
  let [before, left] = [skip, limit]
  for (const { where, sort, count } of parts) {
    const take = Math.min(left, Math.max(0, count - before))
    if (take > 0) pieces.push(store.find('certificates', where, { sort, skip: before, limit: take }))
    before = Math.max(0, before - count)
    left -= take
  }
  return (await Promise.all(pieces)).flat()
}

/** A certificate's messages of one day, at most: people × channels × further messages of that day. */
const MOST_PER_CERTIFICATE = 200

/** How many people were told of each of these certificates that day, by `mention`. */
export async function toldThatDay(store: DocumentStore, about: { institutionId: string; day: CivilDay }, mentions: readonly string[]): Promise<Map<string, number>> {
  if (mentions.length === 0) return new Map()
  const where = { ...ofInstitution(about.institutionId), mentions: { in: mentions }, day: about.day, state: 'sent' }
  const sent = await store.find('deliveries', where, { fields: ['accountId', 'mentions'], limit: mentions.length * MOST_PER_CERTIFICATE })
  const people = new Map<string, Set<string>>()
  for (const { accountId, mentions: told } of sent) {
    for (const each of told) people.set(each, (people.get(each) ?? new Set()).add(accountId))
  }
  return new Map([...people].map(([each, who]) => [each, who.size]))
}
