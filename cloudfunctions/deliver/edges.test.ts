import type { CertificateDoc } from '../../cloud/documents'
import { account, bench, certificate, follower, INSTITUTION, link, rowsOf, zhang, type Bench } from '../../cloud/testing/reminder-bench'
import { addDays, dayOf, instantOf, plusMinutes, timeOf } from '../../domain/kernel/civil-day'
import { nextSendAt, toldOnAfterChange } from '../../domain/reminder/plan'
import { resolveRecipients } from '../../domain/reminder/recipients'
import { deliver } from './deliver'

const saved = instantOf('2024-08-01', '09:00:00')
const due = '2024-08-04'
const ten = instantOf(due, '10:00:00')
const HOME = { channels: { home: true, sms: false, wechat: false } }
const seedOf = (...certificates: CertificateDoc[]) => ({ ...zhang, certificates, certificate_devices: certificates.flatMap(rowsOf) })
const tick = (ports: Bench, now: Date) => { ports.clock.set(now); return deliver(INSTITUTION, ports) }
const inboxTimes = (ports: Bench): string[] => ports.store.all('inbox').map(({ accountId, at }) => `${accountId} ${dayOf(at)} ${timeOf(at)}`)

/** As `certificate.save` writes a changed certificate: planned anew, told people remembered. */
async function resave(ports: Bench, change: Partial<CertificateDoc>): Promise<void> {
  const before = ports.store.all('certificates')[0] as CertificateDoc
  const after = { ...before, ...change, version: before.version + 1 }
  const audience = (doc: CertificateDoc) => ({ recipientIds: resolveRecipients(doc).map(({ accountId }) => accountId), channels: doc.channels, cycle: doc.cycle })
  const toldOn = toldOnAfterChange(before.reminder.toldOn, audience(before), audience(after))
  const next = nextSendAt({ ...after, toldOn }, ports.clock.now())
  const reminder = { nextAt: next.at, holdReason: next.at === null ? next.reason : null, toldOn }
  await ports.store.update('certificates', { _id: before._id }, { set: { ...change, version: after.version, reminder } })
}

test('leap day: 有效期 2028-02-29 with 1 day ahead is told on the 28th and the 29th', async () => {
  const ports = bench(saved, seedOf(certificate('c1', { ...HOME, expiresOn: '2028-02-29', leadDays: 1 }, saved)))
  for (let day = '2028-02-26'; day < '2028-03-03'; day = addDays(day, 1)) await tick(ports, instantOf(day, '10:00:00'))
  expect(inboxTimes(ports)).toEqual(['acc-zhang 2028-02-28 10:00:00', 'acc-zhang 2028-02-29 10:00:00'])
})

test('S28: edited at 09:59:59 to 10:00: told at 10:00, once', async () => {
  const ports = bench(saved, seedOf(certificate('c1', { ...HOME, sendTime: '16:00:00' }, saved)))
  await tick(ports, instantOf(due, '09:59:59'))
  await resave(ports, { sendTime: '10:00:00' })
  for (const time of ['10:00:00', '10:01:00', '16:00:00']) await tick(ports, instantOf(due, time))
  expect(inboxTimes(ports)).toEqual([`acc-zhang ${due} 10:00:00`])
})

test('长期有效 is never told, and one that becomes it is silent at once', async () => {
  const ports = bench(saved, seedOf(certificate('c1', HOME, saved)))
  await tick(ports, ten)
  await resave(ports, { longTerm: true, expiresOn: null })
  for (let day = due; day < '2024-09-01'; day = addDays(day, 1)) await tick(ports, instantOf(day, '10:00:30'))
  expect(inboxTimes(ports)).toHaveLength(1)
  expect(ports.store.all('certificates')[0]?.reminder).toMatchObject({ nextAt: null, holdReason: 'long-term' })
})

test('S40: two devices and seven recipients with overlaps: each of the seven is told once, with both devices', async () => {
  const ids = ['acc-zhang', ...Array.from({ length: 6 }, (_, n) => `acc-${n}`)]
  const doc = certificate('c1', { ...HOME, relatedRoles: ['creator', 'editor'], updatedBy: 'acc-0', recipientIds: [...ids, 'acc-0', 'acc-zhang'] }, saved)
  const ports = bench(saved, { ...seedOf(doc), accounts: ids.map((id) => account(id)) })
  await tick(ports, ten)
  expect(ports.store.all('inbox').map(({ accountId }) => accountId).sort()).toEqual([...ids].sort())
  expect(ports.store.all('inbox').every(({ text }) => text.startsWith('裂隙灯1、裂隙灯2'))).toBe(true)
})

test('a recipient added after today’s message is told today, the others are not told again', async () => {
  const ports = bench(saved, { ...seedOf(certificate('c1', HOME, saved)), accounts: [account('acc-zhang'), account('acc-li')] })
  await tick(ports, ten)
  ports.clock.set(plusMinutes(ten, 30))
  await resave(ports, { recipientIds: ['acc-li'] })
  await tick(ports, plusMinutes(ten, 30))
  await tick(ports, plusMinutes(ten, 31))
  expect(inboxTimes(ports)).toEqual([`acc-zhang ${due} 10:00:00`, `acc-li ${due} 10:30:00`])
})

test('send time changed after today’s message: nothing more today, tomorrow at the new time', async () => {
  const ports = bench(saved, seedOf(certificate('c1', HOME, saved)))
  await tick(ports, ten)
  await resave(ports, { sendTime: '15:00:00' })
  for (const at of [instantOf(due, '15:00:00'), instantOf(addDays(due, 1), '10:00:00'), instantOf(addDays(due, 1), '15:00:00')]) await tick(ports, at)
  expect(inboxTimes(ports)).toEqual([`acc-zhang ${due} 10:00:00`, `acc-zhang ${addDays(due, 1)} 15:00:00`])
})

test('提前量, 有效期 and channels changed after today’s message: whoever was told is not told again today', async () => {
  const ports = bench(saved, seedOf(certificate('c1', HOME, saved)))
  await tick(ports, ten)
  for (const change of [{ leadDays: 200 }, { expiresOn: '2025-01-01' }, { channels: { home: true, sms: true, wechat: false } }]) {
    await resave(ports, change)
    await tick(ports, plusMinutes(ten, 5))
  }
  expect(inboxTimes(ports)).toHaveLength(1)
  expect(ports.fake.sent.map(({ way }) => way)).toEqual(['sms'])
})

test('S42: unbound between plan and send: the message is held with its reason and nobody else gets it', async () => {
  const ports = bench(ten, { ...seedOf(certificate('c1', { channels: { home: false, sms: false, wechat: true } }, saved)), wechat_links: [link('acc-zhang')], followers: [follower('acc-zhang')] })
  ports.store.before = async ({ kind, name, collection }) => {
    if (kind !== 'write' || collection !== 'deliveries' || name !== 'update') return
    ports.store.before = () => undefined
    await ports.store.remove('wechat_links', { accountId: 'acc-zhang' })
  }
  await deliver(INSTITUTION, ports)
  expect(ports.fake.sent).toEqual([])
  expect(ports.store.all('deliveries').map(({ state, reason }) => `${state} ${reason}`)).toEqual(['held not-bound'])
})
