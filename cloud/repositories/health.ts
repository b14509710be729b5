import { TIMER_DOORS, type TimerDoor } from '../../domain/health/door'
import type { Counted } from '../../domain/health/traffic'
import type { HealthFacts } from '../../domain/health/alarm'
import { BIND_CODE_LOCKOUT } from '../../domain/account/lockout'
import { addDays, dayOf, instantOf, plusMinutes, type CivilDay } from '../../domain/kernel/civil-day'
import type { Channel, Route } from '../../domain/reminder/channel'
import type { DeliveryState } from '../../domain/reminder/delivery'
import type { DocumentStore, TallyRow, Where } from '../ports'
import { marksIn } from './channel-marks'
import { channelSettingsOf, type ChannelSettingsDoc } from './channel-settings'
import { beatId, leaseId } from './due-runs'
import { uncheckedLately } from './media-checks'
import { ofInstitution } from './of-institution'

/** More combinations of way, state and reason than providers have codes. */
const MOST_ROWS = 1000
const KIND = ['channel', 'route', 'state', 'reason'] as const

const countedOf = ({ key, count, latest }: Omit<TallyRow, 'least'>): Counted => {
  const [channel = '', route = '', state = '', reason = ''] = key
  return { channel: channel as Channel, route, state: state as DeliveryState, reason, count, latest }
}

const tallyOf = async (store: DocumentStore, where: Where): Promise<Counted[]> =>
  (await store.tally('deliveries', where, { by: KIND, latest: 'settledAt', limit: MOST_ROWS })).map(countedOf)

/** What became of the messages of one local day. */
export const trafficOn = (store: DocumentStore, institutionId: string, day: CivilDay): Promise<Counted[]> =>
  tallyOf(store, { ...ofInstitution(institutionId), day })

/** The same of several days, by day: one question. */
export async function trafficSince(store: DocumentStore, institutionId: string, from: CivilDay): Promise<Map<CivilDay, Counted[]>> {
  const rows = await store.tally('deliveries', { ...ofInstitution(institutionId), day: { from } }, { by: ['day', ...KIND], latest: 'settledAt', limit: 10 * MOST_ROWS })
  const byDay = new Map<CivilDay, Counted[]>()
  for (const { key: [day = '', ...kind], count, latest } of rows) byDay.set(day, [...(byDay.get(day) ?? []), countedOf({ key: kind, count, latest })])
  return byDay
}

export async function beatsOf(store: DocumentStore): Promise<Record<TimerDoor, Date | null>> {
  const runs = await store.find('runs', { _id: { in: TIMER_DOORS.map(beatId) } }, { limit: TIMER_DOORS.length, fields: ['at'] })
  const at = new Map(runs.map((run) => [run._id, run.at]))
  return { remind: at.get(beatId('remind')) ?? null, sweep: at.get(beatId('sweep')) ?? null, digest: at.get(beatId('digest')) ?? null }
}

const instant = (value: Date | null | undefined): Date[] => (value ? [value] : [])

/**
 * The instant that has been due longest; null: nothing is. Certificates that a change of rules made due stand under one instant of yesterday
 * (reckon-anew.ts) and have not been waiting since then.
 */
async function oldestDue(store: DocumentStore, institutionId: string, now: Date): Promise<Date | null> {
  const own = ofInstitution(institutionId)
  const reckoned = instantOf(addDays(dayOf(now), -1), '00:00:00')
  const certificate = async (range: { before: Date } | { after: Date; to: Date }): Promise<Date[]> => {
    const [found] = await store.find('certificates', { ...own, 'reminder.nextAt': range }, { sort: [['reminder.nextAt', 1]], limit: 1, fields: ['reminder'] })
    return instant(found?.reminder.nextAt)
  }
  const delivery = async (): Promise<Date[]> => {
    const [found] = await store.find('deliveries', { ...own, dueAt: { to: now } }, { sort: [['dueAt', 1]], limit: 1, fields: ['dueAt'] })
    return instant(found?.dueAt)
  }
  const found = (await Promise.all([certificate({ before: reckoned }), certificate({ after: reckoned, to: now }), delivery()])).flat()
  return found.length === 0 ? null : new Date(Math.min(...found.map(Number)))
}

