import type { Channel, Route } from './channel'

/** What is known of one account when messages are planned or sent. */
export interface Recipient {
  accountId: string
  name: string
  active: boolean
  /** '' when none is on record. */
  phone: string
  /** A WeChat user is bound to the account (S42). */
  bound: boolean
  /** That WeChat user follows the official account. */
  follows: boolean
  /** One-time subscription messages left, as far as we know (B2). */
  wechatCredits: number
  /** He is bound to the hospital as its staff in WeChat and takes 用工消息; absent: no. */
  employed?: boolean
  /** WeChat said that he is told too often (43117): its channel tells him on 节点 only (B28). */
  slowed?: boolean
}

/** Which channels the institution has set up; a missing official account is not the recipient's fault. */
export interface ReadyChannels {
  sms: boolean
  officialAccount: boolean
  subscribeMessage: boolean
  /** 用工消息; absent: switched off, as it is unless a hospital switches it on. */
  employeeMessage?: boolean
  /** The official account would be there, but its template is banned (43116). */
  stopped?: boolean
}

export const ALL_READY: ReadyChannels = { sms: true, officialAccount: true, subscribeMessage: true, employeeMessage: true }

export type Unreachable = 'account-off' | 'no-phone' | 'not-bound' | 'not-following-no-credit' | 'channel-not-set-up' | 'channel-stopped'

export type Routing = { way: Route } | { way: null; reason: Unreachable }

/**
 * How a message of this channel reaches this person now (B3): 微信通知 goes by the official account if he follows it, else by a
 * one-time subscription message if one is left, else by 用工消息 if he takes it, else nowhere, with the reason.
 */
export function route(recipient: Recipient, channel: Channel, ready: ReadyChannels = ALL_READY): Routing {
  if (!recipient.active) return { way: null, reason: 'account-off' }
  if (channel === 'home') return { way: 'home' }
  return channel === 'sms' ? bySms(recipient, ready) : byWechat(recipient, ready)
}

function bySms(recipient: Recipient, ready: ReadyChannels): Routing {
  if (!ready.sms) return { way: null, reason: 'channel-not-set-up' }
  return recipient.phone === '' ? { way: null, reason: 'no-phone' } : { way: 'sms' }
}

function byWechat(recipient: Recipient, ready: ReadyChannels): Routing {
  if (!ready.officialAccount && !ready.subscribeMessage && !ready.employeeMessage) return { way: null, reason: ready.stopped ? 'channel-stopped' : 'channel-not-set-up' }
  if (!recipient.bound) return { way: null, reason: 'not-bound' }
  if (ready.officialAccount && recipient.follows) return { way: 'official-account' }
  return byMiniProgram(recipient, ready)
}

function byMiniProgram({ wechatCredits, employed, follows }: Recipient, ready: ReadyChannels): Routing {
  if (ready.subscribeMessage && wechatCredits > 0) return { way: 'subscribe-message' }
  if (ready.employeeMessage && employed) return { way: 'employee-message' }
  return { way: null, reason: ready.stopped && follows ? 'channel-stopped' : 'not-following-no-credit' }
}
