import type { CertificateDoc, CertificateTypeDoc, InstitutionRulesDoc } from '../../cloud/documents'
import { reckonAnew } from '../../cloud/repositories/reckon-anew'
import { account, bench, certificate, credit, follower, INSTITUTION, link, rowsOf, zhang, type Bench } from '../../cloud/testing/reminder-bench'
import { DEVICE_OPERATOR } from '../../domain/certificate/type'
import { DEFAULT_INSTITUTION_RULES, type InstitutionRules } from '../../domain/institution/rules'
import { addDays, dayOf, instantOf, plusMinutes, timeOf } from '../../domain/kernel/civil-day'
import type { TypeRules } from '../../domain/reminder/rules'
import { deliver } from './deliver'

const saved = instantOf('2024-08-01', '09:00:00')
const due = '2024-08-04'
const ten = instantOf(due, '10:00:00')
const only = (channel: 'home' | 'sms' | 'wechat') => ({ channels: { home: false, sms: false, wechat: false, [channel]: true } })
const stamps = { institutionId: INSTITUTION, version: 1, createdBy: 'a', createdAt: saved, updatedBy: 'a', updatedAt: saved }
const typeWith = (rules: Partial<TypeRules>): CertificateTypeDoc =>
  ({ _id: `${INSTITUTION}:device-operator`, schema: 1, ...stamps, type: { ...DEVICE_OPERATOR, rules: { ...DEVICE_OPERATOR.rules, ...rules } } })
const rulesWith = (rules: Partial<InstitutionRules>, reckon: InstitutionRulesDoc['reckonAnew'] = null): InstitutionRulesDoc =>
  ({ _id: INSTITUTION, schema: 1, ...stamps, rules: { ...DEFAULT_INSTITUTION_RULES, ...rules }, reckonAnew: reckon })
const seedOf = (...certificates: CertificateDoc[]) => ({ ...zhang, certificates, certificate_devices: certificates.flatMap(rowsOf) })
const tick = (ports: Bench, now: Date) => { ports.clock.set(now); return deliver(INSTITUTION, ports) }
const everyDay = async (ports: Bench, from: string, to: string): Promise<void> => {
  for (let day = from; day <= to; day = addDays(day, 1)) await tick(ports, instantOf(day, '10:00:00'))
}
const inboxDays = (ports: Bench): string[] => ports.store.all('inbox').map(({ accountId, at }) => `${accountId} ${dayOf(at)}`)
const states = (ports: Bench): string[] => ports.store.all('deliveries').map(({ channel, state, reason }) => `${channel} ${state} ${reason}`.trim()).sort()

describe('rhythm per channel (B10, B28)', () => {
  test('首页 every day, 短信 on 节点: 8 messages against 2, and the certificate never stands still', async () => {
    const doc = certificate('c1', { leadDays: 7, expiresOn: '2024-08-11', channels: { home: true, sms: true, wechat: false } }, saved)
    const ports = bench(saved, { ...seedOf(doc), certificate_types: [typeWith({ rhythm: { home: 'daily', sms: 'steps', wechat: 'daily' }, steps: [7, 1] })] })
    await everyDay(ports, '2024-08-01', '2024-08-14')
    expect(ports.store.all('inbox')).toHaveLength(8)
    expect(ports.fake.sent).toHaveLength(2)
    expect(ports.store.all('certificates')[0]?.reminder).toMatchObject({ nextAt: null, holdReason: 'last-told' })
  })

  test('all channels on 节点: the next instant is the next 节点, and days between cost nothing', async () => {
    const ports = bench(saved, { ...seedOf(certificate('c1', only('home'), saved)), certificate_types: [typeWith({ rhythm: { home: 'steps', sms: 'steps', wechat: 'steps' } })] })
    await tick(ports, ten)
    expect(ports.store.all('certificates')[0]?.reminder.nextAt).toEqual(instantOf('2024-11-02', '10:00:00'))
    await everyDay(ports, '2024-08-05', '2025-02-10')
    expect(ports.store.all('inbox')).toHaveLength(9)
  })
})

