import type { Clock } from '../clock/clock'
import type { WechatSettings } from '../options'
import type { Outbox } from '../outbox/outbox'
import type { World } from '../wechat-world/world'
import type { WechatAnswer } from './answer'
import type { Tokens } from './tokens'

/** What every end of WeChat works with. */
export interface Desk {
  clock: Clock
  world: World
  outbox: Outbox
  tokens: Tokens
  settings: WechatSettings
  nextMessageId: () => bigint
}

export type Arguments = Readonly<Record<string, unknown>>

/** One interface of WeChat, its token checked already. */
export type Interface = (desk: Desk, args: Arguments) => WechatAnswer

export const argumentOf = (args: Arguments, name: string): string => {
  const value = args[name]
  return typeof value === 'string' ? value : ''
}
