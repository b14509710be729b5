import type { CertificateDoc } from '../../cloud/documents'
import { addDays, dayOf, instantOf, plusMinutes, timeOf, type CivilDay } from '../../domain/kernel/civil-day'
import { nextSendAt } from '../../domain/reminder/plan'
import { writeDeliveries } from '../../cloud/repositories/deliveries'
import { deliveryId } from '../../domain/reminder/delivery-id'
import { planDay } from '../../domain/reminder/plan-day'
import { openBudget } from './budget'
import { claim, findDue } from './claim'
import { deliver } from './deliver'
import { openDesk } from './desk'
import { gather } from './gather'
import { write } from './write'
import { account, bench, certificate, credit, follower, INSTITUTION, link, rowsOf, zhang, type Bench } from '../../cloud/testing/reminder-bench'

const saved = instantOf('2024-08-01', '09:00:00')
const seedOf = (...certificates: CertificateDoc[]) => ({ ...zhang, certificates, certificate_devices: certificates.flatMap(rowsOf) })
const tick = (ports: Bench, now: Date) => { ports.clock.set(now); return deliver(INSTITUTION, ports) }
const states = (ports: Bench): string[] => ports.store.all('deliveries').map(({ channel, state, reason }) => `${channel} ${state} ${reason}`.trim()).sort()
const wayOfEach = (ports: Bench): string[] => ports.fake.sent.map(({ way, to }) => `${way} ${to}`)
const change = (ports: Bench, id: string, over: Partial<CertificateDoc>): Promise<number> => ports.store.update('certificates', { _id: id }, { set: over as Record<string, unknown> })
const due = '2024-08-04'
const ten = instantOf(due, '10:00:00')
const handled = { kind: 'noted' as const, note: '已换证', reference: '', until: null, byAccountId: 'acc-zhang', byName: '张三', at: saved }

