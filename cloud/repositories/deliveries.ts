import type { CivilDay } from '../../domain/kernel/civil-day'
import type { WechatWay } from '../../domain/reminder/channel'
import type { DeliveryKey } from '../../domain/reminder/delivery-id'
import type { StoredDelivery } from '../../domain/reminder/plan-day'
import type { DeliveryAttemptDoc, DeliveryDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { isStoreError } from '../store-error'
import { addMissing } from './add-missing'
import { inParts } from './due'
import { ofInstitution } from './of-institution'

export type Delivery = DeliveryDoc
export type Dropped = NonNullable<DeliveryDoc['dropped']>
export type Attempt = Omit<DeliveryAttemptDoc, '_id' | 'schema'>

/** Milliseconds from a claim to its deadline: longer than an instance can live, so a claim past it belongs to nobody. */
export const CLAIM_MS = 30_000

const STORED = ['slot', 'accountId', 'channel', 'mentions', 'state'] as const
/** More deliveries of one slot than an institution has accounts and channels. */
const MOST = 100_000

/** What a delivery is about, before it exists. `held`: only written down why nothing is sent (B7). */
export interface PlannedDelivery {
  id: string
  key: DeliveryKey
  accountName: string
  certificateIds: readonly string[]
  mentions: readonly string[]
  held: string | null
  route: WechatWay | null
  /** When it may leave at the earliest; left out: at once. */
  notBefore?: Date | null
}

function documentOf(planned: PlannedDelivery, now: Date): DeliveryDoc {
  const { institutionId, day, slot, accountId, channel } = planned.key
  const held = planned.held !== null
  return {
    _id: planned.id, schema: 1, institutionId, day, slot, accountId, accountName: planned.accountName, channel,
    certificateIds: [...planned.certificateIds], mentions: [...planned.mentions],
    state: held ? 'held' : 'queued', route: planned.route, reason: planned.held ?? '', attempts: 0, claim: null, firstAttemptAt: null,
    dueAt: held ? null : planned.notBefore ?? now, providerId: '', createdAt: now, settledAt: held ? now : null,
  }
}

export interface DayQuestion { institutionId: string; day: CivilDay; mentions: readonly string[]; slots: readonly string[] }

/** Today's deliveries that mention one of these certificates or share their send time, each once. */
export async function storedOfDay(store: DocumentStore, { institutionId, day, mentions, slots }: DayQuestion): Promise<StoredDelivery[]> {
  const options = { fields: STORED, limit: MOST }
  const mentioning = inParts(mentions).map((part) => store.find('deliveries', { ...ofInstitution(institutionId), mentions: { in: part }, day }, options))
  const inSlots = store.find('deliveries', { ...ofInstitution(institutionId), day, slot: { in: slots } }, options)
  const found = new Map((await Promise.all([...mentioning, inSlots])).flat().map((doc) => [doc._id, doc]))
  return [...found.values()].map(({ slot, accountId, channel, mentions: about, state }) => ({ slot, accountId, channel, mentions: about, state }))
}

/** Writes in batches and reads back what is there. A key that somebody else took ends the writing: what is missing then is planned again. */
export async function writeDeliveries(store: DocumentStore, planned: readonly PlannedDelivery[], now: Date): Promise<Set<string>> {
  try {
    for (const part of inParts(planned)) await store.add('deliveries', part.map((each) => documentOf(each, now)))
  } catch (thrown) {
    if (!isStoreError(thrown, 'duplicate')) throw thrown
  }
  const wanted = new Map(planned.map((each) => [each.id, each]))
  const reads = inParts([...wanted.keys()]).map((part) => store.find('deliveries', { _id: { in: part } }, { fields: ['mentions'], limit: part.length }))
  const written = (await Promise.all(reads)).flat().filter(({ _id, mentions }) => wanted.get(_id)?.mentions.join() === mentions.join())
  return new Set(written.map(({ _id }) => _id))
}

/** To be sent now, or claimed by an instance that did not come back. */
export const dueDeliveries = (store: DocumentStore, institutionId: string, { now, limit }: { now: Date; limit: number }): Promise<Delivery[]> =>
  store.find('deliveries', { ...ofInstitution(institutionId), dueAt: { to: now } }, { sort: [['dueAt', 1]], limit })

export interface Claim { institutionId: string; token: string; deadline: Date }

/** When a claim was made. All its first attempts count from here: a time of its own for each message would be an update of its own. */
export const claimedAt = ({ deadline }: Pick<Claim, 'deadline'>): Date => new Date(deadline.getTime() - CLAIM_MS)

/** Takes what is still queued, in one guarded update, and answers what it got. */
export async function claimDeliveries(store: DocumentStore, { institutionId, token, deadline }: Claim, ids: readonly string[]): Promise<Delivery[]> {
  const where = { ...ofInstitution(institutionId), _id: { in: ids }, state: 'queued' }
  const claimed = await store.update('deliveries', where, { set: { state: 'sending', claim: { token, deadline }, dueAt: deadline } })
  return claimed === 0 ? [] : store.find('deliveries', { 'claim.token': token }, { limit: ids.length })
}

/** What a claimed delivery becomes; fields that are left out stay. */
export interface Settlement {
  state: Exclude<DeliveryDoc['state'], 'sending'>
  reason: string
  route: WechatWay | null
  /** When to try again; `null`: it is settled. */
  dueAt: Date | null
  firstAttemptAt: Date | null
  /** Set once an attempt may have arrived; left out, what was known stays. */
  doubtful?: true
  /** Attempts made since the claim. */
  attempted: number
  /** Why each of its certificates is not told, where one reason does not hold for all. */
  dropped?: Dropped
}

/** Ends claims: one update per distinct settlement, only where the claim still stands. Answers how many there were. */
export async function settleDeliveries(store: DocumentStore, claim: Pick<Claim, 'institutionId' | 'token'>, settled: { list: ReadonlyArray<readonly [id: string, settlement: Settlement]>; now: Date }): Promise<number> {
  const groups = new Map<string, { settlement: Settlement; ids: string[] }>()
  for (const [id, settlement] of settled.list) {
    const key = JSON.stringify(settlement)
    const known = groups.get(key)
    if (known) known.ids.push(id)
    else groups.set(key, { settlement, ids: [id] })
  }
  let changed = 0
  for (const { settlement, ids } of groups.values()) {
    const { attempted, ...facts } = settlement
    const where = { ...ofInstitution(claim.institutionId), _id: { in: ids }, 'claim.token': claim.token }
    const set = { ...facts, claim: null, settledAt: settlement.dueAt === null ? settled.now : null }
    changed += await store.update('deliveries', where, { set, ...(attempted > 0 && { increment: { attempts: attempted } }) })
  }
  return changed
}

/** Says before the request which way a claimed message takes, so that a crash leaves no doubt. false: the claim is lost. */
export async function markRoute(store: DocumentStore, claim: Pick<Claim, 'institutionId' | 'token'>, { ids, route }: { ids: readonly string[]; route: WechatWay }): Promise<boolean> {
  const where = { ...ofInstitution(claim.institutionId), _id: { in: ids }, 'claim.token': claim.token }
  return (await store.update('deliveries', where, { set: { route } })) === ids.length
}

/** A digest that lost some of its certificates before it was sent mentions only the others, and says why of each that it lost (B7). */
export async function shrinkDelivery(store: DocumentStore, claim: Pick<Claim, 'institutionId' | 'token'>, { _id, mentions, dropped }: Pick<Delivery, '_id' | 'mentions' | 'dropped'>): Promise<void> {
  await store.update('deliveries', { ...ofInstitution(claim.institutionId), _id, 'claim.token': claim.token }, { set: { mentions, dropped } })
}

const attemptId = (attempt: Attempt, number: number): string => `${attempt.deliveryId}:${number}:${attempt.route}`

/** `number`: which try of its delivery it was, from 1. A repeated record of the same try changes nothing. */
export const recordAttempts = (store: DocumentStore, made: ReadonlyArray<{ attempt: Attempt; number: number }>): Promise<void> =>
  addMissing(store, 'delivery_attempts', made.map(({ attempt, number }) => ({ _id: attemptId(attempt, number), schema: 1, ...attempt })))

/** Of these deliveries, those whose provider took the message, by the record of the attempt. */
export async function acceptedAmong(store: DocumentStore, deliveryIds: readonly string[]): Promise<Set<string>> {
  const docs = await store.find('delivery_attempts', { deliveryId: { in: deliveryIds } }, { limit: deliveryIds.length * 10 })
  return new Set(docs.filter(({ ok }) => ok).map(({ deliveryId }) => deliveryId))
}
