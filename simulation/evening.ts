import type { CertificateDoc, DeliveryDoc, SubscriptionCreditDoc } from '../cloud/documents'
import { reasonWords } from '../domain/reminder/reason-words'
import { localDay, localInstant } from './calendar'
import { BrokenPromise } from './journal'
import { audience, escalatedTo, inWindow, isOpen, mustHear } from './rule'
import { aboutOf } from './witness'
import { roleOf, settingsFor } from './settings'
import { settingsOf, type World } from './world'

const CHANNELS = ['home', 'sms', 'wechat'] as const

/** A ledger of consents counts what it counts: never below nothing, never more than was given. */
export function checkCredits({ store }: World): void {
  for (const { _id, remaining, granted } of store.all('subscription_credits') as SubscriptionCreditDoc[]) {
    if (remaining < 0 || remaining > granted) throw new BrokenPromise(`credits of ${_id}: ${remaining} left of ${granted}`, [_id])
  }
}

/** `slowed`: WeChat said that they were told too often, so by WeChat they hear on 节点 only; the mark is the record (B28). */
interface Today { day: string; deliveries: readonly DeliveryDoc[]; active: ReadonlySet<string>; slowed: ReadonlySet<string> }

/** Why it does not tell of one certificate of several, or of all that it was to tell of; '': it does, or does not say. */
function reasonOf({ state, reason, attempts, mentions, dropped = [] }: DeliveryDoc, mention: string): string {
  const left = dropped.find((each) => each.mention === mention)
  if (left) return left.reason
  return mentions.includes(mention) && (state !== 'queued' || attempts > 0) ? reason : ''
}

/** Told, or written down why not: the only two ends of a day for somebody who is to be told. `steady`: nobody stood in for him today, so his home page must have it. */
function checkPerson({ witness }: World, today: Today, { doc, accountId, channel, steady = true }: { doc: CertificateDoc; accountId: string; channel: 'home' | 'sms' | 'wechat'; steady?: boolean }): void {
  const mention = `${doc._id}:${doc.cycle}`
  const told = witness.reached(aboutOf(today.day, { accountId, channel }, mention))?.told ?? false
  const records = today.deliveries.filter((delivery) => delivery.accountId === accountId && delivery.channel === channel && delivery.certificateIds.includes(doc._id))
  const explained = (channel === 'wechat' && today.slowed.has(accountId)) || records.some((delivery) => reasonWords(reasonOf(delivery, mention)) !== null)
  if (steady && channel === 'home' && today.active.has(accountId) && !told && !records.some(({ state, reason }) => state === 'held' && reason === 'account-off')) {
    throw new BrokenPromise(`${mention} is due and ${accountId} saw nothing on his home page on ${today.day}`, [doc._id, accountId])
  }
  if (!told && !explained) throw new BrokenPromise(`${mention} is due: ${accountId} was told nothing by ${channel} on ${today.day}, and no reason is on record (${records.map(({ _id, state, dueAt }) => `${_id} ${state} ${dueAt?.toISOString() ?? '-'}`).join(', ') || 'nothing was written'}; next ${doc.reminder.nextAt?.toISOString() ?? '-'})`, [doc._id, accountId])
}

/** What was told was planned anew only where two were at it: otherwise the day's record would fill with what everybody knows. */
function checkNotAgain({ crowded }: World, { deliveries }: Today): void {
  const again = deliveries.find((delivery) => delivery.mentions.some((each) => reasonOf(delivery, each) === 'already-told-today'))
  if (again && !crowded) throw new BrokenPromise(`${again._id} was planned though it was told already, and nobody else was at work`, [again._id])
}

/** What was told is on record as told or unknown, and what is on record as told was told (B7). */
function checkRecords({ witness }: World, { day, deliveries }: Today): void {
  const recorded = new Set(deliveries.filter(({ state }) => state === 'sent' || state === 'unknown').flatMap((delivery) => delivery.mentions.map((each) => aboutOf(day, delivery, each))))
  for (const { _id, state, mentions, accountId, channel } of deliveries) {
    for (const each of mentions) {
      const about = aboutOf(day, { accountId, channel }, each)
      const told = witness.reached(about)?.told ?? false
      if (state === 'sent' && !told) throw new BrokenPromise(`${_id} says that it told of ${each}, and nothing arrived`, [_id, each.split(':')[0] ?? ''])
      if (told && !recorded.has(about) && state !== 'sending' && state !== 'queued') throw new BrokenPromise(`${about} arrived, and the record says ${state}`, [_id, each.split(':')[0] ?? ''])
    }
  }
}