test('rules that change while it plans: what they handed over is planned by the new ones', async () => {
  const doc = certificate('c1', { ...only('home'), leadDays: 7, expiresOn: '2024-08-11' }, saved)
  const told = { ...doc, reminder: { ...doc.reminder, toldOn: '2024-08-05', nextAt: instantOf('2024-08-10', '10:00:00') } }
  const ports = bench(instantOf('2024-08-06', '09:00:00'), { ...seedOf(told), certificate_types: [typeWith({ rhythm: { home: 'steps', sms: 'steps', wechat: 'steps' }, steps: [7, 1] })] })
  ports.store.before = async ({ name, collection }) => {
    if (name !== 'find' || collection !== 'certificates') return
    ports.store.before = () => undefined
    await ports.store.update('certificate_types', { _id: `${INSTITUTION}:device-operator` }, { set: { type: typeWith({}).type } })
    await ports.store.add('institution_rules', [rulesWith({}, { typeIds: null, since: ports.clock.now() })])
    await reckonAnew(ports.store, INSTITUTION, ports.clock.now())
  }
  await deliver(INSTITUTION, ports)
  expect(ports.store.all('certificates')[0]?.reminder.nextAt).toEqual(instantOf('2024-08-06', '10:00:00'))
})

test('rules that change twice while it plans: the second change is not lost', async () => {
  const doc = certificate('c1', { ...only('home'), leadDays: 7, expiresOn: '2024-08-11' }, saved)
  const ports = bench(instantOf('2024-08-06', '09:00:00'), { ...seedOf({ ...doc, reminder: { ...doc.reminder, toldOn: '2024-08-05' } }), certificate_types: [typeWith({ rhythm: { home: 'steps', sms: 'steps', wechat: 'steps' }, steps: [7, 1] })] })
  const reckon = async (): Promise<void> => {
    await ports.store.transaction((tx) => tx.set('institution_rules', rulesWith({}, { typeIds: null, since: ports.clock.now() })))
    await reckonAnew(ports.store, INSTITUTION, ports.clock.now())
  }
  await reckon()
  ports.clock.set(plusMinutes(ports.clock.now(), 0.1))
  ports.store.before = async ({ name, collection }) => {
    if (name !== 'find' || collection !== 'deliveries') return
    ports.store.before = () => undefined
    await ports.store.update('certificate_types', { _id: `${INSTITUTION}:device-operator` }, { set: { type: typeWith({}).type } })
    await reckon()
  }
  await deliver(INSTITUTION, ports)
  await tick(ports, instantOf('2024-08-06', '09:01:00'))
  expect(ports.store.all('certificates')[0]?.reminder.nextAt).toEqual(instantOf('2024-08-06', '10:00:00'))
})

test('B12: rules that change between the message and the certificate’s next instant: a week is not told again on the next day', async () => {
  const doc = certificate('c1', { ...only('home'), leadDays: 0, expiresOn: due }, saved)
  const late = instantOf('2024-08-13', '23:30:00')
  const ports = bench(late, { ...seedOf({ ...doc, reminder: { ...doc.reminder, toldOn: due } }), certificate_types: [typeWith({ afterExpiry: 'weekly' })] })
  const reckon = async (): Promise<void> => {
    await ports.store.transaction((tx) => tx.set('institution_rules', rulesWith({}, { typeIds: null, since: ports.clock.now() })))
    await reckonAnew(ports.store, INSTITUTION, ports.clock.now())
  }
  await reckon()
  ports.store.before = async ({ name, collection }) => {
    if (name !== 'update' || collection !== 'certificates') return
    ports.store.before = () => undefined
    ports.clock.set(plusMinutes(late, 0.1))
    await reckon()
  }
  await deliver(INSTITUTION, ports)
  await everyDay(ports, '2024-08-14', '2024-08-18')
  expect(inboxDays(ports)).toEqual(['2024-08-13', '2024-08-18'].map((day) => `acc-zhang ${day}`))
})

test('B12: after 有效期 it goes on weekly until it is handled', async () => {
  const ports = bench(saved, { ...seedOf(certificate('c1', { ...only('home'), leadDays: 0, expiresOn: due }, saved)), certificate_types: [typeWith({ afterExpiry: 'weekly' })] })
  await everyDay(ports, due, '2024-08-25')
  expect(inboxDays(ports)).toEqual(['2024-08-04', '2024-08-11', '2024-08-18', '2024-08-25'].map((day) => `acc-zhang ${day}`))
})

