import type { PushFields } from '../push-body'
import type { EventHandler } from './event'
import { follow } from './follow'
import { unfollow } from './unfollow'

/** What WeChat can tell us that has an effect; everything else is acknowledged and ignored. */
const HANDLERS: ReadonlyMap<string, EventHandler> = new Map([
  ['subscribe', follow],
  ['unsubscribe', unfollow],
])

export const handlerFor = (fields: PushFields): EventHandler | null =>
  fields.get('MsgType') === 'event' ? HANDLERS.get((fields.get('Event') ?? '').toLowerCase()) ?? null : null

/** WeChat repeats a push up to three times: messages are known by MsgId, events by who, when and what (platform facts §2.5). */
export const keyOf = (fields: PushFields): string =>
  JSON.stringify(['MsgId', 'FromUserName', 'CreateTime', 'Event', 'EventKey'].map((name) => fields.get(name) ?? ''))
