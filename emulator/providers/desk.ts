import type { Clock } from '../clock/clock'
import type { WechatSettings } from '../options'
import type { Outbox } from '../outbox/outbox'
import type { MediaChecks } from '../wechat-world/media-checks'
import type { PrintedTexts } from '../wechat-world/printed-texts'
import type { PushEvent } from '../wechat-world/push'
import type { World } from '../wechat-world/world'
import type { Picture, WechatAnswer } from './answer'
import type { Tokens } from './tokens'

/** What every end of WeChat works with. */
export interface Desk {
  clock: Clock
  world: World
  outbox: Outbox
  tokens: Tokens
  settings: WechatSettings
  nextMessageId: () => bigint
  mediaChecks: MediaChecks
  printedTexts: PrintedTexts
  /** Pushes to the mini-program's address once the answer is out; absent unless results push themselves. */
  later?: (event: PushEvent) => void
}

export type Arguments = Readonly<Record<string, unknown>>

/** One interface of WeChat, its token checked already. */
export type Interface = (desk: Desk, args: Arguments) => WechatAnswer | Picture

export const argumentOf = (args: Arguments, name: string): string => {
  const value = args[name]
  return typeof value === 'string' ? value : ''
}
