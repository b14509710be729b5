import * as v from 'valibot'
import { TIMER_DOORS } from '../domain/health/door'
import { CHANNELS, WECHAT_WAYS } from '../domain/reminder/channel'
import { query } from './operation'
import { count, day, instant, nothing } from './shapes'

const door = v.picklist(TIMER_DOORS)
const channel = v.picklist(CHANNELS)
const wechatWay = v.picklist(WECHAT_WAYS)
const way = v.picklist(['home', 'sms', ...WECHAT_WAYS])
const since = instant

/** As domain/health/alarm.ts has them, with instants as text. */
export const alarm = v.variant('kind', [
  v.strictObject({ kind: v.literal('silent'), door, since: v.nullable(since) }),
  v.strictObject({ kind: v.literal('stuck'), since }),
  v.strictObject({ kind: v.literal('stopped'), way: wechatWay, code: v.string(), since }),
  v.strictObject({ kind: v.literal('settings'), way, code: v.string(), since, own: v.boolean() }),
  v.strictObject({ kind: v.literal('capped'), kept: count }),
  v.strictObject({ kind: v.literal('guessing'), locked: count }),
  v.strictObject({ kind: v.literal('unchecked'), photos: count, code: v.string() }),
  v.strictObject({ kind: v.literal('failures'), channel, failed: count, total: count, reason: v.string() }),
])
export type AlarmView = v.InferOutput<typeof alarm>

const traffic = v.strictObject({ channel, sent: count, failed: count, unknown: count, held: count, waiting: count })
const reasons = v.array(v.strictObject({ channel, reason: v.string(), count }))

/**
 * 运行状况 (B18): whether the clockwork runs, what waits, what became of the messages of the last seven days (the newest first, today included), SMS of
 * today against the caps, and what is left of subscription messages. `credits` null: that way is not set up.
 */
export const getHealth = query('health.get', {
  input: nothing,
  output: v.strictObject({
    today: day,
    alarms: v.array(alarm),
    doors: v.array(v.strictObject({ door, lastAt: v.nullable(instant), silent: v.boolean() })),
    queue: v.strictObject({ due: count, ready: count, later: count, working: v.boolean(), jobs: count }),
    days: v.array(v.strictObject({ day, channels: v.array(traffic) })),
    /** Of the seven days, the most frequent first. */
    failed: reasons,
    held: reasons,
    sms: v.strictObject({ today: count, dailyCap: v.nullable(count), personCap: v.nullable(count) }),
    credits: v.nullable(v.strictObject({ withCredit: count, withoutCredit: count, remaining: count })),
    remindsNobody: count,
    expired: count,
  }),
  may: 'health.read',
})
export type Health = v.InferOutput<typeof getHealth.output>