describe('quiet hours (B11)', () => {
  const at = (sendTime: string) => certificate('c1', { sendTime, channels: { home: true, sms: true, wechat: false } }, saved)

  test('an SMS of 07:00 waits for 08:00 of the same day, the home page does not', async () => {
    const ports = bench(saved, seedOf(at('07:00:00')))
    await tick(ports, instantOf(due, '07:00:00'))
    expect(states(ports)).toEqual(['home sent', 'sms queued'])
    expect(ports.store.all('deliveries').find(({ channel }) => channel === 'sms')?.dueAt).toEqual(instantOf(due, '08:00:00'))
    await tick(ports, instantOf(due, '07:30:00'))
    expect(ports.fake.sent).toEqual([])
    await tick(ports, instantOf(due, '08:00:00'))
    expect(states(ports)).toEqual(['home sent', 'sms sent'])
  })

  test('handled while it waits: it is not sent, and says so', async () => {
    const ports = bench(saved, seedOf(at('07:00:00')))
    await tick(ports, instantOf(due, '07:00:00'))
    await ports.store.update('certificates', { _id: 'c1' }, { set: { handling: { kind: 'noted', note: '', reference: '', until: null, byAccountId: 'a', byName: 'a', at: saved } } })
    await tick(ports, instantOf(due, '08:00:00'))
    expect(states(ports)).toEqual(['home sent', 'sms held noted'])
  })

  test('an SMS of 22:00 has no window that day: told in words, and the next day again', async () => {
    const ports = bench(saved, seedOf(at('22:00:00')))
    await tick(ports, instantOf(due, '22:00:00'))
    await tick(ports, instantOf(due, '22:01:00'))
    await tick(ports, instantOf(addDays(due, 1), '08:00:00'))
    expect(states(ports)).toEqual(['home sent', 'sms held quiet-hours'])
    expect(ports.fake.sent).toEqual([])
  })

  test('a retry that would leave in the night is given up for the day', async () => {
    const ports = bench(saved, seedOf(certificate('c1', { ...only('sms'), sendTime: '20:58:00' }, saved)))
    ports.fake.answer = () => ({ kind: 'unsent', code: 'http.unreachable' })
    for (let minute = 0; minute < 30; minute += 1) await tick(ports, plusMinutes(instantOf(due, '20:58:00'), minute))
    expect(states(ports)).toEqual(['sms held quiet-hours'])
    expect(ports.store.all('delivery_attempts')).toHaveLength(2)
  })

  test('switched off: SMS at any time', async () => {
    const ports = bench(saved, { ...seedOf(at('22:00:00')), institution_rules: [rulesWith({ quietHours: null })] })
    await tick(ports, instantOf(due, '22:00:00'))
    expect(states(ports)).toEqual(['home sent', 'sms sent'])
  })
})

test('B11 节假日前提醒: told on the last working day before the holiday into which the day falls, and on the day', async () => {
  const holidays = [{ name: '国庆', from: '2024-10-01', to: '2024-10-07' }]
  const doc = certificate('c1', { ...only('home'), leadDays: 0, expiresOn: '2024-10-05' }, saved)
  const rules = rulesWith({ beforeHolidays: true, holidays }, { typeIds: null, since: saved })
  const ports = bench(saved, { ...seedOf(doc), institution_rules: [rules] })
  await reckonAnew(ports.store, INSTITUTION, saved)
  await everyDay(ports, '2024-09-25', '2024-10-10')
  expect(inboxDays(ports)).toEqual(['acc-zhang 2024-09-30', 'acc-zhang 2024-10-05'])
})