describe('one day', () => {
  test('S33, S38: tells by every ticked channel once, with both devices named', async () => {
    const ports = bench(saved, seedOf(certificate('c1', {}, saved)))
    expect(await tick(ports, ten)).toEqual({ busy: false, planned: 3, settled: 3, done: true })
    expect(wayOfEach(ports).sort()).toEqual(['official-account f-acc-zhang', 'sms 13800000001'])
    const [notice] = ports.store.all('inbox')
    expect(notice?.text).toBe('裂隙灯1、裂隙灯2已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!')
    expect(notice?.items).toEqual([{ certificateId: 'c1', cycle: 1, text: notice?.text, expiresOn: '2025-01-31' }])
    expect(states(ports)).toEqual(['home sent', 'sms sent', 'wechat sent'])
  })

  test('B8: the same tick twice sends nothing twice', async () => {
    const ports = bench(saved, seedOf(certificate('c1', {}, saved)))
    await tick(ports, ten)
    await tick(ports, ten)
    await tick(ports, plusMinutes(ten, 1))
    expect(ports.fake.sent).toHaveLength(2)
    expect(ports.store.all('inbox')).toHaveLength(1)
  })

  test('B8: two instances at once send nothing twice', async () => {
    const ports = bench(ten, seedOf(certificate('c1', {}, saved)))
    const reports = await Promise.all([deliver(INSTITUTION, ports), deliver(INSTITUTION, ports)])
    expect(reports.filter((report) => report.busy)).toHaveLength(1)
    expect(ports.fake.sent).toHaveLength(2)
  })

  test('the lease of an instance that died is free after its deadline', async () => {
    const ports = bench(ten, seedOf(certificate('c1', {}, saved)))
    await ports.store.add('runs', [{ _id: `lease:${INSTITUTION}`, schema: 1, at: ten, token: 'dead', deadline: plusMinutes(ten, 0.4), counts: {} }])
    expect(await deliver(INSTITUTION, ports)).toEqual({ busy: true })
    expect(await tick(ports, plusMinutes(ten, 1))).toMatchObject({ busy: false, settled: 3 })
  })

  test('B6: certificates of one send time become one message per person and channel', async () => {
    const ports = bench(saved, seedOf(certificate('c1', {}, saved), certificate('c2', { expiresOn: '2025-01-30', leadDays: 179 }, saved)))
    await tick(ports, ten)
    expect(ports.fake.sent).toHaveLength(2)
    expect(ports.store.all('inbox').map(({ items }) => items.map(({ certificateId }) => certificateId))).toEqual([['c2', 'c1']])
  })

  test('S40: who is named twice is told once', async () => {
    const ports = bench(saved, seedOf(certificate('c1', { recipientIds: ['acc-zhang'], relatedRoles: ['creator', 'editor'] }, saved)))
    await tick(ports, ten)
    expect(ports.store.all('deliveries')).toHaveLength(3)
  })

  test('a late tick sends today’s, missed days are not replayed', async () => {
    const ports = bench(saved, seedOf(certificate('c1', { channels: { home: true, sms: false, wechat: false } }, saved)))
    await tick(ports, instantOf('2024-08-07', '16:20:00'))
    await tick(ports, instantOf('2024-08-08', '09:00:00'))
    expect(ports.store.all('inbox').map(({ at }) => dayOf(at))).toEqual(['2024-08-07'])
    await tick(ports, instantOf('2024-08-08', '10:00:00'))
    expect(ports.store.all('inbox')).toHaveLength(2)
  })

  test('a missed day waits for 发送时间 of today', async () => {
    const ports = bench(saved, seedOf(certificate('c1', {}, saved)))
    await tick(ports, instantOf('2024-08-06', '07:00:00'))
    expect(ports.fake.sent).toHaveLength(0)
    expect(ports.store.all('certificates')[0]?.reminder.nextAt).toEqual(instantOf('2024-08-06', '10:00:00'))
  })

  test('S31: a certificate saved after today’s time is told today, in a message of its own', async () => {
    const first = certificate('c1', { channels: { home: true, sms: false, wechat: false } }, saved)
    const ports = bench(saved, seedOf(first))
    await tick(ports, ten)
    const late = certificate('c2', { channels: first.channels }, plusMinutes(ten, 3))
    await ports.store.add('certificates', [late])
    await tick(ports, plusMinutes(ten, 3))
    expect(ports.store.all('inbox').map(({ items }) => items.map(({ certificateId }) => certificateId))).toEqual([['c1'], ['c2']])
    expect(ports.store.all('deliveries').map(({ slot }) => slot)).toEqual(['10:00:00', '10:03:00'])
  })
})

