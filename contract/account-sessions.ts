import * as v from 'valibot'
import { command, query } from './operation'
import { done, id, instant, nothing } from './shapes'

/** One's own open sessions of the web edition, the latest first. `here`: the one that asks; none of them for a call from WeChat. */
export const listSessions = query('account.sessions', {
  input: nothing,
  output: v.strictObject({ rows: v.array(v.strictObject({ id, startedAt: instant, expiresAt: instant, here: v.boolean() })) }),
  may: 'signed-in',
})

/** Ends one of one's own sessions, or (`id` null) every one but this. Failure: not-found. */
export const endSession = command('account.end-session', { input: v.strictObject({ id: v.nullable(id) }), output: done, may: 'signed-in' })
