import fc from 'fast-check'
import { addDays, dayOf, instantOf, plusMinutes } from '../kernel/civil-day'
import type { DueCertificate } from './due'
import { nextSendAt } from './plan'
import { planDay, type StoredDelivery } from './plan-day'
import type { Recipient } from './route'
import { GUIDE_RULES } from './rules'

/** Plan and next instant together, as the engine uses them: an engine without storage, time-outs and providers. */
interface World {
  certificate: DueCertificate & { toldOn: string | null; due: Date | null }
  stored: Array<StoredDelivery & { day: string; at: Date }>
}

const people: Recipient[] = ['zhang', 'li'].map((accountId) => ({ accountId, name: accountId, active: true, phone: '13800000001', bound: true, follows: true, wechatCredits: 0 }))

const born = (change: Partial<DueCertificate>, now: Date): World => {
  const certificate: DueCertificate = {
    id: 'c1', cycle: 1, expiresOn: '2025-01-31', longTerm: false, leadDays: 180, sendTime: '10:00:00', channels: { home: true, sms: true, wechat: true }, handling: null, toldOn: null, rules: GUIDE_RULES,
    nextAt: now, createdBy: 'zhang', updatedBy: 'zhang', relatedRoles: ['creator'], recipientIds: ['li'], ...change,
  }
  return { certificate: { ...certificate, toldOn: null, due: nextSendAt({ ...certificate, toldOn: null }, now).at }, stored: [] }
}

function tick(world: World, now: Date): void {
  const { certificate, stored } = world
  if (certificate.due === null || certificate.due > now) return
  const day = dayOf(now)
  const decisions = planDay({ institutionId: 'h1', now, certificates: [{ ...certificate, nextAt: certificate.due }], recipients: people, stored: stored.filter((each) => each.day === day) })
  for (const decision of decisions) {
    if (decision.kind === 'send') stored.push({ day, at: now, slot: decision.key.slot, accountId: decision.key.accountId, channel: decision.key.channel, mentions: decision.mentions, state: 'sent' })
  }
  const waits = decisions.some((decision) => decision.kind === 'hold-certificate' && decision.reason === 'not-due')
  if (!waits) certificate.toldOn = day
  certificate.due = nextSendAt(certificate, now).at
}

function run(world: World, [from, to]: [Date, Date], everyMinutes: number): void {
  for (let now = from; now <= to; now = plusMinutes(now, everyMinutes)) tick(world, now)
}

const local = (text: string): Date => instantOf(text.slice(0, 10), text.slice(11))
const of = (world: World, accountId: string, channel: string) => world.stored.filter((each) => each.accountId === accountId && each.channel === channel)

describe('the daily rule, day after day', () => {
  test('S34: from 2024-08-01 to 2025-02-03, hourly, 181 messages per person and channel, both ends at 10:00', () => {
    const world = born({}, local('2024-08-01 00:00:00'))
    run(world, [local('2024-08-01 00:00:00'), local('2025-02-03 00:00:00')], 60)
    for (const person of ['zhang', 'li']) {
      for (const channel of ['home', 'sms', 'wechat']) {
        const sent = of(world, person, channel)
        expect(sent).toHaveLength(181)
        expect(sent[0]?.at).toEqual(local('2024-08-04 10:00:00'))
        expect(sent[180]?.at).toEqual(local('2025-01-31 10:00:00'))
      }
    }
  })

  test('S34: minute by minute, the first day has one message, in its minute', () => {
    const world = born({}, local('2024-08-03 23:00:00'))
    run(world, [local('2024-08-03 23:00:00'), local('2024-08-04 23:59:00')], 1)
    expect(of(world, 'zhang', 'home').map(({ at }) => at)).toEqual([local('2024-08-04 10:00:00')])
  })

  test('S33: handled on a day, nothing from the next tick on', () => {
    const world = born({}, local('2024-08-01 00:00:00'))
    run(world, [local('2024-08-01 00:00:00'), local('2024-08-10 12:00:00')], 60)
    world.certificate.handling = { kind: 'noted', until: null }
    run(world, [local('2024-08-10 12:01:00'), local('2025-02-03 00:00:00')], 60)
    expect(of(world, 'zhang', 'home')).toHaveLength(7)
    expect(world.certificate.due).toBeNull()
  })

  test('B8: however late and rare the ticks, never twice a day, nothing replayed, each day with a tick after 发送时间 told', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 60 * 50 }), { minLength: 5, maxLength: 60 })
    const time = fc.constantFrom('00:00:00', '08:00:00', '10:00:00', '23:59:59')
    fc.assert(fc.property(gaps, time, fc.integer({ min: 0, max: 20 }), (minutes, sendTime, leadDays) => {
      const start = local('2025-01-10 00:00:00')
      const world = born({ sendTime, leadDays }, start)
      const ticks = minutes.reduce<Date[]>((all, gap) => [...all, plusMinutes(all[all.length - 1] ?? start, gap)], [])
      ticks.forEach((now) => tick(world, now))
      const told = of(world, 'zhang', 'sms').map(({ day }) => day)
      const wanted = new Set(ticks.filter((now) => {
        const day = dayOf(now)
        return day >= addDays('2025-01-31', -leadDays) && day <= '2025-01-31' && now >= instantOf(day, sendTime)
      }).map(dayOf))
      expect(told).toEqual([...wanted])
    }), { numRuns: 200 })
  })
})