function ownWaysOf(settings: ChannelSettingsDoc | null): Set<Route> {
  const uses: ReadonlyArray<readonly [Route, string | undefined]> = [
    ['sms', settings?.sms.use], ['official-account', settings?.officialAccount.use], ['subscribe-message', settings?.subscribeMessage.use],
  ]
  return new Set(uses.filter(([, use]) => use === 'own').map(([way]) => way))
}

/** Kinds of attempts at a bind code: by WeChat user, and by the log-in name that a password is to be set for. */
const CODE_KINDS = ['bind-code', 'set-password'] as const

/** How many are locked now for wrong bind codes, over all institutions (architecture §8). `;` follows `:`. */
export async function lockedForCodes(store: DocumentStore, now: Date): Promise<number> {
  const counts = await Promise.all(CODE_KINDS.map((kind) => store.count('attempts', {
    since: { after: plusMinutes(now, -2 * BIND_CODE_LOCKOUT.minutes) }, lockedUntil: { after: now }, _id: { from: `${kind}:`, before: `${kind};` },
  })))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Everything that alarms are judged by: indexed questions, none larger than the institution's last day. */
export async function healthFacts(store: DocumentStore, institutionId: string, now: Date): Promise<HealthFacts> {
  const [beats, oldest, lastDay, marks, settings, locked] = await Promise.all([
    beatsOf(store), oldestDue(store, institutionId, now),
    tallyOf(store, { ...ofInstitution(institutionId), settledAt: { from: plusMinutes(now, -24 * 60) } }),
    marksIn(store, institutionId), channelSettingsOf(store, institutionId), lockedForCodes(store, now),
  ])
  const stopped = marks.filter(({ kind }) => kind === 'stopped').map(({ way, code, at }) => ({ way, code, at }))
  const unchecked = settings?.mediaCheck?.on ? { unchecked: await uncheckedLately(store, institutionId, now) } : {}
  return { now, beats, lockedForCodes: locked, oldestDue: oldest, lastDay, stopped, ownWays: ownWaysOf(settings), settingsSavedAt: settings?.updatedAt ?? null, ...unchecked }
}

/** `due`: certificates to be looked at now; `ready`: messages to be sent now; `later`: retried, or waiting for the end of quiet hours. */
export interface Queue { due: number; ready: number; later: number; working: boolean }

export async function queueOf(store: DocumentStore, institutionId: string, now: Date): Promise<Queue> {
  const own = ofInstitution(institutionId)
  const [due, ready, later, lease] = await Promise.all([
    store.count('certificates', { ...own, 'reminder.nextAt': { to: now } }),
    store.count('deliveries', { ...own, dueAt: { to: now } }),
    store.count('deliveries', { ...own, dueAt: { after: now } }),
    store.get('runs', leaseId({ institutionId })),
  ])
  return { due, ready, later, working: lease !== null && lease.deadline !== null && lease.deadline > now }
}

/** More accounts than a hospital has. */
const MOST_ACCOUNTS = 5000

/** Subscription messages that may still be sent (B2): how many people have one left, how many have used theirs up, and what is left in all. */
export interface Credits { withCredit: number; withoutCredit: number; remaining: number }

export async function creditsOfAll(store: DocumentStore, institutionId: string, templateId: string): Promise<Credits> {
  const docs = await store.find('subscription_credits', { ...ofInstitution(institutionId), templateId }, { limit: MOST_ACCOUNTS, fields: ['remaining'] })
  const withCredit = docs.filter(({ remaining }) => remaining > 0)
  return { withCredit: withCredit.length, withoutCredit: docs.length - withCredit.length, remaining: withCredit.reduce((sum, { remaining }) => sum + remaining, 0) }
}

/** Reasons, as saved with a plan, for which nobody hears of it although it has a last day. */
const REMINDS_NOBODY = ['no-channel', 'no-recipient', 'devices-retired']
/** Only 换证 and 注销 end the red (B30). */
const NOT_SETTLED = [null, 'noted', 'review', 'snoozed']

export async function neglected(store: DocumentStore, institutionId: string, today: CivilDay): Promise<{ remindsNobody: number; expired: number }> {
  const own = ofInstitution(institutionId)
  const [remindsNobody, expired] = await Promise.all([
    store.count('certificates', { ...own, 'reminder.holdReason': { in: REMINDS_NOBODY } }),
    store.count('certificates', { ...own, 'handling.kind': { in: NOT_SETTLED }, expiresOn: { before: today } }),
  ])
  return { remindsNobody, expired }
}
