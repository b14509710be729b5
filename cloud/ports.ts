import type { Layout } from '../domain/reminder/wechat-layout'
import type { ChannelSettingsDoc, Collection, Documents, SealedSecret } from './documents'

export type { Collection }

/** The whole outside world on one page. Wired once, in live.ts. */

/** A condition on one field: a plain value means equality (also membership, where the field is an array). */
export type Condition =
  | string | number | boolean | Date | null
  | { in: ReadonlyArray<string | number | Date | null> }
  | { all: readonly string[] }
  | { not: string | number | boolean | null }
  | { from?: string | number | Date; after?: string | number | Date; to?: string | number | Date; before?: string | number | Date }

/** All of them must hold. Keys are field paths (`reminder.nextAt`). An undefined value is refused: the SDK would drop it silently. */
export type Where = Readonly<Record<string, Condition>>

export interface FindOptions { sort?: ReadonlyArray<readonly [path: string, direction: 1 | -1]>; skip?: number; limit?: number; fields?: readonly string[] }

/** Paths to new values; `increment` adds. A whole object replaces what was there. */
export interface Change { set?: Readonly<Record<string, unknown>>; increment?: Readonly<Record<string, number>> }

/** One group per value of `by`, the smallest of `min` first. */
export interface GroupOptions { by: string; min: string; limit: number }
/**
 * One row per combination of the values of `by`, with how many there are and, if it is asked for, the latest of `latest` and the smallest text of
 * `least`: of each document the first of these fields that has a value, '' where none has; at most `limit` rows.
 */
export interface TallyOptions { by: readonly string[]; latest?: string; least?: readonly string[]; limit: number }
/** `key` in the order of `by`; '' for a value that is null or missing. */
export interface TallyRow { key: string[]; count: number; latest: Date | null; least: string }

/** Documents; thrown errors are StoreError (cloud/store-error.ts) with `duplicate`, `conflict` or `unavailable`. */
export interface DocumentStore {
  get<C extends Collection>(collection: C, id: string): Promise<Documents[C] | null>
  find<C extends Collection>(collection: C, where: Where, options?: FindOptions): Promise<Array<Documents[C]>>
  count(collection: Collection, where: Where): Promise<number>
  group(collection: Collection, where: Where, options: GroupOptions): Promise<Array<{ key: string; min: unknown }>>
  /** Counted by the database: a day's messages do not travel to be counted. */
  tally(collection: Collection, where: Where, options: TallyOptions): Promise<TallyRow[]>
  /** Ordered and not atomic: what stands before a duplicate stays. */
  add<C extends Collection>(collection: C, docs: ReadonlyArray<Documents[C]>): Promise<void>
  /** One server-side update of every match; answers how many changed. */
  update(collection: Collection, where: Where, change: Change): Promise<number>
  remove(collection: Collection, where: Where): Promise<number>
  /** Snapshot transaction over documents by id; a conflict is retried up to three times, so `work` may run again. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}
export interface Transaction {
  get<C extends Collection>(collection: C, id: string): Promise<Documents[C] | null>
  add<C extends Collection>(collection: C, doc: Documents[C]): Promise<void>
  /** Writes the whole document. */
  set<C extends Collection>(collection: C, doc: Documents[C]): Promise<void>
  change(collection: Collection, id: string, change: Change): Promise<void>
  remove(collection: Collection, id: string): Promise<void>
}

export interface FileStore {
  /** Where one file may be uploaded, and the id it will have. */
  uploadTarget(path: string): Promise<{ url: string; headers: Record<string, string>; fileId: string }>
  /** `null`: nothing lies there. A larger file than `maxBytes` is not taken into memory. */
  read(fileId: string, maxBytes: number): Promise<Uint8Array | 'too-large' | null>
  write(path: string, bytes: Uint8Array): Promise<string>
  remove(fileIds: readonly string[]): Promise<void>
  /** Temporary links, ten minutes at most. With `side`: to pictures whose sides are just beyond so many pixels, where the storage makes them smaller, else to the files. */
  links(fileIds: readonly string[], side?: number): Promise<ReadonlyMap<string, string>>
}

export interface Clock {
  /** Civil time: what the hospital's clock says. */
  now(): Date
  /** Monotonic milliseconds: for budgets only. */
  elapsed(): number
}

export interface Chance {
  /** A new document id, 128 random bits. */
  newId(): string
  bytes(count: number): Uint8Array
}

export interface Secrets {
  hashPassword(password: string): Promise<string>
  checkPassword(password: string, hash: string): Promise<boolean>
  /** HMAC-SHA-256 in hex with the environment's key for `purpose`. */
  sign(purpose: 'bind-code' | 'deliver' | 'session' | 'address', text: string): string
  sha256(bytes: Uint8Array | string): string
}

export interface Functions { call(name: string, data: unknown, timeoutMs: number): Promise<unknown> }

/** What a provider said to one request. */
export type ProviderReply =
  | { kind: 'accepted'; providerId: string }
  /** It answered with a code of its own documentation. */
  | { kind: 'refused'; code: string }
  /** Nothing reached it: it may be asked again. */
  | { kind: 'unsent'; code: string }
  /** It may have acted: the time ran out, the line was cut, or the answer cannot be read. */
  | { kind: 'unclear'; code: string }

