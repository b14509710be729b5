import type { PushFields } from '../push-body'
import type { EventHandler } from './event'
import { muted, popup, sent } from './consents'
import { follow } from './follow'
import { mediaChecked } from './media-checked'
import { scan } from './scan'
import { templateSent } from './template-sent'
import { unfollow } from './unfollow'

/** What WeChat can tell us that has an effect; everything else is acknowledged and ignored. */
const HANDLERS: ReadonlyMap<string, EventHandler> = new Map([
  ['subscribe', follow],
  ['unsubscribe', unfollow],
  ['scan', scan],
  ['templatesendjobfinish', templateSent],
  ['subscribe_msg_popup_event', popup],
  ['subscribe_msg_change_event', muted],
  ['subscribe_msg_sent_event', sent],
  ['wxa_media_check', mediaChecked],
])

export const handlerFor = (fields: PushFields): EventHandler | null =>
  fields.get('MsgType') === 'event' ? HANDLERS.get((fields.get('Event') ?? '').toLowerCase()) ?? null : null

/** WeChat repeats a push up to three times: messages are known by MsgId, events by who, when and what (platform facts §2.5). Two pictures of one person may be judged in the same second: their traces differ. */
export const keyOf = (fields: PushFields, list: readonly PushFields[]): string =>
  JSON.stringify([...['MsgId', 'MsgID', 'FromUserName', 'CreateTime', 'Event', 'EventKey', 'trace_id'].map((name) => fields.get(name) ?? ''), ...list.map((item) => [...item])])
