import { getHealth, type AlarmView, type Health } from '../../../contract/health'
import { alarmsOf, type Alarm } from '../../../domain/health/alarm'
import { isSilent, TIMER_DOORS } from '../../../domain/health/door'
import { reasonsOf, trafficOf, type Counted } from '../../../domain/health/traffic'
import { addDays, type CivilDay } from '../../../domain/kernel/civil-day'
import { reads, type Scene } from '../../../cloud/gate/verb'
import { channelSettingsOf } from '../../../cloud/repositories/channel-settings'
import { creditsOfAll, healthFacts, neglected, queueOf, trafficSince } from '../../../cloud/repositories/health'
import { openJobsOf } from '../../../cloud/repositories/jobs'
import { subscribeTemplateOf } from '../../../cloud/repositories/reach'

const DAYS = 7
/** What one page shows. */
const REASONS = 20
/** More than an institution works at. */
const JOBS = 100

const viewOf = (alarm: Alarm): AlarmView => {
  if (!('since' in alarm)) return alarm
  if (alarm.kind === 'silent') return { ...alarm, since: alarm.since?.toISOString() ?? null }
  return { ...alarm, since: alarm.since.toISOString() }
}

const lastDays = (today: CivilDay): CivilDay[] => Array.from({ length: DAYS }, (_, at) => addDays(today, -at))

/** SMS that left or may have left: what the caps count. */
const smsOf = (rows: readonly Counted[]): number => trafficOf(rows).filter(({ channel }) => channel === 'sms').reduce((sum, { sent, unknown }) => sum + sent + unknown, 0)

async function creditsIn(scene: Scene, institutionId: string): Promise<Health['credits']> {
  const templateId = await subscribeTemplateOf(scene, institutionId)
  return templateId === null ? null : creditsOfAll(scene.store, institutionId, templateId)
}

async function waitingIn({ store, now }: Scene, institutionId: string): Promise<Health['queue']> {
  const [queue, jobs] = await Promise.all([queueOf(store, institutionId, now), openJobsOf(store, institutionId, JOBS)])
  return { ...queue, jobs: jobs.length }
}

async function trafficIn({ store, today }: Scene, institutionId: string): Promise<Pick<Health, 'days' | 'failed' | 'held' | 'sms'>> {
  const days = lastDays(today)
  const [byDay, settings] = await Promise.all([trafficSince(store, institutionId, days[days.length - 1] ?? today), channelSettingsOf(store, institutionId)])
  const all = [...byDay.values()].flat()
  return {
    days: days.map((day) => ({ day, channels: trafficOf(byDay.get(day) ?? []) })),
    failed: reasonsOf(all, 'failed').slice(0, REASONS),
    held: reasonsOf(all, 'held').slice(0, REASONS),
    sms: { today: smsOf(byDay.get(today) ?? []), dailyCap: settings?.sms.dailyCap ?? null, personCap: settings?.sms.personCap ?? null },
  }
}

/** 运行状况 of the caller's institution (B18). */
export const get = reads(getHealth, async (_input, { institutionId }, scene): Promise<Health> => {
  const { store, now, today } = scene
  const [facts, queue, traffic, credits, left] = await Promise.all([
    healthFacts(store, institutionId, now), waitingIn(scene, institutionId), trafficIn(scene, institutionId), creditsIn(scene, institutionId), neglected(store, institutionId, today),
  ])
  const doors = TIMER_DOORS.map((door) => ({ door, lastAt: facts.beats[door]?.toISOString() ?? null, silent: isSilent(door, facts.beats[door], now) }))
  return { today, alarms: alarmsOf(facts).map(viewOf), doors, queue, ...traffic, credits, ...left }
})
