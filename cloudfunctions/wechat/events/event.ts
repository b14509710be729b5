import type { FollowerDirectory, Ports } from '../../../cloud/ports'
import type { PushFields } from '../push-body'

export type EventPorts = Pick<Ports, 'store' | 'clock' | 'secrets' | 'log'> & { followers: FollowerDirectory; appId: string; /** '' when there is none. */ miniAppId: string }

/** A push that has not been seen before; `key` names it for good. */
export interface PushEvent { key: string; openid: string; fields: PushFields; /** Its `List`. */ list: readonly PushFields[] }

export type EventHandler = (event: PushEvent, ports: EventPorts) => Promise<void>
