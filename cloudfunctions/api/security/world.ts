import { createHash, createHmac } from 'node:crypto'
import { zipSync } from 'fflate'
import { replySchema, type Reply } from '../../../contract/call'
import { createGate, type Gate } from '../../../cloud/gate'
import type { Identity } from '../../../cloud/gate/identity'
import { nodeSecretBox } from '../../../cloud/secret-box'
import { kept } from '../../../cloud/testing/kept'
import { memoryStore, type MemoryStore } from '../../../cloud/testing/memory-store'
import type { FileStore, Lines, Ports, ProviderReply, Secrets } from '../../../cloud/ports'
import type { Collection, SessionDoc } from '../../../cloud/documents'
import { ROLES } from '../../../domain/account/role'
import { parse } from 'valibot'
import { operations } from '../operations'
import { MINI, NOW, TEMPLATE, twoHospitals } from './hospital-docs'

/** What the functions wrote or were handed, by file id. */
export type Shelf = Map<string, Uint8Array>

export interface World {
  gate: Gate
  ports: Ports
  store: MemoryStore
  files: Shelf
  /** Errors of the log. */
  logged: string[]
  /** Its other lines. */
  told: string[]
  /** Passwords that were compared: the slow work. */
  compared: string[]
  clock: { now: Date; elapsed: number }
  /** What the account behind this WeChat asks, or a stranger. */
  ask(openid: string, call: { operation: string; input: unknown; requestId?: string }): Promise<Reply>
}

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xda, 0, 3, 1, 5, 0xff, 0xd9])
const SHEET = new TextEncoder().encode('证号,姓名,唯一码,有效期至\nN-1,李四,000001,2027-01-01\nN-2,李四,999999,2027-01-01\n')
const PHOTOS = zipSync({ '李四.jpg': JPEG })
/** What everybody uploaded, by what it was uploaded for. */
const STAGED: ReadonlyArray<readonly [ending: string, bytes: Uint8Array]> = [['-staged', JPEG], ['-sheet', SHEET], ['-photos', PHOTOS]]
const stagedAt = (fileId: string): Uint8Array | null => STAGED.find(([ending]) => fileId.endsWith(ending))?.[1] ?? null

const accepted = (): Promise<ProviderReply> => Promise.resolve({ kind: 'accepted', providerId: 'p' })

const LINES: Lines = {
  providers: {
    sms: { send: accepted },
    officialAccount: { appId: 'wx-official', send: accepted },
    subscribeMessage: { appId: MINI, templateId: TEMPLATE, send: accepted },
  },
  followers: { appId: 'wx-official', find: () => Promise.resolve({ unionid: '' }), sceneCode: () => Promise.resolve({ url: 'https://mp.example/code' }) },
  miniCodes: { code: (scene) => Promise.resolve({ picture: `data:image/png;base64,${Buffer.from(scene).toString('base64')}` }) },
  mediaChecks: { appId: MINI, ask: () => Promise.resolve({ traceId: 'trace' }) },
  texts: { on: () => Promise.resolve({ lines: [] }) },
  phones: { appId: MINI, behind: () => Promise.resolve({ phone: null, code: '40029' }) },
  push: null,
}

const fileStore = (shelf: Shelf): FileStore => ({
  uploadTarget: (path) => Promise.resolve({ url: `https://put.example/${path}`, headers: {}, fileId: `file-${path}` }),
  read: (fileId, maxBytes) => {
    const bytes = shelf.get(fileId) ?? stagedAt(fileId)
    return Promise.resolve(bytes && bytes.length > maxBytes ? 'too-large' : bytes)
  },
  write: (path, bytes) => {
    shelf.set(`file-${path}`, bytes)
    return Promise.resolve(`file-${path}`)
  },
  remove: (fileIds) => {
    fileIds.forEach((fileId) => shelf.delete(fileId))
    return Promise.resolve()
  },
  links: (fileIds) => Promise.resolve(new Map(fileIds.map((fileId) => [fileId, `https://link.example/${fileId}`]))),
})

