import type { Clock } from './clock/clock'
import type { FaultPlan } from './faults/fault-plan'
import type { Outbox } from './outbox/outbox'
import type { Schema, Store } from './store/types'

/** A pretend WeChat user: in the mini-program he is `openid`, to the official account `officialOpenid`; `unionid` is the same in both. */
export interface WechatUser {
  openid: string
  unionid?: string
  name: string
  /** What the phone number button hands over, 11 digits. */
  phone?: string
  officialOpenid?: string
  /** Whether he follows the official account. */
  follows: boolean
}

export interface SeedFile { path: string; bytes: Uint8Array }

export interface Seed {
  collections: Record<string, unknown[]>
  files?: readonly SeedFile[]
  wechatUsers?: readonly WechatUser[]
}

export interface MessageTemplate { title: string; fields: Readonly<Record<string, string>> }

export interface WechatSettings {
  miniAppId: string
  miniSecret: string
  officialAppId: string
  officialSecret: string
  /** Token and 43-character key of the server push; without a key events are pushed in plain text. */
  pushToken: string
  pushAesKey?: string
  /** HTTP access path that takes WeChat's pushes, e.g. `/wechat`. */
  pushUrlPath: string
  /** Titles and field labels of templates by their id: for showing messages as phones do. */
  templates?: Readonly<Record<string, MessageTemplate>>
  /** Pages that a code of the mini-program may open; absent: any. */
  pages?: readonly string[]
  /** Pushes by itself what WeChat pushes after an answer: that a subscription message was sent, that a picture passed the check. */
  pushResults?: boolean
}

export interface SmsSettings {
  /** Keys whose signature the SMS end accepts. */
  secretId: string
  secretKey: string
  /** Approved texts by template id, with places {1}, {2}, …: for showing messages as phones do. */
  templates?: Readonly<Record<string, string>>
  /** HTTP access path that takes status reports. */
  reportUrlPath?: string
  /** Reports every message as delivered by itself. */
  reportDelivered?: boolean
}

export interface EmulatorOptions {
  /** Documents, files and the pretend WeChat world live here. */
  dataFolder: string
  schema: Schema
  /** One folder per function with `index.js` and, if needed, `config.json` (triggers, permissions, timeout in seconds, memorySize in MB). */
  functionsFolder: string
  /** Environment variables per function; as a function it is given the base address of the emulator. */
  functionEnvironment?: Record<string, Record<string, string>> | ((base: string) => Record<string, Record<string, string>>)
  /** HTTP access: path prefix → function. CORS is the function's own business. */
  routes?: Record<string, string>
  /** Functions that a client may call; a client's call to another one is refused. */
  clientCallable?: readonly string[]
  /** Static site served at `/`. */
  webFolder?: string
  /** Headers of every file of the site, as the hosting's settings would add them. */
  webHeaders?: Readonly<Record<string, string>>
  /** Data of the first start (`demo` true) and of every reset. */
  seed?: (demo: boolean, now: Date) => Promise<Seed>
  wechat?: WechatSettings
  sms?: SmsSettings
  /** Taken: said through `onNotice`, and the next one is tried. 0: any free one. */
  port?: number
  /** Default 4. */
  instancesPerFunction?: number
  /** How long a transaction may stay open (30 s), and how long a plain write waits for one (5 s), in milliseconds of real time. */
  transactions?: { lifeMs?: number; waitMs?: number }
  /** Rules of the platform that are broken on purpose, by name: see `rules/`. They count for the process. */
  rulesOff?: readonly string[]
  /** Freezes the clock here from the start. */
  now?: Date
  onNotice?: (sentence: string) => void
}

export interface Emulator {
  /** `http://127.0.0.1:<port>` */
  base: string
  port: number
  store: Store
  clock: Clock
  outbox: Outbox
  /** Faults by a seed, in database requests, calls of functions and timers. */
  faults: FaultPlan
  /** What a mini-program user's (`openid`) or an anonymous web visitor's `callFunction` would answer; throws with a `code`. */
  invoke(name: string, data: unknown, openid?: string): Promise<unknown>
  /** Moves time on and fires the timers due on the way; see `POST /_emulator/clock`. Resolves when every call they caused has ended. */
  advance(to: Date, everyMs?: number): Promise<void>
  reset(demo: boolean): Promise<void>
  close(): Promise<void>
}