describe('what changes between plan and send', () => {
  const meanwhile = async (over: Partial<CertificateDoc>): Promise<Bench> => {
    const ports = bench(ten, seedOf(certificate('c1', {}, saved)))
    ports.store.before = async ({ kind, name, collection }) => {
      if (kind !== 'write' || collection !== 'deliveries' || name !== 'update') return
      ports.store.before = () => undefined
      await change(ports, 'c1', over)
    }
    await deliver(INSTITUTION, ports)
    return ports
  }

  test('handled: nothing leaves, and the record says why', async () => {
    const ports = await meanwhile({ handling: handled })
    expect(ports.fake.sent).toHaveLength(0)
    expect(states(ports)).toEqual(['home held noted', 'sms held noted', 'wechat held noted'])
  })

  test('a channel unticked, a recipient taken off, a new cycle: each is dropped with its reason', async () => {
    expect(states(await meanwhile({ channels: { home: true, sms: true, wechat: false } }))).toEqual(['home sent', 'sms sent', 'wechat held channel-off'])
    expect(states(await meanwhile({ relatedRoles: [], recipientIds: ['acc-other'] }))).toEqual(['home held no-longer-recipient', 'sms held no-longer-recipient', 'wechat held no-longer-recipient'])
    expect(states(await meanwhile({ cycle: 2 }))).toEqual(['home held cycle-over', 'sms held cycle-over', 'wechat held cycle-over'])
  })

  const home = { channels: { home: true, sms: false, wechat: false } }
  const digestOf = (...over: Array<Partial<CertificateDoc>>) => bench(ten, seedOf(...over.map((each, n) => certificate(`c${n + 1}`, { ...home, ...each }, saved))))

  test('one of three certificates handled: the message and its record name the other two, and the record says why not the third', async () => {
    const ports = digestOf({}, {}, {})
    ports.store.before = async ({ kind, name, collection }) => {
      if (kind !== 'write' || collection !== 'deliveries' || name !== 'update') return
      ports.store.before = () => undefined
      await change(ports, 'c2', { handling: handled })
    }
    await deliver(INSTITUTION, ports)
    expect(ports.store.all('inbox')[0]?.items.map(({ certificateId }) => certificateId)).toEqual(['c1', 'c3'])
    expect(ports.store.all('deliveries')[0]).toMatchObject({ state: 'sent', certificateIds: ['c1', 'c2', 'c3'], mentions: ['c1:1', 'c3:1'], dropped: [{ mention: 'c2:1', reason: 'noted' }] })
  })

  test('B20: who stood in for a leaver who came back is not told of his certificate, and the digest says so', async () => {
    const ports = digestOf({ relatedRoles: [], recipientIds: ['acc-away'] }, {})
    await ports.store.add('accounts', [account('acc-away', { active: false, successorAccountId: 'acc-zhang' })])
    ports.store.before = async ({ kind, name, collection }) => {
      if (kind !== 'write' || collection !== 'deliveries' || name !== 'update') return
      ports.store.before = () => undefined
      await ports.store.update('accounts', { _id: 'acc-away' }, { set: { active: true } })
    }
    await deliver(INSTITUTION, ports)
    expect(ports.store.all('deliveries')).toMatchObject([{ state: 'sent', accountId: 'acc-zhang', mentions: ['c2:1'], dropped: [{ mention: 'c1:1', reason: 'no-longer-recipient' }] }])
  })

  test('a digest of which nothing is left says of each certificate why', async () => {
    const ports = digestOf({}, {})
    ports.store.before = async ({ kind, name, collection }) => {
      if (kind !== 'write' || collection !== 'deliveries' || name !== 'update') return
      ports.store.before = () => undefined
      await change(ports, 'c1', { handling: handled })
      await change(ports, 'c2', { cycle: 2 })
    }
    await deliver(INSTITUTION, ports)
    expect(ports.store.all('deliveries')).toMatchObject([{ state: 'held', reason: 'noted', dropped: [{ mention: 'c1:1', reason: 'noted' }, { mention: 'c2:1', reason: 'cycle-over' }] }])
  })

  test('unbound and without a phone: written down once a day why nobody was reached (B7)', async () => {
    const ports = bench(ten, { ...seedOf(certificate('c1', {}, saved)), accounts: [account('acc-zhang', { phone: '' })], wechat_links: [] })
    await deliver(INSTITUTION, ports)
    await tick(ports, plusMinutes(ten, 1))
    expect(states(ports)).toEqual(['home sent', 'sms held no-phone', 'wechat held not-bound'])
  })

  test('saved again at the same second: the engine does not move an instant that it did not plan for', async () => {
    const ports = bench(ten, seedOf(certificate('c1', {}, saved)))
    const evening = instantOf(due, '20:00:00')
    ports.store.before = async ({ name, collection }) => {
      if (name !== 'update' || collection !== 'certificates') return
      ports.store.before = () => undefined
      await change(ports, 'c1', { sendTime: '20:00:00', reminder: { nextAt: evening, holdReason: null, toldOn: null } })
    }
    await deliver(INSTITUTION, ports)
    expect(ports.store.all('certificates')[0]?.reminder.nextAt).toEqual(evening)
    await tick(ports, evening)
    expect(ports.fake.sent).toHaveLength(2)
  })
})