/** `template`: the approved text for one certificate, or the one for several. `context` comes back in the receipt. */
/** Caps count messages of one local day; null or absent: none. */
export interface SmsGateway { dailyCap?: number | null; personCap?: number | null; send(sms: { phone: string; template: 'one' | 'many'; params: readonly string[]; context: string }): Promise<ProviderReply> }
/** `messageId`: at most 32 characters; a repeated one is dropped by WeChat for ten minutes. */
export interface OfficialAccountGateway {
  appId: string
  /** Which key of the template says what; absent: as WeChat's library has it. */
  layout?: Layout
  send(message: { openid: string; fields: Readonly<Record<string, string>>; messageId: string }): Promise<ProviderReply>
}
/** `withPage` false: the card opens nothing; for a page that is not released yet. */
export interface SubscribeMessageGateway {
  appId: string
  layout?: Layout
  templateId: string
  send(message: { openid: string; fields: Readonly<Record<string, string>>; withPage: boolean }): Promise<ProviderReply>
}
/** 用工消息: to those who are bound to the hospital as its staff and took the template. */
export interface EmployeeMessageGateway {
  appId: string
  layout?: Layout
  templateId: string
  send(message: { openid: string; fields: Readonly<Record<string, string>> }): Promise<ProviderReply>
}
/** Whom WeChat holds as staff of the mini-program's owner; `unbind` tells it that they left. */
export interface EmployeeRelations { appId: string; unbind(openids: readonly string[]): Promise<ProviderReply> }
/** Who a follower is; `unionid` is '' when the account is bound to no open platform. Throws when WeChat cannot be asked. */
export interface FollowerDirectory { find(openid: string): Promise<{ unionid: string } | null> }

/** `sceneCode`: address of a QR code, good for ten minutes, whose scan is pushed with `scene` (64 signs at most). */
export interface OfficialFollowers extends FollowerDirectory { appId: string; sceneCode(scene: string): Promise<{ url: string } | { url: null; code: string }> }
/** The lines printed on a picture, top to bottom. */
export interface PrintedTexts { on(url: string): Promise<{ lines: string[] } | { lines: null; code: string }> }
/** WeChat's look at a picture by its address; `traceId` comes back with the verdict. `openid`: of the uploader, in the mini-program within two hours. */
export interface MediaChecks { appId: string; ask(picture: { url: string; openid: string }): Promise<{ traceId: string } | { traceId: null; code: string }> }
/** `appId`: of the mini-program whose button gives the codes; another's codes it cannot read. */
export interface PhoneNumbers { appId: string; behind(code: string): Promise<{ phone: string } | { phone: null; code: string }> }
/** `picture`: a data address of a code that opens the mini-program with `scene` (32 signs at most). */
export interface MiniCodes { code(scene: string): Promise<{ picture: string } | { picture: null; code: string }> }

/** `null` or absent: not set up. */
export interface Providers {
  sms: SmsGateway | null
  officialAccount: OfficialAccountGateway | null
  subscribeMessage: SubscribeMessageGateway | null
  employeeMessage?: EmployeeMessageGateway | null
}

/** One institution's lines to its providers, as its settings say, and the environment where they say nothing. */
export interface Lines {
  providers: Providers
  followers: OfficialFollowers | null
  phones: PhoneNumbers | null
  miniCodes: MiniCodes | null
  /** Absent or null: no mini-program is set up. Also there while 用工消息 is switched off, for those who leave. */
  employees?: EmployeeRelations | null
  /** Absent or null: photos are not read. */
  texts?: PrintedTexts | null
  /** Absent or null: uploaded pictures are not shown to WeChat's content check. */
  mediaChecks?: MediaChecks | null
  push: { token: string; encodingKey: string; appIds: readonly string[] } | null
}
/** `shared`: what the environment sets up; `of` saved settings; `as` settings not saved yet, to try them out. Throws when a stored secret does not open. */
export interface LineBook { shared: Lines; of(institutionId: string): Promise<Lines>; as(settings: ChannelSettingsDoc): Lines }

/** One line per event, JSON, without personal data or secrets. */
export interface Log { info(event: string, facts?: Record<string, unknown>): void; error(event: string, facts?: Record<string, unknown>): void }

/**
 * Keeps an institution's secrets (architecture §8): AES-256-GCM under a master key of the environment, the institution and the secret's name as
 * associated data, so that a sealed text that is carried to another place does not open.
 */
export interface SecretBox {
  seal(text: string, owner: string): SealedSecret
  /** Throws when neither master key opens it, or when it belongs to somebody else. */
  open(sealed: SealedSecret, owner: string): string
  /** false: it lies under the previous master key. */
  isCurrent(sealed: SealedSecret): boolean
}

export interface Ports { store: DocumentStore; files: FileStore; clock: Clock; chance: Chance; secrets: Secrets; functions: Functions; log: Log; settings: Settings; lines: LineBook; box: SecretBox }

/** Read once from the environment, in live.ts. */
export interface Settings {
  /** Mini-programs whose users may bind. */
  miniAppIds: readonly string[]
  /** Origin of the web edition that may call over HTTP; '' for none. */
  webOrigin: string
  subscribeTemplateId: string | null
}