/** As cheap as they can be, so that every operation can be asked by everybody. */
const secretsOf = (compared: string[]): Secrets => ({
  hashPassword: (password) => Promise.resolve(`h:${password}`),
  checkPassword: (password, hash) => {
    compared.push(hash)
    return Promise.resolve(hash === `h:${password}`)
  },
  sign: (purpose, text) => createHmac('sha256', purpose).update(text).digest('hex'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
})

export const wechatUser = (openid: string): Identity =>
  ({ appId: MINI, openid, unionid: `u-${openid.slice(2)}`, source: 'wx_client', trigger: '', address: '', anonymous: false, requestId: 'run' })

export const webVisitor = (address = '10.0.0.1'): Identity =>
  ({ appId: '', openid: '', unionid: '', source: 'wx_http', trigger: '', address, anonymous: false, requestId: 'run' })

/** An HTTP call as CloudBase hands it to the function. */
export const httpEvent = (body: unknown, token = ''): object =>
  ({ httpMethod: 'POST', headers: token === '' ? {} : { authorization: `Bearer ${token}` }, body: typeof body === 'string' ? body : JSON.stringify(body) })

function portsOf(world: Pick<World, 'clock' | 'store' | 'files' | 'logged' | 'told' | 'compared'>): Ports {
  let ids = 0
  return {
    store: world.store, files: fileStore(world.files), functions: { call: () => Promise.resolve({ ok: true }) },
    // A little time passes with every look, so that a budget comes to its end.
    clock: { now: () => world.clock.now, elapsed: () => (world.clock.elapsed += 1) },
    chance: {
      newId: () => `id-${String((ids += 1))}`,
      bytes: (count) => createHash('sha512').update(String((ids += 1))).digest().subarray(0, count),
    },
    secrets: secretsOf(world.compared),
    log: { info: (event, facts = {}) => { world.told.push(JSON.stringify({ event, ...facts })) }, error: (event, facts = {}) => { world.logged.push(JSON.stringify({ event, ...facts })) } },
    lines: { shared: LINES, of: () => Promise.resolve(LINES), as: () => LINES },
    box: nodeSecretBox({ SECRETS_KEY: 'test' }),
    settings: { miniAppIds: [MINI], webOrigin: 'https://web.example', subscribeTemplateId: TEMPLATE },
  }
}

/** The session of the web edition that an account has open. */
export const tokenOf = (accountId: string): string => createHash('sha256').update(`token of ${accountId}`).digest('base64url')

const sessionsOpen = (): SessionDoc[] => ROLES.map((role) => `a-${role}-x`).map((accountId) => ({
  _id: createHash('sha256').update(tokenOf(accountId)).digest('hex'), schema: 1, institutionId: 'a', accountId, createdAt: NOW, expiresAt: new Date(NOW.getTime() + 12 * 3_600_000),
}))

const seedWithSessions = () => {
  const seed = twoHospitals()
  return { ...seed, sessions: [...(seed.sessions ?? []), ...sessionsOpen()] }
}

/** Frozen, and so shared by every world: thousands are opened. */
const SEED = kept(seedWithSessions())

/** The real gate with every operation, over two hospitals in memory; nothing in it is shared with another world. */
export function openWorld(): World {
  const base = { clock: { now: NOW, elapsed: 0 }, store: memoryStore(SEED), files: new Map() as Shelf, logged: [] as string[], told: [] as string[], compared: [] as string[] }
  const ports = portsOf(base)
  const gate = createGate(operations, ports)
  return {
    ...base, gate, ports,
    ask: async (openid, call) => parse(replySchema, await gate(call, wechatUser(openid))),
  }
}

/** Reply of the web edition: its status, and what stands in its body. */
export async function askWeb(world: World, event: unknown, address?: string): Promise<{ status: number; reply: Reply | null }> {
  const answer = await world.gate(event, webVisitor(address)) as { statusCode: number; body: string }
  return { status: answer.statusCode, reply: answer.body === '' ? null : parse(replySchema, JSON.parse(answer.body)) }
}

/** What counts tries and remembers answers, and so may change although a call was refused. */
const BOOKS: readonly Collection[] = ['requests', 'attempts']

const COLLECTIONS = Object.keys(twoHospitals()) as Collection[]

/** Holds each collection the very documents that it was opened with? */
const isUntouched = ({ store }: World): boolean => COLLECTIONS.filter((collection) => !BOOKS.includes(collection)).every((collection) => {
  const [now, before] = [store.all(collection) as readonly unknown[], (SEED[collection] ?? []) as readonly unknown[]]
  return now.length === before.length && now.every((doc, index) => doc === before[index])
})

const UNTOUCHED = new Map<string | null, string>()

/** All that is stored, as text, to see whether a call changed it; `of`: one institution's part. */
export function stored(world: World, of: string | null = null): string {
  if (!isUntouched(world)) return textOf(world, of)
  const text = UNTOUCHED.get(of) ?? textOf(world, of)
  UNTOUCHED.set(of, text)
  return text
}

function textOf(world: World, of: string | null): string {
  const docs = COLLECTIONS.filter((collection) => !BOOKS.includes(collection)).map((collection) => {
    const all = world.store.all(collection) as unknown as Array<{ _id: string; institutionId?: string }>
    return [collection, of === null ? all : all.filter(({ institutionId, _id }) => (institutionId ?? _id) === of)]
  })
  return JSON.stringify(docs)
}
