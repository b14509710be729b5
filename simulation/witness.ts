import type { CertificateDoc, DeliveryDoc, InboxDoc } from '../cloud/documents'
import type { Clock } from '../cloud/ports'
import { localDay, localInstant, localTime, minutesAfter } from './calendar'
import { BrokenPromise, type Journal } from './journal'
import { audience, escalatedTo, isQuiet, mayHear, type Channel } from './rule'
import { roleOf, settingsFor, type Hospital } from './settings'

export type Way = 'home' | 'sms' | 'official-account' | 'subscribe-message'

/** One request that reached a provider's end, or one notice on a home page. */
export interface Reaching { way: Way; delivery: DeliveryDoc; messageId: string; effect: boolean; unclear: boolean }

interface Reached { way: Way; messageId: string; firstAt: Date; told: boolean }
interface Version { since: number; at: Date; doc: CertificateDoc }
export interface Standing { active: boolean; successor: string | null }

/**
 * Sees what people save and what reaches phones and home pages, and nothing of how the engine decides. Whatever breaks a promise of
 * architecture §5 is said at once.
 */
export interface Witness {
  saved(doc: CertificateDoc): void
  rulesSaved(institutionId: string, hospital: Hospital): void
  /** What the hospital had set at some moment since then. */
  rulesSince(institutionId: string, at: Date): Hospital[]
  accountChanged(id: string, standing: Standing): void
  /** These, and who stood in for them at some moment since then. */
  standIns(ids: readonly string[], since: Date): string[]
  /** Who stood in for him ever since then, and was here; null: nobody, or it changed. */
  steadyStandIn(id: string, since: Date): string | null
  savedSince(id: string, at: Date): boolean
  wasHereAllDay(id: string, since: Date): boolean
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

interface Ground { clock: Clock; journal: Journal }
interface Rules { since: number; at: Date; hospital: Hospital }
/** A chain of successors is followed so far. */
const MOST_HOPS = 5

export function openWitness({ clock, journal }: Ground): Witness {
  const reached = new Map<string, Reached>()
  const versions = new Map<string, Version[]>()
  const rules = new Map<string, Rules[]>()
  const away = new Map<string, { since: number; at: Date; active: boolean; successor: string | null }[]>()
  const lastTold = new Map<string, string>()
  const claims = new Map<string, number>()
  const running = new Set<number>()
  const seen = new Set<string>()
  let tick = 0

  const since = (delivery: DeliveryDoc): number => claims.get(delivery.claim?.token ?? '') ?? Math.min(tick, ...running)
  const alive = <T extends { since: number }>(list: readonly T[], from: number): T[] => list.filter((_, n) => (list[n + 1]?.since ?? Infinity) > from)

  /** These, and who stood in for them by what `of` knows of each: chains are followed, for a successor may have left, too. */
  function withStandIns(ids: readonly string[], of: (id: string) => readonly { active: boolean; successor: string | null }[]): string[] {
    const found = new Set(ids)
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      for (const id of [...found]) for (const { active, successor } of of(id)) if (!active && successor !== null) found.add(successor)
    }
    return [...found]
  }

  const rulesSince = (institutionId: string, from: Date): Hospital[] =>
    (rules.get(institutionId) ?? []).filter((_, n, all) => (all[n + 1]?.at ?? new Date(8e15)) >= from).map(({ hospital }) => hospital)

  /** The day on which it was told before, unless somebody has saved it since: then its rhythm begins anew. */
  function toldBefore(delivery: DeliveryDoc, each: string): string | null {
    const day = lastTold.get(`${delivery.accountId}|${delivery.channel}|${each}`) ?? null
    const saved = versions.get(each.split(':')[0] ?? '')?.at(-1)?.at
    return day === null || day === localDay(clock.now()) || (saved !== undefined && localDay(saved) >= day) ? null : day
  }

  interface Telling { doc: CertificateDoc; hospital: Hospital; cycle: number; lastTold: string | null; standIns(ids: readonly string[]): string[] }

