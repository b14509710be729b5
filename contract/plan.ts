import * as v from 'valibot'
import { channelsSchema } from '../domain/certificate/certificate'
import { PLAN_STATES } from '../domain/reminder/plan-state'
import { certificateEntry, deliveryView } from './certificate'
import { command, query } from './operation'
import { count, day, done, id, instant, keyword, named, optionalDay, paging } from './shapes'
import { reach } from './account'

export const planState = v.picklist(PLAN_STATES)

/** The 预警计划 that a saved certificate is (S36). `nextSendAt` is null when nothing is sent next, and `reason` says why. */
export const planRow = v.strictObject({
  ...certificateEntry.entries,
  state: planState,
  /** A reason of domain/reminder/plan-state; '' while it runs or waits. */
  reason: v.string(),
  /** First and last send of the cycle; null when nothing is ever sent. */
  firstAt: v.nullable(instant),
  lastAt: v.nullable(instant),
  /** Sends of the whole cycle. */
  sends: count,
  channels: channelsSchema,
  recipients: count,
  /** The last day that was dealt with, told or held. */
  toldOn: optionalDay,
  /** People who got at least one message about it today. */
  toldToday: count,
})
export type PlanRow = v.InferOutput<typeof planRow>

/** Every certificate's plan, those that run first, each state by 有效期. `counts` are per state under the same other filters (S36, B18). */
export const listPlans = query('plan.list', {
  input: v.strictObject({ keyword, departmentId: v.optional(id), state: v.optional(planState), ...paging }),
  output: v.strictObject({
    rows: v.array(planRow), total: count, page: count, pageSize: count,
    counts: v.strictObject({ running: count, waiting: count, silent: count, handled: count, ended: count, off: count }),
    /** When the reminder timer last ran; null before its first run. */
    lastTickAt: v.nullable(instant),
  }),
  may: 'certificate.read',
})

/**
 * Sends a message of today again that failed or was held (B7): it is queued once more, its attempts stay counted. Never one that arrived or may
 * have. Failures: not-found, forbidden, delivery.not-today, delivery.not-failed {state}, delivery.told-otherwise, busy.
 */
export const resendDelivery = command('certificate.resend', {
  input: v.strictObject({ id, deliveryId: id }),
  output: done,
  may: 'delivery.resend',
})

const about = v.strictObject({ id, name: v.string(), device: v.string() })

/**
 * 为什么没收到: what was sent to one person on one day, and which certificates that name him were due and not told, each with its reason
 * (B7). `accountId` left out: oneself; another person's day is for those who manage accounts. Failures: account.not-found, forbidden.
 */
export const whyNot = query('account.why-not', {
  input: v.strictObject({ accountId: v.optional(id), day: v.optional(day) }),
  output: v.strictObject({
    account: named,
    reach,
    day,
    today: day,
    /** `dropped`: what the message was planned to tell of and did not, each with its reason. */
    deliveries: v.array(v.strictObject({ ...deliveryView.entries, certificates: v.array(about), dropped: v.array(v.strictObject({ ...about.entries, reason: v.string() })) })),
    missed: v.array(v.strictObject({ ...about.entries, sendTime: v.string(), reason: v.string() })),
    lastTickAt: v.nullable(instant),
  }),
  may: 'inbox.read',
})
