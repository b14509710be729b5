import type { Ports, FollowerDirectory } from '../../../cloud/ports'
import type { PushFields } from '../push-body'
import { follow } from './follow'
import { unfollow } from './unfollow'

export type EventPorts = Pick<Ports, 'store' | 'clock' | 'secrets' | 'log'> & { followers: FollowerDirectory; appId: string }

/** A push that has not been seen before; `key` names it for good. */
export interface PushEvent { key: string; openid: string; fields: PushFields }

export type EventHandler = (event: PushEvent, ports: EventPorts) => Promise<void>

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
