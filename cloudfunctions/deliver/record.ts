import { claimedAt, recordAttempts, settleDeliveries, type Settlement } from '../../cloud/repositories/deliveries'
import { emptyCredits, giveCreditsBack } from '../../cloud/repositories/due-credits'
import { declineFor } from '../../cloud/repositories/employee-bonds'
import { forgetFollowers } from '../../cloud/repositories/wechat-followers'
import { nextStep } from '../../domain/reminder/outcome'
import type { Claimed } from './claim'
import type { Desk } from './desk'
import { hasNoConsent, isNotEmployed, isUnfollowed, keepsConsent } from './fall-through'
import { learn } from './learn'
import type { Dropped, Prepared, Waiting } from './prepare'
import type { Result, Try } from './send'
import { wechatWay } from './write'

interface Round { claimed: Claimed; prepared: Prepared; results: readonly Result[] }

/** Writes down what came of it: the tries, what each delivery became, and what the providers taught about people. Answers how many claims ended. */
export async function record(desk: Desk, { claimed, prepared, results }: Round): Promise<number> {
  const now = desk.clock.now()
  const began = claimedAt(claimed.claim)
  await recordAttempts(desk.store, results.flatMap((result) => attemptsOf(desk, result)))
  const list = [
    ...prepared.dropped.map((dropped) => [dropped.delivery._id, droppedAs(dropped)] as const),
    ...prepared.waiting.map((waiting) => [waiting.delivery._id, waitingAs(waiting)] as const),
    ...results.map((result) => [result.delivery._id, settledAs(result, { now, began })] as const),
  ]
  const settled = await settleDeliveries(desk.store, claimed.claim, { list, now })
  await settleCredits(desk, results)
  await forget(desk, results)
  await forgetBonds(desk, results)
  await learn(desk, results)
  return settled
}

const attemptsOf = ({ institutionId }: Desk, { delivery, tries }: Result) => tries.map(({ way, outcome, at, elapsedMs }) => ({
  number: delivery.attempts + 1,
  attempt: {
    institutionId, deliveryId: delivery._id, at, route: way, ok: outcome.ok, elapsedMs,
    class: outcome.ok ? '' : outcome.class, code: outcome.ok ? '' : outcome.code, providerId: outcome.ok ? outcome.providerId : '',
  },
}))

const droppedAs = ({ delivery, state, reason, dropped }: Dropped): Settlement => ({
  state, reason, route: delivery.route, dueAt: null, firstAttemptAt: delivery.firstAttemptAt, attempted: 0,
  ...(dropped && { dropped: [...(delivery.dropped ?? []), ...dropped] }),
})

const waitingAs = ({ delivery, until, reason }: Waiting): Settlement =>
  ({ state: 'queued', reason, route: delivery.route, dueAt: until, firstAttemptAt: delivery.firstAttemptAt, attempted: 0 })

/** When the round claimed its deliveries, and now. */
interface Times { began: Date; now: Date }

function settledAs({ delivery, toSend, tries }: Result, { began, now }: Times): Settlement {
  const last = tries[tries.length - 1]
  // Its turn did not come: it is queued as before, and due at once.
  if (!last) return { state: 'queued', reason: delivery.reason, route: wechatWay(toSend.way), dueAt: now, firstAttemptAt: delivery.firstAttemptAt, attempted: 0 }
  return afterTry(delivery, last, { began, now })
}

function afterTry(delivery: Result['delivery'], { way, outcome }: Try, { began, now }: Times): Settlement {
  const firstAttemptAt = delivery.firstAttemptAt ?? began
  const step = nextStep({ way, day: delivery.day, attempts: delivery.attempts + 1, firstAttemptAt, doubtful: delivery.doubtful }, outcome, now)
  const base = { route: wechatWay(way), firstAttemptAt, attempted: 1, ...(!outcome.ok && outcome.class === 'unknown' && { doubtful: true as const }) }
  if (step.state === 'sent') return { ...base, state: 'sent', reason: '', dueAt: null }
  if (step.state === 'retry') return { ...base, state: 'queued', reason: step.reason, dueAt: step.at }
  return { ...base, state: step.state, reason: step.reason, dueAt: null }
}

/** Credits were taken before sending: those that WeChat did not use come back, those it says are gone are gone. */
async function settleCredits({ store, institutionId, senders }: Desk, results: readonly Result[]): Promise<void> {
  if (senders.mini === null) return
  const ledger = { store, institutionId, templateId: senders.mini.templateId }
  const back: string[] = []
  const gone: string[] = []
  for (const { toSend, tries } of results) {
    const { accountId } = toSend.contact
    const bySubscription = tries.find(({ way }) => way === 'subscribe-message')
    if (bySubscription && hasNoConsent(bySubscription.outcome)) gone.push(accountId)
    const unused = bySubscription ? keepsConsent(bySubscription.outcome) : tries.length === 0 && toSend.way === 'subscribe-message'
    if (unused) back.push(accountId)
  }
  await giveCreditsBack(ledger, back)
  await emptyCredits(ledger, gone)
}

async function forget({ store, senders }: Desk, results: readonly Result[]): Promise<void> {
  const { officialAppId } = senders
  if (officialAppId === null) return
  const gone = results.filter(({ tries }) => tries.some(({ way, outcome }) => isUnfollowed(way, outcome)))
  await forgetFollowers(store, gone.map(({ toSend }) => ({ appId: officialAppId, openid: toSend.contact.officialOpenid })))
}

async function forgetBonds({ store, senders }: Desk, results: readonly Result[]): Promise<void> {
  const { employer } = senders
  if (!employer) return
  const gone = results.filter(({ tries }) => tries.some(({ way, outcome }) => isNotEmployed(way, outcome)))
  await declineFor(store, gone.map(({ toSend }) => ({ appId: employer.appId, openid: toSend.contact.openid })))
}