describe('WeChat’s two ways (B3)', () => {
  const wechatOnly = { channels: { home: false, sms: false, wechat: true } }
  const withCredit = (remaining: number) => ({ ...seedOf(certificate('c1', wechatOnly, saved)), subscription_credits: [credit('acc-zhang', remaining)] })

  test('B2: a subscription message takes one credit, and none is left for the next day', async () => {
    const ports = bench(ten, { ...withCredit(1), followers: [] })
    await deliver(INSTITUTION, ports)
    expect(wayOfEach(ports)).toEqual(['subscribe-message o-acc-zhang'])
    expect(ports.store.all('subscription_credits')[0]).toMatchObject({ remaining: 0, sent: 1 })
    await tick(ports, instantOf(addDays(due, 1), '10:00:00'))
    expect(states(ports)).toEqual(['wechat held not-following-no-credit', 'wechat sent'])
  })

  test.each(['43004', '40003', '43117', '43116', '45009'])('falls through to a subscription message on %s', async (code) => {
    const ports = bench(ten, withCredit(2))
    ports.fake.answer = ({ way }) => (way === 'official-account' ? { kind: 'refused', code } : { kind: 'accepted', providerId: 'p' })
    await deliver(INSTITUTION, ports)
    expect(wayOfEach(ports)).toEqual(['subscribe-message o-acc-zhang'])
    expect(ports.store.all('deliveries')[0]).toMatchObject({ state: 'sent', route: 'subscribe-message', attempts: 1 })
    expect(ports.store.all('delivery_attempts').map(({ route, ok }) => `${route} ${ok}`)).toEqual(['official-account false', 'subscribe-message true'])
    expect(ports.store.all('followers')).toHaveLength(code === '43004' || code === '40003' ? 0 : 1)
  })

  test('43101 empties the ledger, a message that was not sent gives its credit back', async () => {
    const ports = bench(ten, { ...withCredit(3), followers: [] })
    ports.fake.answer = () => ({ kind: 'refused', code: '47003' })
    await deliver(INSTITUTION, ports)
    expect(ports.store.all('subscription_credits')[0]).toMatchObject({ remaining: 3, sent: 0 })
    ports.fake.answer = () => ({ kind: 'refused', code: '43101' })
    await tick(ports, instantOf(addDays(due, 1), '10:00:00'))
    expect(ports.store.all('subscription_credits')[0]).toMatchObject({ remaining: 0 })
  })

  test('a banned template stops the way for the rest of the round', async () => {
    const ids = ['acc-zhang', 'acc-2', 'acc-3']
    const doc = certificate('c1', { ...wechatOnly, recipientIds: ids }, saved)
    const ports = bench(ten, { ...seedOf(doc), accounts: ids.map((id) => account(id)), wechat_links: ids.map(link), followers: ids.map(follower) })
    let asked = 0
    ports.fake.answer = async () => { asked += 1; await new Promise((resolve) => { setImmediate(resolve) }); return { kind: 'refused', code: '43116' } }
    await deliver(INSTITUTION, ports)
    expect(asked).toBeLessThanOrEqual(3)
    expect(states(ports)).toEqual(Array.from({ length: 3 }, () => 'wechat failed 43116'))
  })
})

