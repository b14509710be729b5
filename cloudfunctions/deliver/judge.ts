import type { Delivery, Dropped } from '../../cloud/repositories/deliveries'
import type { Content } from '../../cloud/repositories/due-content'
import type { Contact } from '../../cloud/repositories/due-recipients'
import type { Rivals } from '../../cloud/repositories/rivals'
import { quietAt, type QuietHours } from '../../domain/institution/rules'
import { dayOf, instantOf, plusMinutes, timeOf } from '../../domain/kernel/civil-day'
import type { Route } from '../../domain/reminder/channel'
import { certificateOf, mention } from '../../domain/reminder/delivery-id'
import { certificateHold, type CertificateHold, type DueCertificate } from '../../domain/reminder/due'
import { resolveRecipients, type Successors } from '../../domain/reminder/recipients'
import { isDeduped } from '../../domain/reminder/outcome'
import type { MessageItem } from '../../domain/reminder/render'
import { route, type ReadyChannels, type Unreachable } from '../../domain/reminder/route'
import { isEscalatedTo } from '../../domain/reminder/speaking'

/** Why a planned message is not sent after all. */
export type DropReason =
  | CertificateHold | Unreachable
  /** It was planned for a day that is over: missed days are not replayed (B8). */
  | 'day-passed'
  /** No SMS goes any more today (B11). */
  | 'quiet-hours'
  | 'certificate-gone' | 'cycle-over' | 'channel-off' | 'no-longer-recipient'
  /** Another message of today told it. */
  | 'already-told-today'

export type Judgement =
  /** `dropped`: of what it was to tell, what it does not tell after all, and why. */
  | { kind: 'send'; delivery: Delivery; way: Route; contact: Contact; items: readonly MessageItem[]; dropped: Dropped }
  /** `dropped` says why of each certificate, where one reason does not hold for all. */
  | { kind: 'drop'; delivery: Delivery; state: 'held' | 'failed'; reason: DropReason; dropped?: Dropped }
  /** An attempt may have arrived, and a repeat would not be dropped by the provider. */
  | { kind: 'drop'; delivery: Delivery; state: 'unknown' | 'sent'; reason: string; dropped?: undefined }
  /** It waits for the end of quiet hours (B11), or for what becomes of another message about the same. */
  | { kind: 'wait'; delivery: Delivery; until: Date; reason: 'quiet-hours' | '' }

/** What is known at the moment of sending. `promised` counts the credits that this round has given away already. */
export interface Facts {
  now: Date
  contents: ReadonlyMap<string, Content>
  contacts: ReadonlyMap<string, Contact>
  ready: ReadyChannels
  successors: Successors
  quietHours: QuietHours | null
  promised: Map<string, number>
  rivals: Rivals
}

/** Another instance ends what it claimed well within this, or its claim runs out. */
const RIVAL_MINUTES = 1

/** Named by it now, in the place of somebody who has left, or reached by an escalation. */
function isTold({ accountId }: Delivery, certificate: DueCertificate, { contacts, successors, now }: Facts): boolean {
  if (resolveRecipients(certificate, successors).some((recipient) => recipient.accountId === accountId)) return true
  const role = contacts.get(accountId)?.role
  return role !== undefined && isEscalatedTo(certificate, role, dayOf(now))
}

/** Asks again, on the certificate as it stands now, whether this delivery is still to tell of it. */
function dropOf(delivery: Delivery, mentioned: string, facts: Facts): DropReason | null {
  const content = facts.contents.get(certificateOf(mentioned))
  if (!content) return 'certificate-gone'
  const certificate = { ...content.facts(instantOf(delivery.day, delivery.slot)), escalatedIds: [delivery.accountId] }
  if (mention(certificate.id, certificate.cycle) !== mentioned) return 'cycle-over'
  const hold = certificateHold(certificate, facts.now)
  if (hold !== null) return hold
  if (!certificate.channels[delivery.channel]) return 'channel-off'
  if (!isTold(delivery, certificate, facts)) return 'no-longer-recipient'
  return facts.rivals.of(delivery, mentioned) === 'told' ? 'already-told-today' : null
}

interface Lost { mention: string; reason: DropReason }

const drop = (delivery: Delivery, reason: DropReason, state: 'held' | 'failed' = 'held'): Judgement => ({ kind: 'drop', delivery, state, reason })

/** Nothing of it is left. */
function dropAll(delivery: Delivery, lost: readonly Lost[]): Judgement {
  const reason = lost[0]?.reason ?? 'certificate-gone'
  return { kind: 'drop', delivery, state: 'held', reason, ...(lost.some((each) => each.reason !== reason) && { dropped: [...lost] }) }
}

/** Handled, changed or unreachable meanwhile (S35, B3): what is planned is judged once more before it leaves, certificate by certificate. */
export function judge(delivery: Delivery, facts: Facts): Judgement {
  const judged = judgeNow(delivery, facts)
  return delivery.doubtful && !isHarmless(judged, facts.now) ? { kind: 'drop', delivery, state: 'unknown', reason: delivery.reason } : judged
}

/** WeChat drops the repeat of a template message for ten minutes; the timer may come later than it was asked to, and another text is no repeat. */
const isHarmless = (judged: Judgement, now: Date): boolean =>
  judged.kind === 'send' && judged.way === 'official-account' && judged.delivery.firstAttemptAt !== null && isDeduped(judged.delivery.firstAttemptAt, now)
  && judged.dropped.length === 0

function judgeNow(delivery: Delivery, facts: Facts): Judgement {
  if (delivery.day !== dayOf(facts.now)) return drop(delivery, 'day-passed', 'failed')
  const asked = delivery.mentions.map((mentioned) => ({ mention: mentioned, reason: dropOf(delivery, mentioned, facts) }))
  const dropped = asked.filter((each): each is Lost => each.reason !== null)
  const items = asked.flatMap(({ mention: mentioned, reason }) => (reason === null ? facts.contents.get(certificateOf(mentioned))?.item ?? [] : []))
  if (items.length === 0) return dropAll(delivery, dropped)
  const contested = items.some(({ certificateId, cycle }) => facts.rivals.of(delivery, mention(certificateId, cycle)) === 'in-flight')
  return contested ? { kind: 'wait', delivery, until: plusMinutes(facts.now, RIVAL_MINUTES), reason: '' } : address(delivery, { items, dropped }, facts)
}

function address(delivery: Delivery, told: { items: readonly MessageItem[]; dropped: Dropped }, facts: Facts): Judgement {
  const { contacts, ready, promised } = facts
  const contact = contacts.get(delivery.accountId)
  if (!contact) return drop(delivery, 'account-off')
  const used = promised.get(contact.accountId) ?? 0
  const routing = route({ ...contact, wechatCredits: contact.wechatCredits - used }, delivery.channel, ready)
  if (routing.way === null) return drop(delivery, routing.reason)
  const quiet = routing.way === 'sms' ? quietAt(facts.quietHours, timeOf(facts.now)) : 'open'
  if (quiet === 'closed') return drop(delivery, 'quiet-hours')
  if (quiet !== 'open') return { kind: 'wait', delivery, until: instantOf(delivery.day, quiet.until), reason: 'quiet-hours' }
  if (routing.way === 'subscribe-message') promised.set(contact.accountId, used + 1)
  return { kind: 'send', delivery, way: routing.way, contact, ...told }
}
