import { quietAt, type QuietHours } from '../institution/rules'
import { dayOf, instantOf, timeOf, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { hearingsOf, silenceOf, type Hearing } from './audience'
import type { Channel, Route } from './channel'
import { deliveryId, deliveryKey, mention, type DeliveryKey } from './delivery-id'
import { mayHaveReached, type DeliveryState } from './delivery'
import { certificateHold, slotOf, type CertificateHold, type DueCertificate } from './due'
import type { Successors } from './recipients'
import { ALL_READY, route, type ReadyChannels, type Recipient, type Routing, type Unreachable } from './route'

/** A message or a recorded hold of today that exists already. */
export interface StoredDelivery {
  slot: SendTime
  accountId: string
  channel: Channel
  /** `mention(certificateId, cycle)` of each. */
  mentions: readonly string[]
  state: DeliveryState
}

export interface DayFacts {
  institutionId: string
  now: Date
  certificates: readonly DueCertificate[]
  recipients: readonly Recipient[]
  /** Every delivery of the local day that mentions one of the certificates or shares a key with what may be planned. */
  stored: readonly StoredDelivery[]
  ready?: ReadyChannels
  /** Accounts that have left, each with who is told in its place. */
  successors?: Successors
  /** When no SMS may go (B11). */
  quietHours?: QuietHours | null
}

/** What a decision about one person, channel and slot is about. */
interface Subject {
  key: DeliveryKey
  accountName: string
  certificateIds: readonly string[]
  mentions: readonly string[]
}

export type Decision =
  /** One message for all its certificates (B6). `notBefore`: it waits for the end of quiet hours (B11); null: now. */
  | ({ kind: 'send'; id: string; way: Route; notBefore: Date | null } & Subject)
  /** Why this person is not told; `id` is null when that is written down already or is no news. */
  | ({ kind: 'hold'; id: string | null; reason: Unreachable | 'already-told-today' | 'quiet-hours' | 'slowed-down' } & Subject)
  /** Why nobody is told of this certificate. */
  | { kind: 'hold-certificate'; certificateId: string; cycle: number; reason: CertificateHold }

interface Group {
  key: DeliveryKey
  certificates: DueCertificate[]
  /** WeChat told this person too often, and today is no 节点. */
  slowed: DueCertificate[]
}

/** Everything a group is judged by. `sent` counts credits that this very plan has promised away. */
interface Desk {
  facts: DayFacts
  day: CivilDay
  people: ReadonlyMap<string, Recipient>
  stored: ReadonlyMap<string, readonly StoredDelivery[]>
  promised: Map<string, number>
}

/**
 * What is told to whom now, and why not to the others (S33, S38–S40, B3, B6, B8). Pure: the same facts give the same
 * decisions, in the same order. Each due certificate is covered by at least one decision, so its next instant may be advanced
 * once they are stored.
 */
export function planDay(facts: DayFacts): Decision[] {
  const desk: Desk = {
    facts,
    day: dayOf(facts.now),
    people: new Map(facts.recipients.map((recipient) => [recipient.accountId, recipient])),
    stored: byPersonAndChannel(facts.stored),
    promised: new Map(),
  }
  const sorted = [...facts.certificates].sort(inOrder)
  const holds = sorted.flatMap((certificate) => holdCertificate(certificate, desk))
  const held = new Set(holds.map((decision) => decision.certificateId))
  const groups = group(sorted.filter(({ id }) => !held.has(id)), desk)
  return [...holds, ...groups.flatMap((each) => decide(each, desk))]
}

const inOrder = (a: DueCertificate, b: DueCertificate): number =>
  a.nextAt.getTime() - b.nextAt.getTime() || compare(a.expiresOn ?? '', b.expiresOn ?? '') || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const pair = (accountId: string, channel: Channel): string => `${accountId}:${channel}`

function byPersonAndChannel(stored: readonly StoredDelivery[]): Map<string, StoredDelivery[]> {
  const found = new Map<string, StoredDelivery[]>()
  for (const delivery of stored) {
    const key = pair(delivery.accountId, delivery.channel)
    found.set(key, [...(found.get(key) ?? []), delivery])
  }
  return found
}

function holdCertificate(certificate: DueCertificate, { facts: { now }, day }: Desk): Array<Extract<Decision, { kind: 'hold-certificate' }>> {
  const reason = certificateHold(certificate, now) ?? silenceOf(certificate, day)
  return reason === null ? [] : [{ kind: 'hold-certificate', certificateId: certificate.id, cycle: certificate.cycle, reason }]
}

function group(certificates: readonly DueCertificate[], desk: Desk): Group[] {
  const { facts: { institutionId, successors }, day, people } = desk
  const groups = new Map<string, Group>()
  const add = (certificate: DueCertificate, { accountId, channel, slowed }: Hearing): void => {
    const key: DeliveryKey = { institutionId, day, slot: slotOf(certificate, day), accountId, channel }
    const text = deliveryKey(key)
    const known = groups.get(text) ?? { key, certificates: [], slowed: [] }
    groups.set(text, known)
    known[slowed ? 'slowed' : 'certificates'].push(certificate)
  }
  const isSlowed = (accountId: string): boolean => people.get(accountId)?.slowed ?? false
  for (const certificate of certificates) {
    for (const hearing of hearingsOf(certificate, day, { successors, isSlowed })) add(certificate, hearing)
  }
  return [...groups.values()]
}

function decide({ key, certificates, slowed }: Group, desk: Desk): Decision[] {
  const mine = desk.stored.get(pair(key.accountId, key.channel)) ?? []
  const told = new Set(mine.filter(({ state }) => mayHaveReached(state)).flatMap(({ mentions }) => mentions))
  const isTold = (certificate: DueCertificate): boolean => told.has(mention(certificate.id, certificate.cycle))
  const again = certificates.filter(isTold)
  const fresh = certificates.filter((certificate) => !isTold(certificate))
  const decisions: Decision[] = []
  if (slowed.length > 0) decisions.push({ kind: 'hold', id: null, reason: 'slowed-down', ...subject(key, slowed, desk) })
  if (again.length > 0) decisions.push({ kind: 'hold', id: null, reason: 'already-told-today', ...subject(key, again, desk) })
  if (fresh.length > 0) decisions.push(tell(subject(key, fresh, desk), mine, desk))
  return decisions
}

function subject(key: DeliveryKey, certificates: readonly DueCertificate[], { people }: Desk): Subject {
  return {
    key,
    accountName: people.get(key.accountId)?.name ?? '',
    certificateIds: certificates.map(({ id }) => id),
    mentions: certificates.map(({ id, cycle }) => mention(id, cycle)),
  }
}

function tell(about: Subject, mine: readonly StoredDelivery[], desk: Desk): Decision {
  const inSlot = mine.filter(({ slot }) => slot === about.key.slot)
  const id = deliveryId(about.key, inSlot.length)
  const routing = routeOf(about.key, desk)
  const quiet = routing.way === 'sms' ? quietAt(desk.facts.quietHours ?? null, timeOf(desk.facts.now)) : 'open'
  if (routing.way !== null && quiet !== 'closed') return { kind: 'send', id, way: routing.way, notBefore: quiet === 'open' ? null : instantOf(desk.day, quiet.until), ...about }
  const written = inSlot.some(({ state, mentions }) => state === 'held' && about.mentions.every((each) => mentions.includes(each)))
  return { kind: 'hold', id: written ? null : id, reason: routing.way === null ? routing.reason : 'quiet-hours', ...about }
}

function routeOf({ accountId, channel }: DeliveryKey, { facts, people, promised }: Desk): Routing {
  const recipient = people.get(accountId)
  if (!recipient) return { way: null, reason: 'account-off' }
  const used = promised.get(accountId) ?? 0
  const routing = route({ ...recipient, wechatCredits: recipient.wechatCredits - used }, channel, facts.ready ?? ALL_READY)
  if (routing.way === 'subscribe-message') promised.set(accountId, used + 1)
  return routing
}
