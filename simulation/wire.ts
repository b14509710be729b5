import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Collection, DeliveryDoc, InboxDoc } from '../cloud/documents'
import type { Transaction } from '../cloud/ports'
import { schema } from '../cloud/schema'
import { MINI, OFFICIAL, TEMPLATE } from '../cloud/testing/reminder-bench'
import type { MemoryStore } from '../cloud/testing/memory-store'
import { indexedStore } from '../demo/indexed-store'
import { startEmulator, type Emulator, type Message } from '../emulator/emulator'
import { dayAfter, localDay, localInstant, minutesAfter } from './calendar'
import { checkCredits, checkEvening } from './evening'
import { happen } from './happenings'
import { BrokenPromise } from './journal'
import type { Broken } from './life'
import { FIRST_DAY, HOSPITALS, openWorld, type World } from './world'

/** The same lives over the real bundles, SDKs and wire: fewer, for each call costs a hundred times as much. */
/** When the night's sweep runs for the last time: it reckons what a lost call left. */
const NIGHT = '05:17:00'
const MORNINGS = ['08:00:00', '10:00:00', '14:00:00'] as const
const EVENING = ['20:00:00', '20:01:00', '20:06:00', '20:22:00', '21:25:00'] as const
const SECRETS = { official: 'official-secret-value', mini: 'mini-secret-value', sms: 'sms-secret-value' }
const FAULTS = [
  { end: 'sms', cut: 'after' }, { end: 'sms', cut: 'before' }, { end: 'sms', code: 'RequestLimitExceeded' }, { end: 'sms', code: 'FailedOperation.PhoneNumberInBlacklist' },
  { end: 'template-message', cut: 'after' }, { end: 'template-message', code: -1 }, { end: 'template-message', code: 43004 }, { end: 'template-message', code: 47003 },
  { end: 'subscribe-message', cut: 'after' }, { end: 'subscribe-message', code: 43101 }, { end: 'stable-token', code: -1 },
] as const
const NAMES = Object.keys(schema) as Collection[]

const environment = (base: string): Record<string, Record<string, string>> => ({
  remind: { DELIVER_KEY: 'key' },
  deliver: {
    DELIVER_KEY: 'key', WECHAT_API: base, OFFICIAL_APP_ID: OFFICIAL, OFFICIAL_APP_SECRET: SECRETS.official, OFFICIAL_TEMPLATE_ID: 'official-expiry',
    MINI_APP_ID: MINI, MINI_APP_SECRET: SECRETS.mini, SUBSCRIBE_TEMPLATE_ID: TEMPLATE,
    SMS_ENDPOINT: base, SMS_SECRET_ID: 'sms-id', SMS_SECRET_KEY: SECRETS.sms, SMS_APP_ID: '1400000000', SMS_SIGN: '医疗机构测试1', SMS_TEMPLATE_ID: '1', SMS_DIGEST_TEMPLATE_ID: '2',
  },
})

/** What people do between ticks, done straight in the emulator's store; nobody else works then, so its transactions need not wait for anybody. */
function wireStore({ store }: Emulator): MemoryStore {
  const port = indexedStore(store)
  const all = (name: Collection) => store.find(name, {}, { sort: { _id: 1 }, limit: 1000 }).docs as never[]
  const isAny = (where: object): boolean => Object.keys(where).length === 0
  const tx: Pick<Transaction, 'get' | 'set' | 'change'> = {
    get: (name, id) => port.get(name, id),
    set: async (name, doc) => { await port.remove(name, { _id: doc._id }); await port.add(name, [doc]) },
    change: async (name, id, change) => { await port.update(name, { _id: id }, change) },
  }
  return {
    ...port, all, calls: [], before: () => undefined, after: () => undefined,
    find: (name, where, options) => (isAny(where) ? Promise.resolve(all(name)) : port.find(name, where, options)),
    count: (name, where) => (isAny(where) ? Promise.resolve(all(name).length) : port.count(name, where)),
    transaction: (work) => work(tx as Transaction),
  }
}

interface Wire { world: World; cloud: Emulator; /** Messages of the outbox that were judged. */ judged: number; told: Set<string> }

