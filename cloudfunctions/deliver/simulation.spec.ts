import type { CertificateDoc } from '../../cloud/documents'
import type { ProviderReply } from '../../cloud/ports'
import { account, bench, certificate, follower, INSTITUTION, link, rowsOf, type Bench, type Sent } from '../../cloud/testing/reminder-bench'
import { activeHandling } from '../../domain/certificate/validity'
import { addDays, dayOf, instantOf, plusMinutes, type CivilDay } from '../../domain/kernel/civil-day'
import { mention } from '../../domain/reminder/delivery-id'
import { nextSendAt, toldOnAfterChange } from '../../domain/reminder/plan'
import { resolveRecipients } from '../../domain/reminder/recipients'
import { deliver } from './deliver'

/**
 * A ward lives through days in which everything happens at once: certificates are handled, renewed, changed; people follow and unfollow; providers
 * fail in every class; instances die between any two calls. After every tick the promises must hold.
 */
class Killed extends Error {}
const PEOPLE = ['acc-zhang', 'acc-li', 'acc-wang']
const FIRST = '2024-08-01'

/** Mulberry32: the same seed, the same days. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface World { ports: Bench; chance(): number; pick<T>(list: readonly T[]): T; effects: Map<string, number>; late: string[] }

const phoneOf = (accountId: string): string => `1380000000${PEOPLE.indexOf(accountId)}`

function open(seed: number): World {
  const chance = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const saved = instantOf(FIRST, '08:00:00')
  const certificates = Array.from({ length: 6 }, (_, n) => certificate(`c${n}`, {
    expiresOn: addDays(FIRST, 2 + Math.floor(chance() * 10)), leadDays: Math.floor(chance() * 12), sendTime: pick(['10:00:00', '10:00:00', '10:05:30', '20:00:00']),
    relatedRoles: pick([['creator'], ['editor'], []]), recipientIds: PEOPLE.filter(() => chance() < 0.6), channels: { home: chance() < 0.8, sms: chance() < 0.8, wechat: chance() < 0.8 },
  }, saved))
  const ports = bench(saved, {
    certificates, certificate_devices: certificates.flatMap(rowsOf), accounts: PEOPLE.map((id) => account(id, { phone: phoneOf(id) })), wechat_links: PEOPLE.map(link), followers: PEOPLE.map(follower),
  })
  return { ports, chance, pick, effects: new Map(), late: [] }
}

const certificatesOf = ({ ports }: World): CertificateDoc[] => ports.store.all('certificates')

/** What arrived on a phone: at most once per person, channel, certificate cycle and day, and of nothing that was over. */
function arrived({ ports, effects, late }: World, sent: Sent): void {
  const delivery = ports.store.all('deliveries').find(({ _id }) => sent.key === _id || sent.key === ports.secrets.sha256(_id).slice(0, 32))
  if (!delivery) throw new Error('a message without a delivery')
  const repeated = sent.way === 'official-account' && ports.fake.sent.some(({ key }) => key === sent.key)
  if (repeated) return
  for (const each of delivery.mentions) {
    const about = `${delivery.accountId} ${delivery.channel} ${each} ${delivery.day}`
    effects.set(about, (effects.get(about) ?? 0) + 1)
  }
  if (delivery.day !== dayOf(ports.clock.now())) late.push(delivery._id)
}

const FAILURES: ReadonlyArray<Exclude<ProviderReply, { kind: 'accepted' }>> = [
  { kind: 'unsent', code: 'http.unreachable' }, { kind: 'refused', code: '-1' }, { kind: 'refused', code: '43117' }, { kind: 'refused', code: 'LimitExceeded.PhoneNumberDailyLimit' },
  { kind: 'refused', code: '43116' }, { kind: 'refused', code: '47003' }, { kind: 'unclear', code: 'http.cut' },
]

function failing(world: World): void {
  const { ports, chance, pick } = world
  ports.fake.answer = (sent) => {
    const reply = chance() < 0.25 ? pick(FAILURES) : { kind: 'accepted' as const, providerId: 'p' }
    const effect = reply.kind === 'accepted' || (reply.kind === 'unclear' && chance() < 0.5)
    if (effect) arrived(world, sent)
    if (effect && reply.kind === 'unclear') ports.fake.sent.push(sent)
    return reply
  }
}

async function save({ ports }: World, before: CertificateDoc, over: Partial<CertificateDoc>): Promise<void> {
  const after = { ...before, ...over }
  const audience = (doc: CertificateDoc) => ({ recipientIds: resolveRecipients(doc).map(({ accountId }) => accountId), channels: doc.channels, cycle: doc.cycle })
  const toldOn = toldOnAfterChange(before.reminder.toldOn, audience(before), audience(after))
  const next = nextSendAt({ ...after, toldOn }, ports.clock.now())
  await ports.store.update('certificates', { _id: before._id }, { set: { ...over, version: before.version + 1, reminder: { nextAt: next.at, holdReason: next.at ? null : next.reason, toldOn } } })
}