type Way = (typeof CHANNELS)[number]

/** Himself, or whoever stood in for him at some moment of the day: one of them was told, or it is written down why not. */
function checkNamed(world: World, today: Today, { doc, accountId, channel }: { doc: CertificateDoc; accountId: string; channel: Way }): void {
  const standIns = (id: string): string[] => world.witness.standIns([id], localInstant(today.day, '00:00:00')).filter((each) => each !== id)
  const others = standIns(accountId)
  // Who comes back after his message was planned for another is told from the next day on; so is whoever he stands in for himself.
  const isBack = (id: string): boolean => today.active.has(id) && standIns(id).length > 0
  if ([accountId, ...others].some(isBack)) return
  const standIn = world.witness.steadyStandIn(accountId, localInstant(today.day, '00:00:00'))
  if (standIn !== null) return checkPerson(world, today, { doc, accountId: standIn, channel })
  const kept = [...others, accountId].some((each, at, all) => {
    try {
      checkPerson(world, today, { doc, accountId: each, channel, steady: others.length === 0 })
      return true
    } catch (thrown) {
      if (at === all.length - 1) throw thrown
      return false
    }
  })
  if (!kept) throw new BrokenPromise(`nobody stood in for ${accountId}`, [accountId])
}

/**
 * Daily ones were told today; 节点, eves of holidays, weeks after 有效期 and escalations are asked for on their very day, and only where nobody
 * saved the certificate, or changed the rules, that day: another rhythm counts from the next day on.
 */
function checkCertificate(world: World, today: Today, doc: CertificateDoc): void {
  const { day } = today
  const settings = settingsOf(world, doc)
  const told = audience(doc)
  const ticked = CHANNELS.filter((channel) => doc.channels[channel])
  const morning = localInstant(day, '00:00:00')
  const rules = world.witness.rulesSince(doc.institutionId, morning).map((hospital) => settingsFor(hospital, doc.typeId))
  const touched = world.witness.savedSince(doc._id, morning) || rules.length > 1
  const isPlain = (channel: Way): boolean => inWindow(doc, day) && rules.every(({ rhythm }) => rhythm[channel] === 'daily')
  const channels = ticked.filter((channel) => mustHear(doc, channel, day, settings) && (isPlain(channel) || !touched))
  // By the rules of some moment of today: it may have been told before they changed.
  const escalated = rules.some((each) => escalatedTo(doc, day, { settings: each, exactly: false }).length > 0)
  const silent = told.length === 0 || ticked.length === 0
  if (silent && isOpen(doc, day) && inWindow(doc, day) && !escalated && doc.reminder.holdReason === null) throw new BrokenPromise(`${doc._id} tells nobody on ${day} and does not say why`, [doc._id])
  for (const accountId of told) channels.forEach((channel) => checkNamed(world, today, { doc, accountId, channel }))
  if (touched) return
  const roles = escalatedTo(doc, day, { settings, exactly: true })
  const reached = (world.people[doc.institutionId] ?? []).filter((id) => roles.includes(roleOf(id)) && world.witness.wasHereAllDay(id, localInstant(day, '00:00:00')))
  for (const accountId of reached) ticked.forEach((channel) => checkPerson(world, today, { doc, accountId, channel }))
}

/** After calm ticks late in the day: nobody who is due was forgotten, and every certificate can say who was told and why another was not. */
export function checkEvening(world: World): void {
  const day = localDay(world.clock.now())
  const deliveries = (world.store.all('deliveries') as DeliveryDoc[]).filter((delivery) => delivery.day === day)
  const active = new Set(world.store.all('accounts').filter((account) => account.active).map(({ _id }) => _id))
  const slowed = new Set(world.store.all('channel_marks').filter(({ kind }) => kind === 'steps').map(({ accountId }) => accountId))
  const today = { day, deliveries, active, slowed }
  for (const doc of world.store.all('certificates') as CertificateDoc[]) checkCertificate(world, today, doc)
  checkRecords(world, today)
  checkNotAgain(world, today)
}