describe('escalation (B9)', () => {
  const people = [account('acc-zhang'), account('head', { role: 'department-head', departmentId: 'dept' }), account('other-head', { role: 'department-head', departmentId: 'elsewhere' }), account('office', { role: 'equipment-office', departmentId: null })]
  const escalation = [{ daysBefore: 2, role: 'department-head' as const }, { daysBefore: 0, role: 'equipment-office' as const }]
  const world = (): Bench => bench(saved, {
    ...seedOf(certificate('c1', { ...only('home'), leadDays: 3, expiresOn: '2024-08-07' }, saved)), accounts: people, certificate_types: [typeWith({ escalation })],
    departments: ['dept', 'elsewhere'].map((id, order) => ({ _id: id, schema: 1 as const, institutionId: INSTITUTION, name: id, parentId: null, order })),
  })

  test('unhandled: 科室负责人 of its department at T−2, 设备科 at T, each once, beside its own people', async () => {
    const ports = world()
    await everyDay(ports, due, '2024-08-09')
    expect(inboxDays(ports).filter((text) => !text.startsWith('acc-zhang'))).toEqual(['head 2024-08-05', 'office 2024-08-07'])
    expect(inboxDays(ports).filter((text) => text.startsWith('acc-zhang'))).toHaveLength(4)
  })

  test('handled in time: nobody above hears of it', async () => {
    const ports = world()
    await tick(ports, ten)
    await ports.store.update('certificates', { _id: 'c1' }, { set: { handling: { kind: 'noted', note: '', reference: '', until: null, byAccountId: 'a', byName: 'a', at: ten } } })
    await everyDay(ports, '2024-08-05', '2024-08-09')
    expect(inboxDays(ports)).toEqual(['acc-zhang 2024-08-04'])
  })

  test('a role that nobody has does not keep the engine turning', async () => {
    const doc = certificate('c1', { ...only('sms'), leadDays: 3, expiresOn: '2024-08-07' }, saved)
    const ports = bench(saved, { ...seedOf(doc), certificate_types: [typeWith({ rhythm: { home: 'steps', sms: 'steps', wechat: 'steps' }, steps: [], escalation: [{ daysBefore: 1, role: 'hospital-admin' }] })] })
    await everyDay(ports, due, '2024-08-06')
    expect(ports.store.all('certificates')[0]?.reminder).toMatchObject({ nextAt: null, holdReason: 'last-told' })
    expect(await tick(ports, instantOf('2024-08-06', '10:01:00'))).toMatchObject({ planned: 0, settled: 0 })
  })
})

describe('a leaver’s successor (B20)', () => {
  const left = (successorAccountId: string | null) => [account('acc-zhang', { active: false, successorAccountId }), account('acc-li'), account('acc-wang')]

  test('is told in his place, once, also when he is named himself', async () => {
    const doc = certificate('c1', { ...only('home'), recipientIds: ['acc-li'] }, saved)
    const ports = bench(saved, { ...seedOf(doc), accounts: left('acc-li') })
    await tick(ports, ten)
    expect(inboxDays(ports)).toEqual(['acc-li 2024-08-04'])
  })

  test('a successor who has left, too, is followed to who is there; without one the hold says why', async () => {
    const chain = bench(saved, { ...seedOf(certificate('c1', only('home'), saved)), accounts: [account('acc-zhang', { active: false, successorAccountId: 'acc-li' }), account('acc-li', { active: false, successorAccountId: 'acc-wang' }), account('acc-wang')] })
    await tick(chain, ten)
    expect(inboxDays(chain)).toEqual(['acc-wang 2024-08-04'])
    const nobody = bench(saved, { ...seedOf(certificate('c1', only('home'), saved)), accounts: left(null) })
    await tick(nobody, ten)
    expect(states(nobody)).toEqual(['home held account-off'])
  })
})

describe('what WeChat stops (B28)', () => {
  const ids = ['acc-zhang', 'acc-2']
  const world = (): Bench => bench(saved, {
    ...seedOf(certificate('c1', { ...only('wechat'), leadDays: 10, expiresOn: '2024-08-14', recipientIds: ['acc-2'] }, saved)),
    accounts: [...ids.map((id) => account(id)), account('admin', { role: 'hospital-admin' })], wechat_links: ids.map(link), followers: ids.map(follower),
  })

  test('43117: that person hears on 节点 only, the others as before', async () => {
    const ports = world()
    ports.fake.answer = ({ to }) => (to === 'f-acc-2' ? { kind: 'refused', code: '43117' } : { kind: 'accepted', providerId: 'p' })
    await tick(ports, ten)
    ports.fake.answer = () => ({ kind: 'accepted', providerId: 'p' })
    await everyDay(ports, '2024-08-05', '2024-08-14')
    const told = (to: string): number => ports.fake.sent.filter((sent) => sent.to === to).length
    expect([told('f-acc-zhang'), told('f-acc-2')]).toEqual([11, 4])
    expect(ports.store.all('channel_marks').map(({ kind, accountId, code }) => `${kind} ${accountId} ${code}`)).toEqual(['steps acc-2 43117'])
  })

  test('43116: the way is stopped for everybody, managers are told once, and a credit still reaches by the other way', async () => {
    const ports = world()
    await ports.store.add('subscription_credits', [credit('acc-2', 1)])
    ports.fake.answer = ({ way }) => (way === 'official-account' ? { kind: 'refused', code: '43116' } : { kind: 'accepted', providerId: 'p' })
    await tick(ports, ten)
    await tick(ports, instantOf(addDays(due, 1), '10:00:00'))
    expect(ports.store.all('channel_marks')).toMatchObject([{ way: 'official-account', kind: 'stopped' }])
    expect(ports.store.all('inbox').map(({ accountId, title }) => `${accountId} ${title}`)).toEqual(['admin 公众号模板消息已停用'])
    expect(ports.fake.sent.map(({ way, to }) => `${way} ${to}`)).toEqual(['subscribe-message o-acc-2'])
    expect(states(ports)).toEqual(['wechat failed 43116', 'wechat held channel-stopped', 'wechat held channel-stopped', 'wechat sent'])
  })
})

