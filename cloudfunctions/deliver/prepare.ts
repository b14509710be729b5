import { markRoute, shrinkDelivery, type Claim, type Delivery } from '../../cloud/repositories/deliveries'
import { contentsOf } from '../../cloud/repositories/due-content'
import { reserveCredits } from '../../cloud/repositories/due-credits'
import { contactsFor } from '../../cloud/repositories/due-recipients'
import type { WechatWay } from '../../domain/reminder/channel'
import { mention } from '../../domain/reminder/delivery-id'
import type { Claimed } from './claim'
import type { Desk } from './desk'
import { judge, type Judgement } from './judge'
import { wechatWay } from './write'

export type ToSend = Extract<Judgement, { kind: 'send' }>
export type Dropped = Extract<Judgement, { kind: 'drop' }>
export interface Prepared { claim: Claim; toSend: readonly ToSend[]; dropped: readonly Dropped[] }

/** Reads certificates and people again, drops what is not to be told any more, settles each way and pays its credit in advance. */
export async function prepare(desk: Desk, { claim, deliveries }: Claimed): Promise<Prepared> {
  const judged = await judgeAll(desk, deliveries)
  const toSend = judged.filter((judgement): judgement is ToSend => judgement.kind === 'send')
  await shrink(desk, claim, toSend)
  await settleWays(desk, claim, toSend)
  await reserve(desk, toSend)
  return { claim, toSend, dropped: judged.filter((judgement): judgement is Dropped => judgement.kind === 'drop') }
}

async function judgeAll({ store, clock, institutionId, senders, ready }: Desk, deliveries: readonly Delivery[]): Promise<Judgement[]> {
  if (deliveries.length === 0) return []
  const [contents, contacts] = await Promise.all([
    contentsOf(store, institutionId, deliveries.flatMap(({ certificateIds }) => certificateIds)),
    contactsFor({ store, institutionId, senders, accountIds: deliveries.map(({ accountId }) => accountId) }),
  ])
  const facts = { now: clock.now(), contents, contacts: new Map(contacts.map((contact) => [contact.accountId, contact])), ready, promised: new Map<string, number>() }
  return deliveries.map((delivery) => judge(delivery, facts))
}

/** A digest whose other certificates were handled meanwhile must not say later that it told of them. */
async function shrink({ store }: Desk, claim: Claim, toSend: readonly ToSend[]): Promise<void> {
  for (const { delivery, items } of toSend) {
    if (items.length === delivery.certificateIds.length) continue
    const mentions = items.map(({ certificateId, cycle }) => mention(certificateId, cycle))
    await shrinkDelivery(store, claim, { _id: delivery._id, certificateIds: items.map(({ certificateId }) => certificateId), mentions })
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
