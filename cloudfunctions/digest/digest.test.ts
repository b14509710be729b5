import type { DeliveryDoc, InstitutionDoc } from '../../cloud/documents'
import type { Identity } from '../../cloud/gate/identity'
import { account, bench, certificate, INSTITUTION, type Bench } from '../../cloud/testing/reminder-bench'
import { DEFAULT_INSTITUTION_RULES } from '../../domain/institution/rules'
import { instantOf, plusMinutes } from '../../domain/kernel/civil-day'
import { openToTimer } from './door'
import { writeDigests } from './write-digests'

const morning = instantOf('2026-11-25', '08:31:00')
const ago = (minutes: number): Date => plusMinutes(morning, -minutes)
const institution = (id: string, over: Partial<InstitutionDoc> = {}): InstitutionDoc => ({ _id: id, schema: 1, name: id, createdAt: ago(9999), ...over })
const manager = account('acc-wang', { role: 'hospital-admin' })
const delivery = (id: string, over: Partial<DeliveryDoc>): DeliveryDoc => ({
  _id: id, schema: 1, institutionId: INSTITUTION, day: '2026-11-24', slot: '08:00:00', accountId: 'a', accountName: 'a', channel: 'sms', certificateIds: [], mentions: [], state: 'sent', route: null,
  reason: '', attempts: 1, claim: null, firstAttemptAt: null, dueAt: null, providerId: '', createdAt: ago(1470), settledAt: ago(1470), ...over,
})
const seed = {
  institutions: [institution(INSTITUTION)], accounts: [manager, account('acc-li', { role: 'equipment-office' }), account('acc-staff'), account('acc-gone', { role: 'hospital-admin', active: false })],
  runs: [{ _id: 'heartbeat', schema: 1 as const, at: ago(1), token: '', deadline: null, counts: {} }],
}
const digests = (ports: Bench) => ports.store.all('inbox').map(({ accountId, at, text }) => ({ accountId, at, text })).sort((a, b) => (a.accountId < b.accountId ? -1 : 1))

test('B18: once a day those who answer for the reminders are told, nobody else', async () => {
  const certificates = [
    certificate('c1', { expiresOn: '2026-11-01', warnFrom: '2026-10-01' }, ago(99)),
    { ...certificate('c2', { expiresOn: '2027-01-31' }, ago(99)), reminder: { nextAt: null, holdReason: 'no-recipient', toldOn: null } },
  ]
  const deliveries = [delivery('d1', {}), delivery('d2', { channel: 'home' }), delivery('d3', { state: 'failed', reason: 'sms.person-cap' }), delivery('d4', { day: '2026-11-25' })]
  const ports = bench(morning, { ...seed, certificates, deliveries })
  expect(await writeDigests(ports)).toEqual({ written: 1, failed: 0 })
  const text = '11-24 发出首页 1 条、短信 1 条；没有送到 1 条（短信：这位人员今天的短信已到设定的上限 1）。现有 1 张证不会提醒任何人，1 张已过期还没有换证或注销。提醒服务最近一次检查 08:30。'
  expect(digests(ports)).toEqual(['acc-li', 'acc-wang'].map((accountId) => ({ accountId, at: morning, text })))
})

test('B8: however often and at the same time it runs, there is one message a day; the next day has its own', async () => {
  const ports = bench(morning, seed)
  await Promise.all([writeDigests(ports), writeDigests(ports)])
  ports.clock.set(instantOf('2026-11-25', '20:31:00'))
  expect(await writeDigests(ports)).toEqual({ written: 0, failed: 0 })
  expect(digests(ports)).toHaveLength(2)
  ports.clock.set(instantOf('2026-11-26', '08:31:00'))
  await writeDigests(ports)
  expect(digests(ports)).toHaveLength(4)
})

