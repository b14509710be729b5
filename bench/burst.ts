import { createHash, createHmac } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentStore, Lines, Ports, ProviderReply, Providers } from '../cloud/ports'
import { schema } from '../cloud/schema'
import { MINI, OFFICIAL, TEMPLATE } from '../cloud/testing/reminder-bench'
import { openToRemind } from '../cloudfunctions/deliver/door'
import { remind } from '../cloudfunctions/remind/remind'
import { instantOf } from '../domain/kernel/civil-day'
import { openStore } from '../emulator/store/store'
import type { Store } from '../emulator/store/types'
import { chanceOf, DAY, fillBurst, INSTITUTIONS } from './burst-world'
import type { Figures } from './figures'
import { indexedStore } from '../demo/indexed-store'

const MINUTE = 60_000
/** Ticks within which everything must have been told; the claim of a killed instance is another's after one. */
const TICKS = 40
const KILLED_SHARE = 1 / 3
/** Calls that an instance makes to the store, and to the store and the providers together: somewhere among them a killed one dies. */
const STORE_CALLS = 60
const ALL_CALLS = 660
/** Documents per insert of the real store's port. */
const ADDED_AT_ONCE = 500

type Outside = 'store' | 'provider'

/** One run of a function: `left` calls until it is killed, of the store only or of everything outside. */
interface Instance { left: number; storeOnly: boolean; afterEffect: boolean; killed: boolean }

class Killed extends Error {}

interface Burst {
  store: DocumentStore
  clock: Ports['clock'] & { minute(): void }
  next: () => number
  kills: boolean
  writes: number
  killed: number
  instances: number
  ids: number
  /** How many messages arrived, by channel and address. */
  arrived: Map<string, number>
  /** Ids that WeChat has taken: it drops their repeats for ten minutes. */
  taken: Map<string, number>
  peak: number
}

/** Begins at eight, runs as time does, and jumps to the next minute between ticks. */
const burstClock = (): Burst['clock'] => {
  let base = instantOf(DAY, '08:00:00').getTime() - performance.now()
  const now = (): number => base + performance.now()
  return { now: () => new Date(now()), elapsed: () => performance.now(), minute: () => { base += MINUTE - (now() % MINUTE) } }
}

/** A call to the outside: where the instance's life ends, before or after the call took effect, and nothing that it does later counts. */
const lived = async <T>(burst: Burst, { instance, what }: { instance: Instance; what: Outside }, effect: () => Promise<T>): Promise<T> => {
  if (instance.killed) throw new Killed()
  const counts = what === 'store' || !instance.storeOnly
  if (counts) instance.left -= 1
  const isLast = counts && instance.left <= 0
  if (isLast) {
    instance.killed = true
    burst.killed += 1
  }
  if (isLast && !instance.afterEffect) throw new Killed()
  const result = await effect()
  if (isLast || instance.killed) throw new Killed()
  return result
}

const storeOf = (burst: Burst, instance: Instance): DocumentStore => {
  const { store } = burst
  const through = <T>(effect: () => Promise<T>, writes = 0): Promise<T> => lived(burst, { instance, what: 'store' }, () => {
    burst.writes += writes
    if (writes > 0) burst.peak = Math.max(burst.peak, process.memoryUsage().heapUsed)
    return effect()
  })
  return {
    get: (...args) => through(() => store.get(...args)), find: (...args) => through(() => store.find(...args)),
    count: (...args) => through(() => store.count(...args)), group: (...args) => through(() => store.group(...args)),
    tally: (...args) => through(() => store.tally(...args)),
    add: (collection, docs) => through(() => store.add(collection, docs), Math.ceil(docs.length / ADDED_AT_ONCE)),
    update: (...args) => through(() => store.update(...args), 1), remove: (...args) => through(() => store.remove(...args), 1),
    transaction: (work) => through(() => store.transaction(work), 1),
  }
}

/** Providers that answer at once and note what arrives. WeChat drops the repeat of a template message for ten minutes. */
const providersOf = (burst: Burst, instance: Instance): Providers => {
  const accept = (address: string, messageId?: string): Promise<ProviderReply> => lived(burst, { instance, what: 'provider' }, async () => {
    const now = burst.clock.now().getTime()
    const isRepeat = messageId !== undefined && now - (burst.taken.get(messageId) ?? -Infinity) < 10 * MINUTE
    if (!isRepeat) burst.arrived.set(address, (burst.arrived.get(address) ?? 0) + 1)
    if (!isRepeat && messageId !== undefined) burst.taken.set(messageId, now)
    return { kind: 'accepted', providerId: 'p' }
  })
  const person = (openid: string): string => `wechat:${openid.slice(2)}`
  return {
    sms: { send: ({ phone }) => accept(`sms:${phone}`) },
    officialAccount: { appId: OFFICIAL, send: ({ openid, messageId }) => accept(person(openid), messageId) },
    subscribeMessage: { appId: MINI, templateId: TEMPLATE, send: ({ openid }) => accept(person(openid)) },
  }
}

