import { markRoute, type Claim, type Delivery } from '../../cloud/repositories/deliveries'
import { reserveCredits } from '../../cloud/repositories/due-credits'
import type { Route } from '../../domain/reminder/channel'
import type { Outcome } from '../../domain/reminder/outcome'
import type { Message } from './channels/channel'
import type { Desk } from './desk'
import { fallsThrough, stopsTheWay } from './fall-through'
import type { Prepared, ToSend } from './prepare'

export interface Try { way: Route; outcome: Outcome; at: Date; elapsedMs: number }

/** No tries: the budget ended before its turn came. */
export interface Result { delivery: Delivery; toSend: ToSend; tries: readonly Try[] }

/** How many recipients are served at once; the home page's notices go in one write. */
const LANES: Readonly<Record<Route, number>> = { home: 500, sms: 8, 'official-account': 8, 'subscribe-message': 8 }

/** A way that its provider closed in this round, with what it answered: the others need not hear it too. */
type Closed = Map<Route, Outcome>

interface Round { desk: Desk; claim: Claim; closed: Closed }

/** Sends what is prepared: bounded, in series per recipient and channel, and nothing begins that the budget does not let end. */
export async function send(desk: Desk, { claim, toSend }: Prepared): Promise<Result[]> {
  const round: Round = { desk, claim, closed: new Map() }
  const byWay = Object.keys(LANES) as Route[]
  const sent = byWay.map((way) => sendWay(round, { way, messages: toSend.filter((each) => each.way === way) }))
  return (await whenAllEnded(sent)).flat()
}

/** A lane that fails does not end the run while others are still sending: nothing may be under way when the lease is given up. */
async function whenAllEnded<T>(lanes: ReadonlyArray<Promise<T>>): Promise<T[]> {
  await Promise.allSettled(lanes)
  return Promise.all(lanes)
}

async function sendWay(round: Round, { way, messages }: { way: Route; messages: readonly ToSend[] }): Promise<Result[]> {
  const waiting = lanesOf(messages)
  const results: Result[] = []
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      for (const toSend of lane) results.push(await sendOne(round, toSend))
    }
  }
  await whenAllEnded(Array.from({ length: Math.min(LANES[way], waiting.length) }, worker))
  return results
}

function lanesOf(messages: readonly ToSend[]): ToSend[][] {
  const lanes = new Map<string, ToSend[]>()
  for (const message of messages) {
    const { accountId } = message.contact
    lanes.set(accountId, [...(lanes.get(accountId) ?? []), message])
  }
  return [...lanes.values()]
}

async function sendOne(round: Round, toSend: ToSend): Promise<Result> {
  const { delivery } = toSend
  if (!round.desk.budget.maySend()) return { delivery, toSend, tries: [] }
  const first = await attempt(round, toSend, toSend.way)
  if (!fallsThrough(toSend.way, first.outcome) || !(await mayFall(round, toSend))) return { delivery, toSend, tries: [first] }
  return { delivery, toSend, tries: [first, await attempt(round, toSend, 'subscribe-message')] }
}

/** From the official account to a subscription message, if one is left and the claim still ours (B3). */
async function mayFall({ desk, claim }: Round, { delivery, contact }: ToSend): Promise<boolean> {
  const { mini } = desk.senders
  if (delivery.doubtful || mini === null || contact.wechatCredits <= 0 || !desk.budget.maySend()) return false
  const ledger = { store: desk.store, institutionId: desk.institutionId, templateId: mini.templateId }
  if ((await reserveCredits(ledger, [contact.accountId])) === 0) return false
  return markRoute(desk.store, claim, { ids: [delivery._id], route: 'subscribe-message' })
}

async function attempt({ desk, closed }: Round, toSend: ToSend, way: Route): Promise<Try> {
  const at = desk.clock.now()
  const started = desk.clock.elapsed()
  const known = closed.get(way)
  const outcome = known ?? await desk.channels[way].send(messageOf(toSend, at))
  if (stopsTheWay(outcome)) closed.set(way, outcome)
  return { way, outcome, at, elapsedMs: Math.round(desk.clock.elapsed() - started) }
}

const messageOf = ({ delivery, contact, items }: ToSend, at: Date): Message => ({
  deliveryId: delivery._id, institutionId: delivery.institutionId, accountId: delivery.accountId, at,
  occasion: { items, day: delivery.day }, phone: contact.phone, openid: contact.openid, officialOpenid: contact.officialOpenid,
})