describe('rules that change (B10, B11)', () => {
  test('every plan follows, nobody is told before his time or twice', async () => {
    const told = certificate('c1', only('home'), saved)
    const later = certificate('c2', { ...only('home'), sendTime: '16:00:00' }, saved)
    const ports = bench(saved, { ...seedOf(told, later), institution_rules: [rulesWith({}, { typeIds: ['device-operator'], since: saved })] })
    await tick(ports, ten)
    await ports.store.add('certificate_types', [typeWith({ rhythm: { home: 'steps', sms: 'steps', wechat: 'steps' } })])
    ports.clock.set(plusMinutes(ten, 60))
    expect(await reckonAnew(ports.store, INSTITUTION, ports.clock.now())).toBe(2)
    expect(await reckonAnew(ports.store, INSTITUTION, ports.clock.now())).toBe(0)
    await tick(ports, plusMinutes(ten, 61))
    expect(ports.store.all('certificates').map(({ reminder }) => reminder.nextAt)).toEqual([instantOf('2024-11-02', '10:00:00'), instantOf(due, '16:00:00')])
    await tick(ports, instantOf(due, '16:00:00'))
    expect(ports.store.all('inbox').map(({ at, items }) => `${timeOf(at)} ${items.map(({ certificateId }) => certificateId).join()}`)).toEqual(['10:00:00 c1', '16:00:00 c2'])
  })

  test('what was handled, and what a silence keeps quiet, stays so', async () => {
    const silence = { note: '', reference: '', byAccountId: 'a', byName: 'a', at: saved }
    const noted = certificate('c1', { ...only('home'), handling: { ...silence, kind: 'noted', until: null } }, saved)
    const snoozed = certificate('c2', { ...only('home'), handling: { ...silence, kind: 'snoozed', until: '2024-08-20' } }, saved)
    const ports = bench(ten, { ...seedOf(noted, snoozed), institution_rules: [rulesWith({}, { typeIds: null, since: saved })] })
    expect(await reckonAnew(ports.store, INSTITUTION, ten)).toBe(1)
    await tick(ports, ten)
    expect(ports.store.all('inbox')).toEqual([])
    expect(ports.store.all('certificates').map(({ reminder }) => [reminder.nextAt, reminder.toldOn])).toEqual([[null, null], [instantOf('2024-08-20', '10:00:00'), null]])
  })

  test('S36: who names nobody still says so when it is reckoned before its time of a day that is closed', async () => {
    const toNobody = { ...only('home'), relatedRoles: [], recipientIds: [], sendTime: '16:00:00' }
    const doc = certificate('c1', toNobody, saved)
    const ports = bench(ten, { ...seedOf({ ...doc, reminder: { ...doc.reminder, toldOn: due } }), institution_rules: [rulesWith({}, { typeIds: null, since: saved })] })
    await reckonAnew(ports.store, INSTITUTION, ten)
    await tick(ports, ten)
    expect(ports.store.all('certificates')[0]?.reminder).toMatchObject({ nextAt: instantOf('2024-08-05', '16:00:00'), holdReason: 'no-recipient' })
  })
})

test('B32: a certificate without a device is called by its type', async () => {
  const doc = certificate('c1', { typeId: 'health-check', deviceIds: [], channels: { home: true, sms: true, wechat: false } }, saved)
  const ports = bench(saved, seedOf(doc))
  await tick(ports, ten)
  expect(ports.store.all('inbox')[0]).toMatchObject({ title: '职业健康检查', text: '职业健康检查已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!' })
  expect(ports.fake.sent[0]?.params).toEqual(expect.arrayContaining(['1张']))
})