describe('what providers answer', () => {
  const smsOnly = { channels: { home: false, sms: true, wechat: false } }
  const daySms = async (answer: Bench['fake']['answer'], ticks: number): Promise<Bench> => {
    const ports = bench(ten, seedOf(certificate('c1', smsOnly, saved)))
    ports.fake.answer = answer
    for (let minute = 0; minute < ticks; minute += 1) await tick(ports, plusMinutes(ten, minute))
    return ports
  }

  test('B8: an unknown outcome never repeats an SMS', async () => {
    let asked = 0
    const ports = await daySms(() => { asked += 1; return { kind: 'unclear', code: 'http.timeout' } }, 30)
    expect(asked).toBe(1)
    expect(states(ports)).toEqual(['sms unknown http.timeout'])
  })

  test('a transient failure is tried again with back-off, until it works', async () => {
    const asked: string[] = []
    const ports = bench(ten, seedOf(certificate('c1', smsOnly, saved)))
    ports.fake.answer = () => { asked.push(timeOf(ports.clock.now())); return asked.length < 3 ? { kind: 'unsent', code: 'http.unreachable' } : { kind: 'accepted', providerId: 'p' } }
    for (let minute = 0; minute < 30; minute += 1) await tick(ports, plusMinutes(ten, minute))
    expect(asked).toEqual(['10:00:00', '10:01:00', '10:06:00'])
    expect(ports.store.all('deliveries')[0]).toMatchObject({ state: 'sent', attempts: 3, firstAttemptAt: ten })
  })

  test('a limit ends the day; tomorrow has its own message', async () => {
    const ports = await daySms(() => ({ kind: 'refused', code: 'LimitExceeded.PhoneNumberDailyLimit' }), 200)
    expect(ports.store.all('delivery_attempts')).toHaveLength(1)
    expect(states(ports)).toEqual(['sms failed LimitExceeded.PhoneNumberDailyLimit'])
  })

  test('an unknown outcome of the official account is tried again with the same id, inside ten minutes', async () => {
    const keys: string[] = []
    const ports = bench(ten, seedOf(certificate('c1', { channels: { home: false, sms: false, wechat: true } }, saved)))
    ports.fake.answer = ({ key }) => { keys.push(key); return { kind: 'unclear', code: 'http.cut' } }
    for (let minute = 0; minute < 60; minute += 1) await tick(ports, plusMinutes(ten, minute))
    expect(new Set(keys).size).toBe(1)
    expect(keys.length).toBeGreaterThan(1)
    expect(keys.length).toBeLessThanOrEqual(9)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(states(ports)).toEqual(['wechat unknown http.cut'])
  })

  test('a slow provider: what the budget does not allow is queued for the next tick', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `acc-${n}`)
    const doc = certificate('c1', { ...smsOnly, relatedRoles: [], recipientIds: ids }, saved)
    const ports = bench(ten, { ...seedOf(doc), accounts: ids.map((id, n) => account(id, { phone: String(13800000000 + n) })) })
    ports.fake.answer = () => { ports.clock.pass(1000); return { kind: 'accepted', providerId: 'p' } }
    expect(await deliver(INSTITUTION, ports)).toMatchObject({ done: false })
    const queued = ports.store.all('deliveries').filter(({ state }) => state === 'queued')
    expect(queued.length).toBeGreaterThan(20)
    expect(queued.every(({ attempts, claim, dueAt }) => attempts === 0 && claim === null && dueAt?.getTime() === ten.getTime())).toBe(true)
    for (let minute = 1; minute < 10; minute += 1) { ports.clock.pass(0); await tick(ports, plusMinutes(ten, minute)) }
    expect(new Set(ports.fake.sent.map(({ to }) => to)).size).toBe(40)
    expect(ports.fake.sent).toHaveLength(40)
  })

  test('an instance that lost its lease while sending claims nothing more', async () => {
    const ids = Array.from({ length: 700 }, (_, n) => `acc-${n}`)
    const doc = certificate('c1', { ...smsOnly, relatedRoles: [], recipientIds: ids }, saved)
    const ports = bench(ten, { ...seedOf(doc), accounts: ids.map((id, n) => account(id, { phone: String(13800000000 + n) })) })
    ports.fake.answer = async () => {
      await ports.store.update('runs', { _id: `lease:${INSTITUTION}` }, { set: { token: 'another' } })
      return { kind: 'accepted', providerId: 'p' }
    }
    expect(await deliver(INSTITUTION, ports)).toMatchObject({ settled: 500, done: false })
    expect(ports.store.all('runs')[0]).toMatchObject({ token: 'another' })
  })

  test('what is not set up is written down as such', async () => {
    const ports = bench(ten, seedOf(certificate('c1', {}, saved)))
    ports.providers = { sms: null, officialAccount: null, subscribeMessage: null }
    await deliver(INSTITUTION, ports)
    expect(states(ports)).toEqual(['home sent', 'sms held channel-not-set-up', 'wechat held channel-not-set-up'])
  })
})

