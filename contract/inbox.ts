import * as v from 'valibot'
import { certificateEntry } from './certificate'
import { command, query } from './operation'
import { count, day, done, id, instant, nothing, paging } from './shapes'

/** One home-page notice (S43): one message may be about several certificates (B6). */
export const inboxMessage = v.strictObject({
  id,
  at: instant,
  title: v.string(),
  /** The guide's sentence for one certificate; a summary for several. */
  text: v.string(),
  items: v.array(v.strictObject({ certificateId: id, text: v.string(), expiresOn: day, /** Handled, renewed or revoked since. */ settled: v.boolean() })),
  readAt: v.nullable(instant),
  /** It is about something that was handed in (B16), and leads there. */
  submissionId: v.optional(id),
})
export type InboxMessage = v.InferOutput<typeof inboxMessage>

export const listInbox = query('inbox.list', { input: v.strictObject({ ...paging }), output: v.strictObject({ rows: v.array(inboxMessage), total: count, page: count, pageSize: count, unread: count }), may: 'inbox.read' })
export const getInboxMessage = query('inbox.get', { input: v.strictObject({ id }), output: v.strictObject({ message: inboxMessage, today: day }), may: 'inbox.read' })
/** Reading is not handling (S35, B1). */
export const readInboxMessage = command('inbox.read', { input: v.strictObject({ id }), output: done, may: 'inbox.read' })
export const countUnread = query('inbox.unread', { input: nothing, output: v.strictObject({ unread: count }), may: 'inbox.read' })

/**
 * 首页: what needs me today. `todo`: within their lead time or expired, and not handled, soonest first (at most 20);
 * `months`: certificates by month of 有效期 — 'expired', then this month and the next eleven — with bucket counts for the expiry picture.
 */
export const homeOverview = query('home.overview', {
  input: nothing,
  output: v.strictObject({
    today: day,
    todo: v.array(certificateEntry),
    todoTotal: count,
    unread: count,
    /** What waits for the caller's review (B16); 0 for who reviews nothing. */
    waiting: v.optional(count),
    months: v.array(v.strictObject({
      month: v.string(),
      total: count,
      marks: v.array(v.strictObject({ state: v.picklist(['over', 'today', 's30', 's90', 'ok', 'review', 'off']), count })),
    })),
    devices: count,
    devicesWithoutHolder: count,
    /** When the reminder timer last ran (B18); null before its first run. */
    lastTickAt: v.nullable(instant),
    /** What is wrong with the clockwork, for those who may see 运行状况; '' when nothing is. In words, as the daily digest has them: the app's main package has no room for more. */
    alarm: v.string(),
  }),
  may: 'certificate.read',
})
