import type { Channels } from '../certificate/certificate'
import { ticked, type Channel, type Route } from './channel'
import { ALL_READY, route, type ReadyChannels, type Recipient, type Unreachable } from './route'

export interface ChannelReach {
  channel: Channel
  way: Route | null
  /** Why not, when `way` is null. */
  reason: Unreachable | null
}

export interface Reach {
  accountId: string
  name: string
  channels: ChannelReach[]
  /** Nothing that is ticked reaches him: a warning on the form (B5). */
  unreachable: boolean
}

/** What each recipient can receive today of what is ticked, and why not (B5). */
export function reachOf(recipients: readonly Recipient[], channels: Channels, ready: ReadyChannels = ALL_READY): Reach[] {
  return recipients.map((recipient) => {
    const reached = ticked(channels).map((channel): ChannelReach => {
      const routing = route(recipient, channel, ready)
      return { channel, way: routing.way, reason: routing.way === null ? routing.reason : null }
    })
    return { accountId: recipient.accountId, name: recipient.name, channels: reached, unreachable: reached.every(({ way }) => way === null) }
  })
}
