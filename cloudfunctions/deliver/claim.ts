import { claimDeliveries, CLAIM_MS, dueDeliveries, type Claim, type Delivery } from '../../cloud/repositories/deliveries'
import type { Desk } from './desk'

/** One round: what a run may manage, and what one update may change. */
const ROUND = 500

export interface Claimed { claim: Claim; deliveries: readonly Delivery[] }

/** What is to be sent now, the longest waiting first. */
export const findDue = ({ store, clock, institutionId }: Desk): Promise<Delivery[]> =>
  dueDeliveries(store, institutionId, { now: clock.now(), limit: ROUND })

/** Takes what is queued under a token of this round; what somebody else took in between is not in it. */
export async function claim({ store, clock, chance, institutionId }: Desk, due: readonly Delivery[]): Promise<Claimed> {
  const mine: Claim = { institutionId, token: chance.newId(), deadline: new Date(clock.now().getTime() + CLAIM_MS) }
  const ids = due.filter(({ state }) => state === 'queued').map(({ _id }) => _id)
  return { claim: mine, deliveries: ids.length === 0 ? [] : await claimDeliveries(store, mine, ids) }
}
