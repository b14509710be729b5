import type { Delivery } from '../../cloud/repositories/deliveries'
import type { Content } from '../../cloud/repositories/due-content'
import type { Contact } from '../../cloud/repositories/due-recipients'
import { dayOf, instantOf } from '../../domain/kernel/civil-day'
import type { Route } from '../../domain/reminder/channel'
import { mention } from '../../domain/reminder/delivery-id'
import { certificateHold, type CertificateHold } from '../../domain/reminder/due'
import { resolveRecipients } from '../../domain/reminder/recipients'
import type { MessageItem } from '../../domain/reminder/render'
import { route, type ReadyChannels, type Unreachable } from '../../domain/reminder/route'

/** Why a planned message is not sent after all. */
export type DropReason =
  | CertificateHold | Unreachable
  /** It was planned for a day that is over: missed days are not replayed (B8). */
  | 'day-passed'
  | 'certificate-gone' | 'cycle-over' | 'channel-off' | 'no-longer-recipient'

export type Judgement =
  | { kind: 'send'; delivery: Delivery; way: Route; contact: Contact; items: readonly MessageItem[] }
  | { kind: 'drop'; delivery: Delivery; state: 'held' | 'failed'; reason: DropReason }

/** What is known at the moment of sending. `promised` counts the credits that this round has given away already. */
export interface Facts {
  now: Date
  contents: ReadonlyMap<string, Content>
  contacts: ReadonlyMap<string, Contact>
  ready: ReadyChannels
  promised: Map<string, number>
}

/** Asks again, on the certificate as it stands now, whether this delivery is still to tell of it. */
function dropOf(delivery: Delivery, certificateId: string, { contents, now }: Facts): DropReason | null {
  const content = contents.get(certificateId)
  if (!content) return 'certificate-gone'
  const certificate = content.facts(instantOf(delivery.day, delivery.slot))
  if (!delivery.mentions.includes(mention(certificateId, certificate.cycle))) return 'cycle-over'
  const hold = certificateHold(certificate, now)
  if (hold !== null) return hold
  if (!certificate.channels[delivery.channel]) return 'channel-off'
  return resolveRecipients(certificate).some(({ accountId }) => accountId === delivery.accountId) ? null : 'no-longer-recipient'
}

const drop = (delivery: Delivery, reason: DropReason, state: 'held' | 'failed' = 'held'): Judgement => ({ kind: 'drop', delivery, state, reason })

/** Handled, changed or unreachable meanwhile (S35, B3): what is planned is judged once more before it leaves, certificate by certificate. */
export function judge(delivery: Delivery, facts: Facts): Judgement {
  if (delivery.day !== dayOf(facts.now)) return drop(delivery, 'day-passed', 'failed')
  const reasons = delivery.certificateIds.map((id) => dropOf(delivery, id, facts))
  const items = delivery.certificateIds.flatMap((id, at) => (reasons[at] === null ? facts.contents.get(id)?.item ?? [] : []))
  if (items.length === 0) return drop(delivery, reasons.find((reason) => reason !== null) ?? 'certificate-gone')
  return address(delivery, items, facts)
}

function address(delivery: Delivery, items: readonly MessageItem[], { contacts, ready, promised }: Facts): Judgement {
  const contact = contacts.get(delivery.accountId)
  if (!contact) return drop(delivery, 'account-off')
  const used = promised.get(contact.accountId) ?? 0
  const routing = route({ ...contact, wechatCredits: contact.wechatCredits - used }, delivery.channel, ready)
  if (routing.way === null) return drop(delivery, routing.reason)
  if (routing.way === 'subscribe-message') promised.set(contact.accountId, used + 1)
  return { kind: 'send', delivery, way: routing.way, contact, items }
}
