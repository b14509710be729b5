import { acceptedAmong, claimedAt, settleDeliveries, type Delivery, type Settlement } from '../../cloud/repositories/deliveries'
import type { Route } from '../../domain/reminder/channel'
import { nextStep, type NextStep } from '../../domain/reminder/outcome'
import type { Desk } from './desk'

const CODE = 'claim.expired'

const wayOf = ({ channel, route }: Delivery): Route => (channel === 'wechat' ? route ?? 'subscribe-message' : channel)

/** A notice on the home page is the same however often it is written, so it is simply written again. */
function stepOf(delivery: Delivery, firstAttemptAt: Date, now: Date): NextStep {
  if (delivery.channel === 'home') return { state: 'retry', at: now, reason: CODE }
  const facts = { way: wayOf(delivery), day: delivery.day, attempts: delivery.attempts + 1, firstAttemptAt }
  return nextStep(facts, { ok: false, class: 'unknown', code: CODE }, now)
}

function settlementOf(delivery: Delivery, { accepted, now }: { accepted: boolean; now: Date }): Settlement {
  const firstAttemptAt = delivery.firstAttemptAt ?? claimedAt(delivery.claim ?? { deadline: now })
  const base = { route: delivery.route, firstAttemptAt, attempted: 1 }
  if (accepted) return { ...base, state: 'sent', reason: '', dueAt: null }
  const step = stepOf(delivery, firstAttemptAt, now)
  if (step.state === 'retry') return { ...base, state: 'queued', reason: step.reason, dueAt: step.at, ...(delivery.channel !== 'home' && { doubtful: true }) }
  return { ...base, state: 'unknown', reason: CODE, dueAt: null }
}

/** Claims whose instance did not come back: it may have sent the message, unless the record of the attempt says more. */
export async function settleExpired({ store, clock, institutionId }: Desk, due: readonly Delivery[]): Promise<void> {
  const expired = due.filter(({ state }) => state === 'sending')
  if (expired.length === 0) return
  const now = clock.now()
  const accepted = await acceptedAmong(store, expired.map(({ _id }) => _id))
  const byToken = new Map<string, Delivery[]>()
  for (const delivery of expired) {
    const token = delivery.claim?.token ?? ''
    byToken.set(token, [...(byToken.get(token) ?? []), delivery])
  }
  for (const [token, deliveries] of byToken) {
    const list = deliveries.map((delivery) => [delivery._id, settlementOf(delivery, { accepted: accepted.has(delivery._id), now })] as const)
    await settleDeliveries(store, { institutionId, token }, { list, now })
  }
}