async function happen(world: World): Promise<void> {
  const { ports, chance, pick } = world
  const doc = pick(certificatesOf(world))
  const someone = pick(PEOPLE)
  const handling = { kind: pick(['noted', 'snoozed'] as const), note: 'x', reference: '', byAccountId: someone, byName: someone, at: ports.clock.now() }
  const day = dayOf(ports.clock.now())
  await pick([
    () => save(world, doc, { handling: { ...handling, until: handling.kind === 'snoozed' ? addDays(day, 1 + Math.floor(chance() * 3)) : null } }),
    () => save(world, doc, { handling: null }),
    () => save(world, doc, { cycle: doc.cycle + 1, handling: null, expiresOn: addDays(day, Math.floor(chance() * 8)) }),
    () => save(world, doc, { sendTime: pick(['10:00:00', '10:10:00', '09:55:00']), updatedBy: someone }),
    () => save(world, doc, { recipientIds: PEOPLE.filter(() => chance() < 0.5) }),
    () => save(world, doc, { channels: { home: chance() < 0.7, sms: chance() < 0.7, wechat: chance() < 0.7 } }),
    () => ports.store.update('accounts', { _id: someone }, { set: { phone: chance() < 0.3 ? '' : phoneOf(someone) } }),
    () => ports.store.remove('followers', { _id: follower(someone)._id }),
    () => ports.store.update('certificates', { _id: 'none' }, { set: { version: 1 } }),
  ])()
}

/** One tick; now and then the instance dies at one of its calls, or a second one runs beside it. */
async function tick(world: World, calm: boolean): Promise<void> {
  const { ports, chance } = world
  let left = !calm && chance() < 0.3 ? Math.ceil(chance() * 30) : Infinity
  let saves = calm ? 0 : Math.floor(chance() * 3)
  const step = async (): Promise<void> => {
    left -= 1
    if (left <= 0) throw new Killed()
    if (saves <= 0 || chance() > 0.1) return
    saves -= 1
    await between(ports, () => happen(world))
  }
  ports.store[chance() < 0.5 ? 'before' : 'after'] = step
  const ends = await Promise.allSettled(calm || chance() < 0.7 ? [deliver(INSTITUTION, ports)] : together(world))
  ports.store.before = () => undefined
  ports.store.after = () => undefined
  for (const end of ends) if (end.status === 'rejected' && !(end.reason instanceof Killed)) throw end.reason
}

/** Somebody else's work between two calls of an instance, which sees none of the hooks. */
async function between(ports: Bench, work: () => Promise<unknown>): Promise<void> {
  const { before, after } = ports.store
  ports.store.before = () => undefined
  ports.store.after = () => undefined
  await work()
  Object.assign(ports.store, { before, after })
}

/** Two instances at once; sometimes the first was taken for dead, and both believe that the institution is theirs. */
function together({ ports, chance }: World): Array<Promise<unknown>> {
  const first = deliver(INSTITUTION, ports)
  const lost = chance() < 0.6
  const second = async (): Promise<unknown> => {
    for (let wait = Math.floor(chance() * 40); wait > 0; wait -= 1) await Promise.resolve()
    if (lost) await between(ports, () => ports.store.update('runs', { _id: `lease:${INSTITUTION}` }, { set: { deadline: new Date(0) } }))
    return deliver(INSTITUTION, ports)
  }
  return [first, second()]
}

function checkPromises(world: World, seed: number): void {
  const notices = new Map<string, number>()
  for (const { accountId, items, at } of world.ports.store.all('inbox')) {
    for (const { certificateId, cycle } of items) {
      const about = `${accountId} home ${mention(certificateId, cycle)} ${dayOf(at)}`
      notices.set(about, (notices.get(about) ?? 0) + 1)
    }
  }
  for (const [about, times] of [...world.effects, ...notices]) expect([seed, about, times]).toEqual([seed, about, 1])
  expect([seed, world.late]).toEqual([seed, []])
}

/** After a calm tick late in the day: who is to be told on the home page has been told, today. */
function checkNothingLost(world: World, { seed, day }: { seed: number; day: CivilDay }): void {
  const told = new Set(world.ports.store.all('inbox').filter(({ at }) => dayOf(at) === day).flatMap(({ accountId, items }) => items.map((item) => `${accountId} ${mention(item.certificateId, item.cycle)}`)))
  for (const doc of certificatesOf(world)) {
    const open = doc.expiresOn !== null && addDays(doc.expiresOn, -doc.leadDays) <= day && day <= doc.expiresOn && !activeHandling(doc.handling, day)
    if (!open || !doc.channels.home) continue
    for (const { accountId } of resolveRecipients(doc)) expect([seed, day, doc._id, told.has(`${accountId} ${mention(doc._id, doc.cycle)}`)]).toEqual([seed, day, doc._id, true])
  }
}

async function live(seed: number, days: number): Promise<void> {
  const world = open(seed)
  failing(world)
  for (let day = FIRST; day < addDays(FIRST, days); day = addDays(day, 1)) {
    const start = instantOf(day, world.pick(['09:54:00', '10:00:00', '10:03:00']))
    for (let minute = 0; minute < 12; minute += 1) {
      world.ports.clock.set(plusMinutes(start, minute))
      if (world.chance() < 0.3) await happen(world)
      if (world.chance() < 0.8) await tick(world, false)
      checkPromises(world, seed)
    }
    for (const time of ['20:00:00', '23:00:00', '23:01:00', '23:02:00']) {
      world.ports.clock.set(instantOf(day, time))
      await tick(world, true)
    }
    checkPromises(world, seed)
    checkNothingLost(world, { seed, day })
  }
}

test.each(Array.from({ length: 24 }, (_, n) => n + 1))('B8: never lost, never twice, never late: seed %d', async (seed) => {
  await live(seed, 10)
}, 60_000)
