import { dayOf, timeOf, type CivilDay } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { ticked, type Channel, type Route } from './channel'
import { deliveryId, deliveryKey, mention, type DeliveryKey } from './delivery-id'
import { mayHaveReached, type DeliveryState } from './delivery'
import { certificateHold, type CertificateHold, type DueCertificate } from './due'
import { resolveRecipients } from './recipients'
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
}

/** What a decision about one person, channel and slot is about. */
interface Subject {
  key: DeliveryKey
  accountName: string
  certificateIds: readonly string[]
  mentions: readonly string[]
}

export type Decision =
  /** One message for all its certificates (B6). */
  | ({ kind: 'send'; id: string; way: Route } & Subject)
  /** Why this person is not told; `id` is null when that is written down already or is no news. */
  | ({ kind: 'hold'; id: string | null; reason: Unreachable | 'already-told-today' } & Subject)
  /** Why nobody is told of this certificate. */
  | { kind: 'hold-certificate'; certificateId: string; cycle: number; reason: CertificateHold }

interface Group {
  key: DeliveryKey
  certificates: DueCertificate[]
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
  const holds = sorted.flatMap((certificate) => holdCertificate(certificate, facts.now))
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

function holdCertificate(certificate: DueCertificate, now: Date): Array<Extract<Decision, { kind: 'hold-certificate' }>> {
  const reason = certificateHold(certificate, now)
  return reason === null ? [] : [{ kind: 'hold-certificate', certificateId: certificate.id, cycle: certificate.cycle, reason }]
}

function group(certificates: readonly DueCertificate[], { facts, day }: Desk): Group[] {
  const groups = new Map<string, Group>()
  const add = (key: DeliveryKey, certificate: DueCertificate): void => {
    const text = deliveryKey(key)
    const known = groups.get(text)
    if (known) known.certificates.push(certificate)
    else groups.set(text, { key, certificates: [certificate] })
  }
  for (const certificate of certificates) {
    const slot = timeOf(certificate.nextAt)
    for (const { accountId } of resolveRecipients(certificate)) {
      ticked(certificate.channels).forEach((channel) => add({ institutionId: facts.institutionId, day, slot, accountId, channel }, certificate))
    }
  }
  return [...groups.values()]
}

function decide({ key, certificates }: Group, desk: Desk): Decision[] {
  const mine = desk.stored.get(pair(key.accountId, key.channel)) ?? []
  const told = new Set(mine.filter(({ state }) => mayHaveReached(state)).flatMap(({ mentions }) => mentions))
  const isTold = (certificate: DueCertificate): boolean => told.has(mention(certificate.id, certificate.cycle))
  const again = certificates.filter(isTold)
  const fresh = certificates.filter((certificate) => !isTold(certificate))
  const decisions: Decision[] = []
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
  if (routing.way !== null) return { kind: 'send', id, way: routing.way, ...about }
  const written = inSlot.some(({ state, mentions }) => state === 'held' && about.mentions.every((each) => mentions.includes(each)))
  return { kind: 'hold', id: written ? null : id, reason: routing.reason, ...about }
}

function routeOf({ accountId, channel }: DeliveryKey, { facts, people, promised }: Desk): Routing {
  const recipient = people.get(accountId)
  if (!recipient) return { way: null, reason: 'account-off' }
  const used = promised.get(accountId) ?? 0
  const routing = route({ ...recipient, wechatCredits: recipient.wechatCredits - used }, channel, facts.ready ?? ALL_READY)
  if (routing.way === 'subscribe-message') promised.set(accountId, used + 1)
  return routing
}