describe('killed instances (B8)', () => {
  class Killed extends Error {}

  /** Runs a day with an instance killed at its `n`-th call to the database, before or after the effect, then ticks on. Answers whether it was killed. */
  const killedAt = async (n: number, when: 'before' | 'after'): Promise<{ ports: Bench; killed: boolean }> => {
    const ports = bench(ten, { ...seedOf(certificate('c1', {}, saved), certificate('c2', {}, saved)) })
    let calls = 0
    let dead = false
    const kill = (): void => {
      if (dead) throw new Killed()
      calls += 1
      if (calls === n) { dead = true; throw new Killed() }
    }
    ports.store[when] = kill
    if (when === 'after') ports.store.before = () => { if (dead) throw new Killed() }
    await deliver(INSTITUTION, ports).catch((thrown: unknown) => { if (!(thrown instanceof Killed)) throw thrown })
    ports.store.before = () => undefined
    ports.store.after = () => undefined
    for (let minute = 1; minute < 15; minute += 1) await tick(ports, plusMinutes(ten, minute))
    return { ports, killed: dead }
  }
  const steps = Array.from({ length: 60 }, (_, n) => n + 1)

  test.each(['before', 'after'] as const)('killed %s the effect of any database call: at most one of each, and nothing is lost without a word', async (when) => {
    let deaths = 0
    for (const n of steps) {
      const { ports, killed } = await killedAt(n, when)
      deaths += killed ? 1 : 0
      const sent = ports.fake.sent.map(({ way, key }) => `${way} ${key}`)
      const sms = sent.filter((text) => text.startsWith('sms'))
      expect([n, sms.length <= 1, ports.store.all('inbox').length]).toEqual([n, true, 1])
      // WeChat drops a repeated id.
      expect([n, new Set(sent.filter((text) => text.startsWith('official'))).size]).toEqual([n, 1])
      const settled = ports.store.all('deliveries').map(({ channel, state }) => `${channel} ${state}`)
      expect([n, settled.filter((text) => text.startsWith('home')).every((text) => text === 'home sent')]).toEqual([n, true])
      if (sms.length === 0) expect([n, settled.includes('sms unknown')]).toEqual([n, true])
      expect(ports.store.all('certificates').every(({ reminder }) => reminder.toldOn === due)).toBe(true)
    }
    expect(deaths).toBeGreaterThan(15)
  }, 60_000)
})

describe('two writers and half a run', () => {
  const homeOnly = { channels: { home: true, sms: false, wechat: false } }

  test('what one instance claimed, another does not get', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `acc-${n}`)
    const ports = bench(ten, { ...seedOf(certificate('c1', { ...homeOnly, relatedRoles: [], recipientIds: ids }, saved)), accounts: ids.map((id) => account(id)) })
    const desk = openDesk(INSTITUTION, ports, openBudget(ports.clock))
    const gathered = await gather(desk)
    await write(desk, planDay(gathered.facts), ten)
    const due = await findDue(desk)
    const [first, second] = await Promise.all([claim(desk, due), claim(desk, due)])
    expect([first.deliveries.length, second.deliveries.length]).toEqual([20, 0])
  })

  test('a key that somebody else took meanwhile is planned again under the next number, and nothing is moved on before that', async () => {
    const ports = bench(ten, seedOf(certificate('c1', homeOnly, saved)))
    ports.store.before = async ({ name, collection }) => {
      if (name !== 'add' || collection !== 'deliveries') return
      ports.store.before = () => undefined
      const key = { institutionId: INSTITUTION, day: due, slot: '10:00:00', accountId: 'acc-zhang', channel: 'home' as const }
      await writeDeliveries(ports.store, [{ id: deliveryId(key, 0), key, accountName: '', certificateIds: ['other'], mentions: ['other:1'], held: 'no-phone', route: null }], ten)
    }
    expect(await deliver(INSTITUTION, ports)).toMatchObject({ planned: 1, settled: 1 })
    expect(ports.store.all('deliveries').map(({ _id, state, mentions }) => `${_id.slice(-1)} ${state} ${mentions.join()}`)).toEqual(['0 held other:1', '1 sent c1:1'])
  })

  test('killed between the record of an accepted SMS and its delivery: it counts as sent', async () => {
    const ports = bench(ten, seedOf(certificate('c1', { channels: { home: false, sms: true, wechat: false } }, saved)))
    ports.store.after = ({ name, collection }) => {
      if (name === 'add' && collection === 'delivery_attempts') throw new Error('killed')
    }
    await expect(deliver(INSTITUTION, ports)).rejects.toThrow('killed')
    ports.store.after = () => undefined
    await tick(ports, plusMinutes(ten, 1))
    expect(states(ports)).toEqual(['sms sent'])
    expect(ports.fake.sent).toHaveLength(1)
  })
})

