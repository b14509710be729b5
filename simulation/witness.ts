import type { CertificateDoc, DeliveryDoc, InboxDoc } from '../cloud/documents'
import type { Clock } from '../cloud/ports'
import type { MemoryStore } from '../cloud/testing/memory-store'
import { localDay, localTime, minutesAfter } from './calendar'
import { BrokenPromise, type Journal } from './journal'
import { mayBeTold, type Telling } from './rule'

export type Way = 'home' | 'sms' | 'official-account' | 'subscribe-message'

/** One request that reached a provider's end, or one notice on a home page. */
export interface Reaching { way: Way; delivery: DeliveryDoc; messageId: string; effect: boolean; unclear: boolean }

interface Reached { way: Way; messageId: string; firstAt: Date; told: boolean }
interface Version { since: number; doc: CertificateDoc }

/**
 * Sees what people save and what reaches phones and home pages, and nothing of how the engine decides. Whatever breaks a promise of
 * architecture §5 is said at once.
 */
export interface Witness {
  saved(doc: CertificateDoc): void
  accountChanged(id: string, active: boolean): void
  tickBegins(): () => void
  claimed(token: string): void
  attempt(reaching: Reaching): void
  notices(docs: readonly InboxDoc[]): void
  reached(about: string): Reached | undefined
  /** What happened on earlier days than this one is over. */
  forget(before: string): void
}

/** WeChat drops a repeated `client_msg_id` for this long (platform facts §2.1). */
const DEDUPED_MINUTES = 10

export const aboutOf = (day: string, to: { accountId: string; channel: string }, mention: string): string => `${day}|${to.accountId}|${to.channel}|${mention}`
const named = (about: string): string[] => [(about.split('|')[3] ?? '').split(':')[0] ?? '']

interface Ground { store: MemoryStore; clock: Clock; journal: Journal }

export function openWitness({ clock, journal }: Ground): Witness {
  const reached = new Map<string, Reached>()
  const versions = new Map<string, Version[]>()
  const away = new Map<string, { since: number; active: boolean }[]>()
  const claims = new Map<string, number>()
  const running = new Set<number>()
  const seen = new Set<string>()
  let tick = 0

  const since = (delivery: DeliveryDoc): number => claims.get(delivery.claim?.token ?? '') ?? Math.min(tick, ...running)
  const alive = <T extends { since: number }>(list: readonly T[], from: number): T[] => list.filter((_, n) => (list[n + 1]?.since ?? Infinity) > from)

  /** At some moment since it was claimed, what it tells was still to be told to this person by this channel. */
  function checkAllowed({ delivery }: Reaching, each: string): void {
    const [id = '', cycle = ''] = each.split(':')
    const from = since(delivery)
    const asked: Telling = { accountId: delivery.accountId, channel: delivery.channel, cycle: Number(cycle), day: localDay(clock.now()), time: localTime(clock.now()) }
    const people = away.get(delivery.accountId) ?? []
    const here = people.length === 0 || alive(people, from).some(({ active }) => active)
    if (!here) throw new BrokenPromise(`${delivery.accountId} had left and was told of ${each}`, [id, delivery.accountId])
    const list = alive(versions.get(id) ?? [], from)
    if (!list.some(({ doc }) => mayBeTold(doc, asked))) throw new BrokenPromise(`${each} was told to ${delivery.accountId} by ${delivery.channel} though nothing of it was to be told any more (or yet)`, [id])
  }

  function checkRepeated({ way, messageId, delivery }: Reaching, about: string): void {
    const before = reached.get(about)
    if (!before) return
    const words = [...named(about), delivery._id]
    const deduped = way === 'official-account' && before.way === way && before.messageId === messageId
    if (!deduped) throw new BrokenPromise(`told twice, or again after an unknown outcome: ${about}, first by ${before.way}, then by ${way}`, words)
    if (minutesAfter(before.firstAt, DEDUPED_MINUTES) <= clock.now()) throw new BrokenPromise(`tried again by the official account after ten minutes: ${about}`, words)
  }

  function attempt(reaching: Reaching): void {
    const { delivery, way, messageId, effect, unclear } = reaching
    const now = clock.now()
    journal.note(now, `${way} to ${delivery.accountId} about ${delivery.mentions.join(' ')} (${delivery._id}): ${effect ? 'arrives' : 'does not arrive'}${unclear ? ', unclear' : ''}`)
    if (delivery.day !== localDay(now)) throw new BrokenPromise(`${delivery._id} was sent on ${localDay(now)}: missed days are not replayed`, [delivery._id])
    for (const each of delivery.mentions) {
      const about = aboutOf(delivery.day, delivery, each)
      checkRepeated(reaching, about)
      checkAllowed(reaching, each)
      if (effect || unclear) {
        const before = reached.get(about)
        reached.set(about, { way, messageId, firstAt: before?.firstAt ?? now, told: effect || (before?.told ?? false) })
      }
    }
  }

  return {
    attempt,
    saved: (doc) => { versions.set(doc._id, [...(versions.get(doc._id) ?? []).slice(-20), { since: journal.step, doc }]) },
    accountChanged: (id, active) => { away.set(id, [...(away.get(id) ?? [{ since: 0, active: true }]).slice(-20), { since: journal.step, active }]) },
    tickBegins() {
      tick = journal.step
      const mine = tick + running.size / 100
      running.add(mine)
      return () => { running.delete(mine) }
    },
    claimed: (token) => { claims.set(token, journal.step) },
    notices(docs) {
      for (const { deliveryId, accountId, items, institutionId, at } of docs) {
        if (seen.has(deliveryId)) continue
        seen.add(deliveryId)
        const delivery = { _id: deliveryId, accountId, institutionId, channel: 'home', day: localDay(at), claim: null, mentions: items.map((item) => `${item.certificateId}:${item.cycle}`) } as unknown as DeliveryDoc
        attempt({ way: 'home', delivery, messageId: '', effect: true, unclear: false })
      }
    },
    reached: (about) => reached.get(about),
    forget(before) {
      for (const about of reached.keys()) if (about.slice(0, 10) < before) reached.delete(about)
      claims.clear()
      for (const id of seen) if ((id.split(':')[1] ?? '') < before) seen.delete(id)
    },
  }
}
