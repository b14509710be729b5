import { instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import { institutionOfDoorCall } from '../../cloud/gate-between-doors'
import type { Identity } from '../../cloud/gate/identity'
import { openToRemind } from '../deliver/door'
import { bench, certificate, INSTITUTION, rowsOf, zhang, type Bench } from '../../cloud/testing/reminder-bench'
import { openToTimer } from './door'
import { remind } from './remind'

const saved = instantOf('2024-08-01', '09:00:00')
const ten = instantOf('2024-08-04', '10:00:00')
const nobody: Identity = { appId: '', openid: '', unionid: '', source: '', trigger: '', anonymous: false, address: '', requestId: 'r' }
const timer: Identity = { ...nobody, source: 'wx_trigger', trigger: 'timer' }
const timerEvent = { Type: 'Timer', TriggerName: 'remind', Time: '2024-08-04T02:00:00Z', Message: '' }
const seed = (...ids: string[]) => {
  const certificates = ids.map((id) => certificate(id, {}, saved))
  return { ...zhang, certificates, certificate_devices: certificates.flatMap(rowsOf) }
}
/** `remind` with `deliver` behind it, as in the cloud. */
const both = (ports: Bench) => ({ ...ports, functions: { call: (_: string, data: unknown) => openToRemind(data, ports) } })

describe('who may wake the timer’s door', () => {
  const refused = { ok: false, code: 'remind.not-the-timer' }
  test.each([
    ['a mini-program user who sends a timer’s event', { ...nobody, source: 'wx_client', openid: 'o', appId: 'wx' }, timerEvent],
    ['a user whose call claims both', { ...timer, openid: 'o' }, timerEvent],
    ['an anonymous visitor of the web', { ...timer, anonymous: true }, timerEvent],
    ['another function', { ...nobody, source: 'wx_client,scf' }, timerEvent],
    ['HTTP access', { ...nobody, source: 'wx_http' }, { ...timerEvent, httpMethod: 'POST' }],
    ['nobody known', nobody, timerEvent],
    ['the timer’s source without its event', timer, {}],
  ])('%s is refused without a database call', async (_, identity, event) => {
    const ports = bench(ten, seed('c1'))
    expect(await openToTimer({ event, identity }, () => both(ports))).toEqual(refused)
    expect(ports.store.calls).toEqual([])
  })

  test('the timer is let in, however its type is spelt', async () => {
    const ports = bench(ten, {})
    expect(await openToTimer({ event: { ...timerEvent, Type: 'timer' }, identity: timer }, () => both(ports))).toMatchObject({ ok: true })
  })
})

describe('who may wake deliver', () => {
  const call = async (data: unknown) => {
    const ports = bench(ten, seed('c1'))
    const reply = await openToRemind(data, ports)
    return { reply, calls: ports.store.calls.length }
  }
  const signed = (now: Date, institutionId = INSTITUTION) => {
    const at = now.toISOString()
    return { institutionId, at, signature: bench(now, {}).secrets.sign('deliver', JSON.stringify([institutionId, at])) }
  }

  test('a signed call of now', async () => {
    expect((await call(signed(ten))).reply).toMatchObject({ ok: true })
  })

  test.each([
    ['an old one', signed(plusMinutes(ten, -3))],
    ['one of the future', signed(plusMinutes(ten, 3))],
    ['another institution under the same signature', { ...signed(ten), institutionId: 'other' }],
    ['another time under the same signature', { ...signed(ten), at: plusMinutes(ten, 1).toISOString() }],
    ['no signature', { institutionId: INSTITUTION, at: ten.toISOString() }],
    ['a signature of another length', { ...signed(ten), signature: 'x' }],
    ['a time that is none', { ...signed(ten), at: 'now' }],
    ['nothing', null],
  ])('%s is refused without a database call', async (_, data) => {
    expect(await call(data)).toEqual({ reply: { ok: false, code: 'deliver.not-signed' }, calls: 0 })
  })

  test('a call is good for 120 seconds', () => {
    const { secrets } = bench(ten, {})
    expect(institutionOfDoorCall(secrets, signed(ten), plusMinutes(ten, 2))).toBe(INSTITUTION)
    expect(institutionOfDoorCall(secrets, signed(ten), plusMinutes(ten, 2.1))).toBeNull()
  })
})

describe('a tick', () => {
  test('S33: hands what is due to deliver, which sends it', async () => {
    const ports = bench(ten, seed('c1'))
    expect(await remind(both(ports))).toEqual({ due: 1, delivered: 1, failed: 0, left: 0 })
    expect(ports.fake.sent).toHaveLength(2)
  })

  test.each([1, 50])('an idle one asks the same four questions at %d certificates', async (count) => {
    const ports = bench(plusMinutes(ten, -2), seed(...Array.from({ length: count }, (_, n) => `c${n}`)))
    await remind(both(ports))
    const before = ports.store.calls.length
    ports.clock.set(plusMinutes(ten, -1))
    await remind(both(ports))
    expect(ports.store.calls.slice(before).map(({ name, collection }) => `${name} ${collection}`).sort()).toEqual(['find jobs', 'group certificates', 'group deliveries', 'update runs'])
  })

  test('B18: leaves a heartbeat, once a minute', async () => {
    const ports = bench(ten, {})
    await remind(both(ports))
    ports.clock.set(new Date(ten.getTime() + 20_000))
    await remind(both(ports))
    expect(ports.store.all('runs')).toMatchObject([{ _id: 'heartbeat', at: ten }])
    ports.clock.set(plusMinutes(ten, 1))
    await remind(both(ports))
    expect(ports.store.all('runs')).toMatchObject([{ _id: 'heartbeat', at: plusMinutes(ten, 1) }])
  })

  test('an institution that fails does not keep the others waiting, and is due again', async () => {
    const ports = bench(ten, { certificates: ['a', 'b', 'c'].map((institutionId) => ({ ...certificate(institutionId, {}, saved), institutionId })) })
    const asked: unknown[] = []
    const functions = { call: async (_: string, data: unknown) => {
      const { institutionId } = data as { institutionId: string }
      asked.push(institutionId)
      if (institutionId === 'b') throw new Error('time-out')
      return { ok: true }
    } }
    expect(await remind({ ...ports, functions })).toEqual({ due: 3, delivered: 2, failed: 1, left: 0 })
    expect(asked.sort()).toEqual(['a', 'b', 'c'])
  })

  test('stops handing on when its budget is spent', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `i${n}`)
    const ports = bench(ten, { certificates: ids.map((institutionId) => ({ ...certificate(institutionId, {}, saved), institutionId })) })
    const functions = { call: async () => { ports.clock.pass(1000); return { ok: true } } }
    const report = await remind({ ...ports, functions })
    expect(report.left).toBeGreaterThan(0)
    expect(report.delivered + report.left).toBe(60)
  })

  test('hands on the longest waiting first', async () => {
    const ports = bench(ten, { certificates: [
      { ...certificate('x', {}, saved), institutionId: 'late', reminder: { nextAt: ten, holdReason: null, toldOn: null } },
      { ...certificate('y', {}, saved), institutionId: 'early', reminder: { nextAt: plusMinutes(ten, -60), holdReason: null, toldOn: null } },
    ] })
    const asked: string[] = []
    await remind({ ...ports, functions: { call: async (_, data) => { asked.push((data as { institutionId: string }).institutionId); return { ok: true } } } })
    expect(asked).toEqual(['early', 'late'])
  })
})