  function mayTell(delivery: DeliveryDoc, { doc, hospital, cycle, lastTold: before, standIns }: Telling): boolean {
    if (doc.cycle !== cycle) return false
    const settings = settingsFor(hospital, doc.typeId)
    const day = localDay(clock.now())
    const channel: Channel = delivery.channel
    const isReached = doc.channels[channel] && escalatedTo(doc, day, { settings, exactly: false }).includes(roleOf(delivery.accountId))
    return isReached || (standIns(audience(doc)).includes(delivery.accountId) && mayHear(doc, channel, { day, settings, lastTold: before }))
  }

  /** At some moment since it was claimed, what it tells was still to be told to this person by this channel. */
  function checkAllowed({ delivery }: Reaching, each: string): void {
    const [id = '', cycle = ''] = each.split(':')
    const from = since(delivery)
    const people = away.get(delivery.accountId) ?? []
    const here = people.length === 0 || alive(people, from).some(({ active }) => active)
    if (!here) throw new BrokenPromise(`${delivery.accountId} had left and was told of ${each}`, [id, delivery.accountId])
    const standIns = (ids: readonly string[]): string[] => withStandIns(ids, (who) => alive(away.get(who) ?? [], from))
    const before = toldBefore(delivery, each)
    const list = alive(versions.get(id) ?? [], from)
    // What was planned today before the rules changed still leaves.
    const held = rulesSince(delivery.institutionId, localInstant(delivery.day, '00:00:00'))
    if (!list.some(({ doc }) => held.some((hospital) => mayTell(delivery, { doc, hospital, cycle: Number(cycle), lastTold: before, standIns })))) {
      throw new BrokenPromise(`${each} was told to ${delivery.accountId} by ${delivery.channel} though nothing of it was to be told any more (or yet)`, [id, delivery.accountId])
    }
  }

  function checkQuiet({ way, delivery }: Reaching): void {
    const held = alive(rules.get(delivery.institutionId) ?? [], since(delivery))
    if (way === 'sms' && held.every(({ hospital }) => isQuiet(hospital.institution.quietHours, localTime(clock.now())))) throw new BrokenPromise(`${delivery._id}: an SMS in quiet hours`, [delivery._id])
  }

  const standingsSince = (id: string, from: Date) => (away.get(id) ?? []).filter((_, n, all) => (all[n + 1]?.at ?? new Date(8e15)) > from)

  function steadyStandIn(id: string, from: Date): string | null {
    let at: string | null = id
    for (let hop = 0; hop < MOST_HOPS && at !== null; hop += 1) {
      const standings: { active: boolean; successor: string | null }[] = standingsSince(at, from)
      if (standings.length > 1) return null
      const [only = { active: true, successor: null }] = standings
      if (only.active) return at === id ? null : at
      at = only.successor
    }
    return null
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
    checkQuiet(reaching)
    for (const each of delivery.mentions) {
      const about = aboutOf(delivery.day, delivery, each)
      checkRepeated(reaching, about)
      checkAllowed(reaching, each)
      if (effect || unclear) {
        const before = reached.get(about)
        lastTold.set(`${delivery.accountId}|${delivery.channel}|${each}`, delivery.day)
        reached.set(about, { way, messageId, firstAt: before?.firstAt ?? now, told: effect || (before?.told ?? false) })
      }
    }
  }

  return {
    attempt,
    saved: (doc) => { versions.set(doc._id, [...(versions.get(doc._id) ?? []).slice(-20), { since: journal.step, at: clock.now(), doc }]) },
    rulesSaved: (institutionId, hospital) => { rules.set(institutionId, [...(rules.get(institutionId) ?? []).slice(-20), { since: journal.step, at: clock.now(), hospital }]) },
    rulesSince,
    accountChanged: (id, standing) => { away.set(id, [...(away.get(id) ?? [{ since: 0, at: new Date(0), active: true, successor: null }]).slice(-20), { since: journal.step, at: clock.now(), ...standing }]) },
    standIns: (ids, from) => withStandIns(ids, (id) => standingsSince(id, from)),
    steadyStandIn,
    savedSince: (id, from) => (versions.get(id)?.at(-1)?.at ?? new Date(0)) >= from,
    wasHereAllDay: (id, from) => standingsSince(id, from).every(({ active }) => active),
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