describe('S34 as a whole', () => {
  test('S34: 181 messages per channel, first 2024-08-04 10:00, last 2025-01-31 10:00, three ticks a day', async () => {
    const ports = bench(saved, seedOf(certificate('c1', {}, saved)))
    const times: Record<string, string[]> = { sms: [], 'official-account': [] }
    ports.fake.answer = ({ way }) => { times[way]?.push(`${dayOf(ports.clock.now())} ${timeOf(ports.clock.now())}`); return { kind: 'accepted', providerId: 'p' } }
    for (let day = '2024-08-01'; day < '2025-02-03'; day = addDays(day, 1)) {
      for (const time of ['09:59:59', '10:00:00', '11:00:00']) await tick(ports, instantOf(day, time))
    }
    for (const sent of [...Object.values(times), ports.store.all('inbox').map(({ at }) => `${dayOf(at)} ${timeOf(at)}`)]) {
      expect(sent).toHaveLength(181)
      expect(sent[0]).toBe('2024-08-04 10:00:00')
      expect(sent[180]).toBe('2025-01-31 10:00:00')
      expect(new Set(sent.map((text) => text.slice(0, 10))).size).toBe(181)
    }
    expect(ports.store.all('certificates')[0]).toMatchObject({ version: 1, reminder: { nextAt: null, holdReason: 'last-told' } })
  }, 60_000)

  test('S33: after handling, nothing more is sent', async () => {
    const ports = bench(ten, seedOf(certificate('c1', {}, saved)))
    await deliver(INSTITUTION, ports)
    const next = nextSendAt({ ...certificate('c1', {}, saved), handling: handled, toldOn: due }, ten)
    await change(ports, 'c1', { handling: handled, reminder: { nextAt: next.at, holdReason: 'handled', toldOn: due as CivilDay } })
    await tick(ports, instantOf(addDays(due, 1), '10:00:00'))
    expect(ports.fake.sent).toHaveLength(2)
  })

  test('S37: 提前量 0 and a lead longer than the remaining life are told', async () => {
    const zero = certificate('c1', { leadDays: 0, expiresOn: due }, saved)
    const long = certificate('c2', { leadDays: 3650, expiresOn: '2024-08-10' }, saved)
    const ports = bench(saved, seedOf(zero, long))
    await tick(ports, instantOf('2024-08-01', '10:00:00'))
    expect(ports.store.all('inbox').map(({ items }) => items.map(({ certificateId }) => certificateId))).toEqual([['c2']])
    await tick(ports, ten)
    expect(ports.store.all('inbox')[1]?.items.map(({ certificateId }) => certificateId)).toEqual(['c2', 'c1'])
  })
})

test('a burst: at most 30 write calls per 1,000 messages', async () => {
  const ids = Array.from({ length: 300 }, (_, n) => `acc-${n}`)
  const certificates = Array.from({ length: 1000 }, (_, n) => certificate(`c${n}`, { deviceIds: ['dev-1'], relatedRoles: [], recipientIds: [0, 1, 2].map((k) => `acc-${(n * 7 + k * 101) % 300}`) }, saved))
  const ports = bench(ten, {
    certificates, certificate_devices: certificates.flatMap(rowsOf),
    accounts: ids.map((id, n) => account(id, { phone: String(13800000000 + n) })), wechat_links: ids.map(link), followers: ids.map(follower),
  })
  await deliver(INSTITUTION, ports)
  const messages = ports.fake.sent.length + ports.store.all('inbox').length
  const writes = ports.store.calls.filter(({ kind }) => kind === 'write').length
  expect(messages).toBe(900)
  expect(writes).toBeLessThanOrEqual((messages / 1000) * 30)
}, 60_000)