test('B8: a run that dies at any call is made good the same day, once', async () => {
  const calls = await (async () => { const ports = bench(morning, seed); await writeDigests(ports); return ports.store.calls.length })()
  for (let dies = 1; dies <= calls; dies += 1) {
    for (const afterwards of [false, true]) {
      const ports = bench(morning, seed)
      let left = dies
      ports.store[afterwards ? 'after' : 'before'] = () => { if ((left -= 1) === 0) throw new Error('cut off') }
      await writeDigests(ports).catch(() => undefined)
      ports.store.before = ports.store.after = () => undefined
      ports.clock.set(instantOf('2026-11-25', '12:31:00'))
      await writeDigests(ports)
      expect(digests(ports).map(({ accountId }) => accountId)).toEqual(['acc-li', 'acc-wang'])
    }
  }
})

test('before half past eight nothing is written, and only the heartbeat is left', async () => {
  const ports = bench(instantOf('2026-11-25', '08:29:00'), seed)
  expect(await writeDigests(ports)).toEqual({ written: 0, failed: 0 })
  expect(new Set(ports.store.calls.map(({ collection }) => collection))).toEqual(new Set(['runs']))
})

test('an institution that switched it off has none, and is not asked again that day', async () => {
  const rules = { _id: INSTITUTION, schema: 1 as const, institutionId: INSTITUTION, version: 1, createdBy: 'x', createdAt: ago(9), updatedBy: 'x', updatedAt: ago(9), rules: { ...DEFAULT_INSTITUTION_RULES, operationsDigest: false }, reckonAnew: null }
  const ports = bench(morning, { ...seed, institution_rules: [rules] })
  await writeDigests(ports)
  expect([ports.store.all('inbox'), ports.store.all('institutions')[0]?.digestOn]).toEqual([[], '2026-11-25'])
})

test('one institution that fails keeps nobody else waiting, and is tried again at the next run', async () => {
  const ids = Array.from({ length: 250 }, (_, n) => `i${String(n).padStart(3, '0')}`)
  const ports = bench(morning, { institutions: ids.map((id) => institution(id)), accounts: ids.map((id) => account(`acc-${id}`, { institutionId: id, role: 'hospital-admin' })) })
  let broken = true
  const add = ports.store.add.bind(ports.store)
  ports.store.add = (collection, docs) => (broken && docs.some(({ _id }) => _id.startsWith('i000:')) ? Promise.reject(new Error('unavailable')) : add(collection, docs))
  expect(await writeDigests(ports)).toEqual({ written: 249, failed: 1 })
  broken = false
  expect(await writeDigests(ports)).toEqual({ written: 1, failed: 0 })
  expect(ports.store.all('inbox')).toHaveLength(250)
})

test('stops beginning when its budget is spent; the rest comes with the next run', async () => {
  const ids = Array.from({ length: 30 }, (_, n) => `i${n}`)
  const ports = bench(morning, { institutions: ids.map((id) => institution(id)), accounts: [] })
  ports.store.after = ({ collection, kind }) => { if (collection === 'institutions' && kind === 'write') ports.clock.pass(5000) }
  const { written } = await writeDigests(ports)
  expect(written).toBeLessThan(30)
  ports.store.after = () => undefined
  expect(await writeDigests(ports)).toEqual({ written: 30 - written, failed: 0 })
})

test('only the timer wakes it: others are refused without a database call', async () => {
  const nobody: Identity = { appId: '', openid: '', unionid: '', source: '', trigger: '', anonymous: false, address: '', requestId: 'r' }
  const event = { Type: 'Timer', TriggerName: 'digest' }
  const ports = bench(morning, seed)
  for (const identity of [nobody, { ...nobody, source: 'wx_client', openid: 'o' }]) {
    expect(await openToTimer({ event, identity }, () => ports)).toEqual({ ok: false, code: 'digest.not-the-timer' })
  }
  expect(ports.store.calls).toEqual([])
  expect(await openToTimer({ event, identity: { ...nobody, trigger: 'timer' } }, () => ports)).toEqual({ ok: true, data: { written: 1, failed: 0 } })
})
