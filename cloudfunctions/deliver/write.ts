import { advance, type Covered } from '../../cloud/repositories/due'
import { writeDeliveries, type PlannedDelivery } from '../../cloud/repositories/deliveries'
import type { Route, WechatWay } from '../../domain/reminder/channel'
import type { Decision } from '../../domain/reminder/plan-day'
import type { Desk } from './desk'
import type { Gathered } from './gather'

type Hold = Extract<Decision, { kind: 'hold-certificate' }>
type Told = Exclude<Decision, Hold>

const isTold = (decision: Decision): decision is Told => decision.kind !== 'hold-certificate'

export const wechatWay = (way: Route): WechatWay | null => (way === 'home' || way === 'sms' ? null : way)

function plannedOf(decision: Decision): PlannedDelivery[] {
  if (!isTold(decision) || decision.id === null) return []
  const { id, key, accountName, certificateIds, mentions } = decision
  const fate = decision.kind === 'send'
    ? { held: null, route: wechatWay(decision.way), notBefore: decision.notBefore }
    : { held: decision.reason, route: null }
  return [{ id, key, accountName, certificateIds, mentions, ...fate }]
}

/** Stores what is to be sent, and once a day why somebody is not told (B7). `complete` false: not all of it is there. */
export async function write({ store }: Desk, decisions: readonly Decision[], now: Date): Promise<{ ids: ReadonlySet<string>; complete: boolean }> {
  const planned = decisions.flatMap(plannedOf)
  if (planned.length === 0) return { ids: new Set(), complete: true }
  const ids = await writeDeliveries(store, planned, now)
  return { ids, complete: ids.size === planned.length }
}

/** Moves on only the certificates of which every decision is stored: nothing that is due is lost by a crash before this line. Answers whether all of those moved. */
export async function advanceCovered({ store, institutionId }: Desk, { gathered, decisions, stored }: { gathered: Gathered; decisions: readonly Decision[]; stored: ReadonlySet<string> }): Promise<boolean> {
  const told = decisions.filter(isTold)
  const open = new Set(told.filter(({ id }) => id !== null && !stored.has(id)).flatMap(({ certificateIds }) => certificateIds))
  const decided = new Set(told.flatMap(({ certificateIds }) => certificateIds))
  const holds = new Map(decisions.filter((decision): decision is Hold => !isTold(decision)).map(({ certificateId, reason }) => [certificateId, reason]))
  const covered = gathered.due.flatMap((due): Covered[] => {
    const { id } = due.certificate
    const hold = holds.get(id) ?? null
    return hold !== null || (decided.has(id) && !open.has(id)) ? [{ ...due, hold }] : []
  })
  return advance(store, institutionId, { covered, now: gathered.facts.now })
}
