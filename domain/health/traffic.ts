import { CHANNELS, type Channel, type Route } from '../reminder/channel'
import type { DeliveryState } from '../reminder/delivery'

/** How many deliveries of one kind there are. `latest`: when the last of them was settled; null while none is. */
export interface Counted { channel: Channel; route: string; state: DeliveryState; reason: string; count: number; latest: Date | null }

/** What became of one channel's messages; `waiting`: not sent yet. */
export interface ChannelTraffic { channel: Channel; sent: number; failed: number; unknown: number; held: number; waiting: number }

const COLUMN: Readonly<Record<DeliveryState, keyof Omit<ChannelTraffic, 'channel'>>> =
  { sent: 'sent', failed: 'failed', unknown: 'unknown', held: 'held', queued: 'waiting', sending: 'waiting' }

/** By channel, in the form's order; a channel of which nothing is known has zeros. */
export function trafficOf(rows: readonly Counted[]): ChannelTraffic[] {
  return CHANNELS.map((channel) => {
    const traffic: ChannelTraffic = { channel, sent: 0, failed: 0, unknown: 0, held: 0, waiting: 0 }
    for (const row of rows.filter((each) => each.channel === channel)) traffic[COLUMN[row.state]] += row.count
    return traffic
  })
}

export interface ReasonCount { channel: Channel; reason: string; count: number }

/** Why deliveries ended in this state, the most frequent first; equal ones in a fixed order. */
export function reasonsOf(rows: readonly Counted[], state: DeliveryState): ReasonCount[] {
  const counts = new Map<string, ReasonCount>()
  for (const { channel, reason, count } of rows.filter((row) => row.state === state)) {
    const key = `${channel} ${reason}`
    counts.set(key, { channel, reason, count: (counts.get(key)?.count ?? 0) + count })
  }
  return [...counts].sort(([keyA, a], [keyB, b]) => b.count - a.count || (keyA < keyB ? -1 : 1)).map(([, each]) => each)
}

/** The way that a delivery took; a WeChat message that had none yet would have been a subscription message. */
export function wayOf({ channel, route }: Pick<Counted, 'channel' | 'route'>): Route {
  if (channel !== 'wechat') return channel
  return route === 'official-account' ? 'official-account' : 'subscribe-message'
}