async function control({ cloud }: Pick<Wire, 'cloud'>, path: string, body: object | null): Promise<void> {
  const reply = await fetch(`${cloud.base}/_emulator/${path}`, body === null ? { method: 'DELETE' } : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
}

const messageIdOf = (deliveryId: string): string => createHash('sha256').update(deliveryId).digest('hex').slice(0, 32)

/** A subscription message carries no id: it is that of its attempt, or of whom it tells as long as nobody knows what became of it. */
async function bySubscription({ world: { store }, told }: Wire, { providerId, to, at, fields }: Message, today: readonly DeliveryDoc[]): Promise<DeliveryDoc | undefined> {
  const [attempt] = await store.find('delivery_attempts', { providerId }, { limit: 1 })
  if (attempt) return today.find(({ _id }) => _id === attempt.deliveryId)
  const numbers = new Map(store.all('certificates').map(({ _id, number }) => [_id, number]))
  const first = fields?.character_string3?.slice(-2) ?? ''
  return today.find(({ _id, accountId, channel, certificateIds, createdAt }) =>
    accountId === to.slice(2) && channel === 'wechat' && !told.has(_id) && createdAt <= new Date(at) && certificateIds.some((id) => numbers.get(id)?.endsWith(first)))
}

/** The delivery that a message was of. */
async function deliveryOf(wire: Wire, message: Message): Promise<DeliveryDoc> {
  const { channel, context, to, at } = message
  const today = wire.world.store.all('deliveries').filter(({ day }) => day === localDay(new Date(at)))
  const found = channel === 'subscribe-message'
    ? await bySubscription(wire, message, today)
    : today.find(({ _id }) => (channel === 'sms' ? _id : messageIdOf(_id)) === context)
  if (!found) throw new BrokenPromise(`a message by ${channel} to ${to} belongs to no delivery`, [to.slice(2)])
  return found
}

async function judge(wire: Wire): Promise<void> {
  const { world: { witness, store }, cloud } = wire
  const messages = cloud.outbox.list()
  for (const message of messages.slice(wire.judged)) {
    if (message.channel === 'employee-message') continue
    const delivery = await deliveryOf(wire, message)
    wire.told.add(delivery._id)
    witness.attempt({ way: message.channel, delivery, messageId: message.id, effect: true, unclear: false })
  }
  wire.judged = messages.length
  witness.notices((store.all('inbox') as InboxDoc[]).filter(({ items }) => items.length > 0))
}

async function trouble(wire: Wire): Promise<void> {
  const { luck, calm } = wire.world
  wire.cloud.faults.end()
  if (calm) return control(wire, 'providers/faults', null)
  if (luck.happens(0.4)) wire.cloud.faults.begin({ seed: luck.between(1, 1e6), rates: { database: { timeoutBefore: 0.02, timeoutAfter: 0.02 } }, kills: luck.happens(0.5) ? [{ function: 'deliver', call: luck.between(1, 2), request: luck.between(1, 40) }] : [] })
  if (luck.happens(0.5)) await control(wire, 'providers/faults', { ...luck.pick(FAULTS), times: luck.between(1, 3) })
}

/** The minute at which the timer comes. */
async function tickAt(wire: Wire, now: Date): Promise<void> {
  const { world, cloud } = wire
  await trouble(wire)
  world.clock.set(now)
  world.journal.note(now, 'timer')
  const over = world.witness.tickBegins()
  cloud.clock.freeze(minutesAfter(now, -0.5))
  await cloud.advance(minutesAfter(now, 0.1))
  await judge(wire)
  over()
}

async function dayOf(wire: Wire, day: string): Promise<void> {
  const { world } = wire
  world.calm = true
  await tickAt(wire, localInstant(day, NIGHT))
  world.calm = false
  for (const time of MORNINGS) {
    for (let minute = 0; minute < world.luck.between(2, 4); minute += 1) {
      world.clock.set(minutesAfter(localInstant(day, time), minute))
      if (world.luck.happens(0.6)) await happen(world)
      await tickAt(wire, world.clock.now())
    }
  }
  world.calm = true
  for (const time of EVENING) await tickAt(wire, localInstant(day, time))
  checkCredits(world)
  checkEvening(world)
  world.calm = false
}

async function openCloud(world: World, dataFolder: string): Promise<Emulator> {
  const seeded = Object.fromEntries(NAMES.map((name) => [name, [...world.store.all(name)] as unknown as Array<Record<string, unknown>>]))
  const people = HOSPITALS.flatMap((hospital) => world.people[hospital] ?? [])
  const follows = new Set(world.store.all('followers').map(({ openid }) => openid))
  const cloud = await startEmulator({
    dataFolder, schema, functionsFolder: resolve('dist/cloudfunctions'), functionEnvironment: environment, port: 0, now: world.clock.now(),
    wechat: { miniAppId: MINI, miniSecret: SECRETS.mini, officialAppId: OFFICIAL, officialSecret: SECRETS.official, pushToken: 'push', pushUrlPath: '/wechat' },
    sms: { secretId: 'sms-id', secretKey: SECRETS.sms },
    seed: async () => ({ collections: seeded, wechatUsers: people.map((id) => ({ openid: `o-${id}`, unionid: `u-${id}`, officialOpenid: `f-${id}`, name: id, follows: follows.has(`f-${id}`) })) }),
  })
  for (const id of people) await control({ cloud }, 'wechat/accept', { openid: `o-${id}`, templateId: TEMPLATE, count: 6 })
  return cloud
}

/** Lives `days` days of the seed over the bundles and the wire; `null`: every promise was kept. */
export async function liveOverTheWire(seed: number, days: number): Promise<{ broken: Broken | null; messages: number }> {
  const world = openWorld(seed)
  const folder = mkdtempSync(join(tmpdir(), 'wire-'))
  const cloud = await openCloud(world, folder)
  const wire: Wire = { world, cloud, judged: 0, told: new Set() }
  world.store = wireStore(cloud)
  try {
    for (let n = 0; n < days; n += 1) await dayOf(wire, dayAfter(FIRST_DAY, n))
    return { broken: null, messages: wire.judged }
  } catch (thrown) {
    if (!(thrown instanceof BrokenPromise)) throw thrown
    const { message, words } = thrown
    return { broken: { seed, day: localDay(world.clock.now()), step: world.journal.step, message, history: world.journal.about([...words, 'rules of']) }, messages: wire.judged }
  } finally {
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