const portsOf = (burst: Burst, instance: Instance) => {
  const lines: Lines = { providers: providersOf(burst, instance), followers: null, phones: null, miniCodes: null, push: null }
  return {
    store: storeOf(burst, instance), clock: burst.clock, log: { info: () => undefined, error: () => undefined },
    chance: { newId: () => `id-${(burst.ids += 1)}`, bytes: (count: number) => new Uint8Array(count) },
    secrets: {
      hashPassword: () => Promise.resolve(''), checkPassword: () => Promise.resolve(false),
      sign: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest('hex'),
      sha256: (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex'),
    },
    lines: { shared: lines, of: () => Promise.resolve(lines), as: () => lines },
  }
}

const immortal = (): Instance => ({ left: Infinity, storeOnly: false, afterEffect: false, killed: false })

const born = ({ kills, next }: Burst): Instance => {
  if (!kills || next() >= KILLED_SHARE) return immortal()
  const storeOnly = next() < 0.5
  return { left: 1 + Math.floor(next() * (storeOnly ? STORE_CALLS : ALL_CALLS)), storeOnly, afterEffect: next() < 0.5, killed: false }
}

/** One after the other: in the cloud each instance has a processor of its own, and here its budget must not be spent by its neighbours. */
const tick = async (burst: Burst): Promise<number> => {
  let turn: Promise<unknown> = Promise.resolve()
  const work = async (data: unknown): Promise<unknown> => {
    burst.instances += 1
    return JSON.parse(JSON.stringify(await openToRemind(data, portsOf(burst, born(burst))))) as unknown
  }
  const call = (_: string, data: unknown): Promise<unknown> => (turn = turn.then(() => work(data), () => work(data)))
  return (await remind({ ...portsOf(burst, immortal()), functions: { call } })).due
}

/** Ticks until two in a row find nothing: what a killed instance had claimed is due again only when the claim is over. */
const run = async (burst: Burst): Promise<void> => {
  let quiet = 0
  for (let ticks = 0; quiet < 2; ticks += 1) {
    if (ticks === TICKS) throw new Error(`the burst is not over after ${TICKS} minutes`)
    quiet = (await tick(burst)) === 0 ? quiet + 1 : 0
    burst.clock.minute()
  }
}

const deliveriesOf = (store: Store): Array<Record<string, unknown>> => Array.from({ length: INSTITUTIONS }, (_, n) =>
  store.find('deliveries', { institutionId: `inst-${n}`, day: DAY, slot: '08:00:00' }, { projection: { accountId: true, channel: true, state: true } }).docs).flat()

/** @throws if anybody was told twice, if anything due is neither told nor known to be doubtful, or if a certificate was forgotten. */
const judge = (burst: Burst, store: Store): { messages: number; unknown: number } => {
  const twice = [...burst.arrived].filter(([, times]) => times > 1)
  if (twice.length > 0) throw new Error(`${twice.length} messages arrived twice, the first at ${twice[0]?.[0]}`)
  const deliveries = deliveriesOf(store)
  const distinct = new Set(deliveries.map(({ accountId, channel }) => `${String(accountId)}:${String(channel)}`))
  if (distinct.size !== deliveries.length) throw new Error('somebody has two deliveries of one channel and send time')
  const sent = deliveries.filter(({ state }) => state === 'sent')
  const unknown = deliveries.filter(({ state }) => state === 'unknown').length
  if (sent.length + unknown !== deliveries.length) throw new Error(`${deliveries.length - sent.length - unknown} deliveries are neither sent nor doubtful`)
  if (!burst.kills && unknown > 0) throw new Error(`${unknown} deliveries are doubtful although nobody was killed`)
  const away = sent.filter(({ channel }) => channel !== 'home').length
  if (away > burst.arrived.size) throw new Error(`${away - burst.arrived.size} deliveries are called sent and never arrived`)
  for (const { accountId } of sent.filter(({ channel }) => channel === 'home')) {
    if (store.count('inbox', { accountId }).total !== 1) throw new Error(`${String(accountId)} has not exactly one notice`)
  }
  const left = Array.from({ length: INSTITUTIONS }, (_, n) => store.count('certificates', { institutionId: `inst-${n}`, 'reminder.nextAt': { $lte: instantOf(DAY, '23:59:59') } }).total)
  if (left.some((count) => count > 0)) throw new Error('certificates are still due')
  return { messages: deliveries.length, unknown }
}

interface Outcome { messages: number; unknown: number; seconds: number; writes: number; killed: number; instances: number; peak: number }

const open = (folder: string): Promise<Store> => openStore({ folder, schema, now: () => new Date(), flush: false })

const fill = async (folder: string): Promise<void> => {
  const store = await open(folder)
  await fillBurst(store)
  await store.close()
}

const burstOver = async (folder: string, kills: boolean): Promise<Outcome> => {
  const store = await open(folder)
  try {
    const burst: Burst = { store: indexedStore(store), clock: burstClock(), next: chanceOf(9), kills, writes: 0, killed: 0, instances: 0, ids: 0, arrived: new Map(), taken: new Map(), peak: 0 }
    const began = performance.now()
    await run(burst)
    const seconds = (performance.now() - began) / 1000
    return { ...judge(burst, store), seconds, writes: burst.writes, killed: burst.killed, instances: burst.instances, peak: burst.peak }
  } finally {
    await store.close()
  }
}

/**
 * 100,000 certificates due at one minute in a hundred institutions, through `remind` and `deliver` as they are, over the emulator's store in this process and
 * providers that answer at once; then the same with a third of the instances killed. Memory is the JavaScript heap of the whole process, which all instances share.
 */
export const measureBurst = async (): Promise<Figures> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-burst-'))
  try {
    await fill(join(folder, 'calm'))
    cpSync(join(folder, 'calm'), join(folder, 'killed'), { recursive: true })
    const calm = await burstOver(join(folder, 'calm'), false)
    const killed = await burstOver(join(folder, 'killed'), true)
    return {
      'burst.messages': calm.messages, 'burst.messagesPerSecond': calm.messages / calm.seconds, 'burst.writeCallsPer1000': calm.writes / calm.messages * 1000, 'burst.peakMemoryMiB': calm.peak / 2 ** 20,
      'burst.killed.instances': killed.killed, 'burst.killed.ofInstances': killed.instances, 'burst.killed.messages': killed.messages, 'burst.killed.doubtful': killed.unknown,
      'burst.killed.writeCallsPer1000': killed.writes / killed.messages * 1000,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
