import type { Channel, Route, WechatWay } from '../reminder/channel'
import { providerClass } from '../reminder/provider-codes'
import { isSilent, TIMER_DOORS, type TimerDoor } from './door'
import { reasonsOf, trafficOf, wayOf, type Counted } from './traffic'

/**
 * What managers are told on 首页 (B18): `silent` a timer does not come, `stuck` the timer comes and something due is still not sent, `stopped` WeChat
 * banned the template, `settings` a provider refuses our settings, `capped` SMS stayed behind because the day's cap was reached, `guessing` many are locked for wrong bind codes, `unchecked` pictures passed because WeChat's content check failed, `failures` too much did not arrive.
 */
export type Alarm =
  | { kind: 'silent'; door: TimerDoor; since: Date | null }
  | { kind: 'stuck'; since: Date }
  | { kind: 'stopped'; way: WechatWay; code: string; since: Date }
  /** `own`: the institution's own account, which it mends in 通道设置; else everybody's, which the operator mends. */
  | { kind: 'settings'; way: Route; code: string; since: Date; own: boolean }
  | { kind: 'capped'; kept: number }
  | { kind: 'guessing'; locked: number }
  | { kind: 'unchecked'; photos: number; code: string }
  | { kind: 'failures'; channel: Channel; failed: number; total: number; reason: string }

export interface HealthFacts {
  now: Date
  /** When each door last came. */
  beats: Readonly<Record<TimerDoor, Date | null>>
  /** Since when the longest waiting has been due, of what the timer should have dealt with; null: nothing is. */
  oldestDue: Date | null
  /** What was settled in the last 24 hours. */
  lastDay: readonly Counted[]
  stopped: ReadonlyArray<{ way: WechatWay; code: string; at: Date }>
  /** Ways by an account of the institution's own. */
  ownWays: ReadonlySet<Route>
  /** Pictures of the last day that WeChat's content check did not look at, where it is on; `code` of the latest failure. */
  unchecked?: { photos: number; code: string }
  /** Callers and accounts of the whole platform that are locked now for wrong bind codes: whose they are is not known. */
  lockedForCodes: number
  /** When 通道设置 were saved last, which tests them: what was refused before is mended. */
  settingsSavedAt: Date | null
}

/** Minutes that something may be due while the timer comes: more than any run needs to work it off. */
export const STUCK_MINUTES = 15
/** Five wrong codes lock for an hour (architecture §8): one or two are people who mistyped, three at once are somebody who tries. */
export const GUESSING_FROM = 3
/** Fewer is bad luck. */
export const FAILED_AT_LEAST = 5
/** What `deliver` writes when the hospital's cap of SMS is reached. */
const DAILY_CAP = 'sms.daily-cap'
/** Of what was sent by the channel in 24 hours. */
export const FAILED_SHARE = 0.2

/** Everything that is wrong, the most urgent first. */
export function alarmsOf(facts: HealthFacts): Alarm[] {
  const settings = wrongSettings(facts)
  const capped = cappedSms(facts)
  const told = new Set<Channel>([...settings.map(({ way }) => (way === 'sms' || way === 'home' ? way : 'wechat')), ...capped.map(() => 'sms' as const)])
  const silent = TIMER_DOORS.filter((door) => isSilent(door, facts.beats[door], facts.now)).map((door): Alarm => ({ kind: 'silent', door, since: facts.beats[door] }))
  return [
    ...silent.filter((alarm) => alarm.kind === 'silent' && alarm.door === 'remind'),
    ...stuck(facts),
    ...facts.stopped.map(({ way, code, at }): Alarm => ({ kind: 'stopped', way, code, since: at })),
    ...settings,
    ...(facts.lockedForCodes >= GUESSING_FROM ? [{ kind: 'guessing' as const, locked: facts.lockedForCodes }] : []),
    ...capped,
    ...failures(facts).filter(({ channel }) => !told.has(channel)),
    ...silent.filter((alarm) => alarm.kind === 'silent' && alarm.door !== 'remind'),
    ...(facts.unchecked && facts.unchecked.photos > 0 ? [{ kind: 'unchecked' as const, ...facts.unchecked }] : []),
  ]
}

/** While the timer does not come at all, that alone is told. */
function stuck({ oldestDue, beats, now }: HealthFacts): Alarm[] {
  if (oldestDue === null || isSilent('remind', beats.remind, now)) return []
  return now.getTime() - oldestDue.getTime() >= STUCK_MINUTES * 60_000 ? [{ kind: 'stuck', since: oldestDue }] : []
}

/** Ways of which the last answer was that our settings are wrong: one that was sent since proves them right again. */
function wrongSettings({ lastDay, stopped, ownWays, settingsSavedAt }: HealthFacts): Array<Extract<Alarm, { kind: 'settings' }>> {
  const last = new Map<Route, Counted & { latest: Date }>()
  for (const row of lastDay) {
    const { latest } = row
    const known = last.get(wayOf(row))
    if (latest !== null && isAnswer(row) && (!known || latest > known.latest)) last.set(wayOf(row), { ...row, latest })
  }
  const closed = new Set<Route>(stopped.map(({ way }) => way))
  const isMended = (way: Route, at: Date): boolean => settingsSavedAt !== null && ownWays.has(way) && at < settingsSavedAt
  return [...last].filter(([way, row]) => row.state === 'failed' && !closed.has(way) && !isMended(way, row.latest))
    .map(([way, { reason, latest }]) => ({ kind: 'settings', way, code: reason, since: latest, own: ownWays.has(way) }))
}

/** The hospital's own cap (通道设置), reached within the last day: each message that stayed behind counts. */
function cappedSms({ lastDay }: HealthFacts): Array<Extract<Alarm, { kind: 'capped' }>> {
  const kept = lastDay.filter(({ channel, state, reason }) => channel === 'sms' && state === 'failed' && reason === DAILY_CAP).reduce((sum, { count }) => sum + count, 0)
  return kept === 0 ? [] : [{ kind: 'capped', kept }]
}

const isAnswer = (row: Counted): boolean => row.state === 'sent' || (row.state === 'failed' && isSettings(row))

/** A banned template leaves a mark until it is resumed, which tells of it better. */
const BANNED = '43116'
/** Only what a provider said: a channel that nobody set up is no mistake. */
const isSettings = (row: Counted): boolean => row.channel !== 'home' && row.reason !== BANNED && providerClass(wayOf(row), row.reason) === 'config'

function failures({ lastDay }: HealthFacts): Array<Extract<Alarm, { kind: 'failures' }>> {
  return trafficOf(lastDay).flatMap(({ channel, sent, failed, unknown }) => {
    const total = sent + failed + unknown
    if (failed < FAILED_AT_LEAST || failed < total * FAILED_SHARE) return []
    const [leading] = reasonsOf(lastDay.filter((row) => row.channel === channel), 'failed')
    return [{ kind: 'failures', channel, failed, total, reason: leading?.reason ?? '' }]
  })
}
