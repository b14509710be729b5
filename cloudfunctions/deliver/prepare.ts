import { markRoute, shrinkDelivery, type Claim, type Delivery } from '../../cloud/repositories/deliveries'
import { contentsOf, type Content } from '../../cloud/repositories/due-content'
import { reserveCredits } from '../../cloud/repositories/due-credits'
import { noticesAmong } from '../../cloud/repositories/inbox-write'
import { contactsFor } from '../../cloud/repositories/due-recipients'
import { rivalsOf } from '../../cloud/repositories/rivals'
import { successorsOf } from '../../cloud/repositories/successors'
import { dayOf } from '../../domain/kernel/civil-day'
import type { WechatWay } from '../../domain/reminder/channel'
import { mention } from '../../domain/reminder/delivery-id'
import { resolveRecipients, type Successors } from '../../domain/reminder/recipients'
import type { Claimed } from './claim'
import type { Desk } from './desk'
import { judge, type Judgement } from './judge'
import { readStanding } from './standing'
import { wechatWay } from './write'

export type ToSend = Extract<Judgement, { kind: 'send' }>
export type Dropped = Extract<Judgement, { kind: 'drop' }>
export type Waiting = Extract<Judgement, { kind: 'wait' }>
export interface Prepared { claim: Claim; toSend: readonly ToSend[]; dropped: readonly Dropped[]; waiting: readonly Waiting[] }

/** Reads certificates and people again, drops what is not to be told any more, settles each way and pays its credit in advance. */
export async function prepare(desk: Desk, { claim, deliveries }: Claimed): Promise<Prepared> {
  const judged = await judgeAll(desk, { claim, deliveries })
  const toSend = judged.filter((judgement): judgement is ToSend => judgement.kind === 'send')
  await shrink(desk, claim, toSend)
  await settleWays(desk, claim, toSend)
  await reserve(desk, toSend)
  return {
    claim, toSend,
    dropped: judged.filter((judgement): judgement is Dropped => judgement.kind === 'drop'),
    waiting: judged.filter((judgement): judgement is Waiting => judgement.kind === 'wait'),
  }
}

async function judgeAll(desk: Desk, { claim, deliveries }: Claimed): Promise<Judgement[]> {
  const { store, clock, institutionId, senders } = desk
  if (deliveries.length === 0) return []
  const { book, slowed, ready } = await readStanding(desk)
  const now = clock.now()
  const [contents, contacts, rivals] = await Promise.all([
    contentsOf(store, { institutionId, book }, deliveries.flatMap(({ certificateIds }) => certificateIds)),
    contactsFor({ store, institutionId, senders, slowed, accountIds: deliveries.map(({ accountId }) => accountId) }),
    rivalsOf(store, claim, { own: deliveries, day: dayOf(now) }),
  ])
  const facts = {
    now, rivals, contents, contacts: new Map(contacts.map((contact) => [contact.accountId, contact])), ready,
    successors: await successorsAmong(desk, deliveries, contents), quietHours: book.institution.quietHours, promised: new Map<string, number>(),
  }
  const told = await toldAlready(desk, deliveries)
  return deliveries.map((delivery) => (told.has(delivery._id) ? { kind: 'drop', delivery, state: 'sent', reason: '' } : judge(delivery, facts)))
}

/** Notices of which an earlier instance did not live to say that it wrote them: they are there, whatever was changed since. */
const toldAlready = ({ store }: Desk, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> =>
  noticesAmong(store, deliveries.filter(({ channel, attempts }) => channel === 'home' && attempts > 0).map(({ _id }) => _id))

/** Who stands in for whom; asked only when somebody is to be told whom none of his certificates names. */
async function successorsAmong({ store, institutionId, clock }: Desk, deliveries: readonly Delivery[], contents: ReadonlyMap<string, Content>): Promise<Successors> {
  const now = clock.now()
  const namedBy = (id: string): string[] => {
    const content = contents.get(id)
    return content ? resolveRecipients(content.facts(now)).map(({ accountId }) => accountId) : []
  }
  const strangers = deliveries.flatMap(({ accountId, certificateIds }) => certificateIds.map(namedBy).filter((named) => !named.includes(accountId)))
  return strangers.length === 0 ? new Map() : successorsOf(store, institutionId, strangers.flat())
}

/** A digest whose other certificates were handled meanwhile must not say later that it told of them, but why it did not (B7). */
async function shrink({ store }: Desk, claim: Claim, toSend: readonly ToSend[]): Promise<void> {
  for (const { delivery, items, dropped } of toSend) {
    if (dropped.length === 0) continue
    const mentions = items.map(({ certificateId, cycle }) => mention(certificateId, cycle))
    await shrinkDelivery(store, claim, { _id: delivery._id, mentions, dropped: [...(delivery.dropped ?? []), ...dropped] })
  }
}

/** Who followed or unfollowed since the plan takes another way: written down before anything is sent. */
async function settleWays({ store }: Desk, claim: Claim, toSend: readonly ToSend[]): Promise<void> {
  const changed = new Map<WechatWay, string[]>()
  for (const { delivery, way } of toSend) {
    const now = wechatWay(way)
    if (now !== null && now !== delivery.route) changed.set(now, [...(changed.get(now) ?? []), delivery._id])
  }
  for (const [route, ids] of changed) await markRoute(store, claim, { ids, route })
}

async function reserve({ store, institutionId, senders, log }: Desk, toSend: readonly ToSend[]): Promise<void> {
  const accountIds = toSend.filter(({ way }) => way === 'subscribe-message').map(({ contact }) => contact.accountId)
  if (senders.mini === null || accountIds.length === 0) return
  const reserved = await reserveCredits({ store, institutionId, templateId: senders.mini.templateId }, accountIds)
  const wanted = new Set(accountIds).size
  if (reserved < wanted) log.info('deliver.credits-short', { institutionId, wanted, reserved })
}
