import type { Channels } from '../certificate/certificate'

/** What a form ticks (S38). */
export const CHANNELS = ['home', 'sms', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

/** The ways behind 微信通知, best first (B3). */
export const WECHAT_WAYS = ['official-account', 'subscribe-message', 'employee-message'] as const
export type WechatWay = (typeof WECHAT_WAYS)[number]

/** How one message travels in the end. */
export type Route = 'home' | 'sms' | WechatWay

/** The ticked channels in a fixed order. */
export const ticked = (channels: Channels): Channel[] => CHANNELS.filter((channel) => channels[channel])
