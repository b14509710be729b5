import { markRoute, type Claim, type Delivery } from '../../cloud/repositories/deliveries'
import { reserveCredits } from '../../cloud/repositories/due-credits'
import type { Route, WechatWay } from '../../domain/reminder/channel'
import type { Outcome } from '../../domain/reminder/outcome'
import type { Message } from './channels/channel'
import type { Desk } from './desk'
import { fallsThrough, stopsTheWay } from './fall-through'
import type { Prepared, ToSend } from './prepare'

export interface Try { way: Route; outcome: Outcome; at: Date; elapsedMs: number }

/** No tries: the budget ended before its turn came. */
export interface Result { delivery: Delivery; toSend: ToSend; tries: readonly Try[] }

/** How many recipients are served at once; the home page's notices go in one write. */
const LANES: Readonly<Record<Route, number>> = { home: 500, sms: 8, 'official-account': 8, 'subscribe-message': 8, 'employee-message': 8 }

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
  const tries: Try[] = []
  for (let way: Route | null = toSend.way; way !== null && round.desk.budget.maySend();) {
    const made = await attempt(round, toSend, way)
    tries.push(made)
    way = fallsThrough(way, made.outcome) && !delivery.doubtful ? await nextWay(round, toSend, way) : null
  }
  return { delivery, toSend, tries }
}

/** From the official account to a subscription message, if one is left, and from there to 用工消息, while the claim is still ours (B3). */
async function nextWay({ desk, claim }: Round, toSend: ToSend, way: Route): Promise<WechatWay | null> {
  if (!desk.budget.maySend()) return null
  const next = way === 'official-account' && (await takesCredit(desk, toSend)) ? 'subscribe-message' : employedWay(toSend)
  return next !== null && (await markRoute(desk.store, claim, { ids: [toSend.delivery._id], route: next })) ? next : null
}

async function takesCredit({ senders: { mini }, store, institutionId }: Desk, { contact }: ToSend): Promise<boolean> {
  if (mini === null || contact.wechatCredits <= 0) return false
  return (await reserveCredits({ store, institutionId, templateId: mini.templateId }, [contact.accountId])) > 0
}

const employedWay = ({ contact }: ToSend): WechatWay | null => (contact.employed ? 'employee-message' : null)

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
