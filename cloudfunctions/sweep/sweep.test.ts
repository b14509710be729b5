import type { Identity } from '../../cloud/gate/identity'
import type { DeviceDoc, UploadDoc } from '../../cloud/documents'
import type { Lines } from '../../cloud/ports'
import { memoryStore, type MemoryStore } from '../../cloud/testing/memory-store'
import { account, certificate, INSTITUTION, link, MINI } from '../../cloud/testing/reminder-bench'
import { BIND_CODE_LOCKOUT } from '../../domain/account/lockout'
import { plusMinutes } from '../../domain/kernel/civil-day'
import { openToTimer } from './door'
import { sweep, type SweepPorts } from './sweep'
import { nodeSecretBox } from '../../cloud/secret-box'
import { secretOwner } from '../../cloud/channels-in-force'
import { untouchedSettings } from '../../cloud/repositories/channel-settings'

const now = new Date('2026-11-25T19:17:00Z')
const HOUR = 60
const DAY = 24 * HOUR
const ago = (minutes: number): Date => plusMinutes(now, -minutes)
const own = { schema: 1 as const, institutionId: 'inst' }
const person = { ...own, accountId: 'acc' }

const upload = (id: string, over: Partial<UploadDoc> = {}): UploadDoc => ({
  _id: id, ...person, path: `staging/${id}`, fileId: `file-${id}`, name: id, type: 'image/jpeg', bytes: 1, sha256: '', state: 'confirmed', createdAt: ago(DAY + 1), ...over,
})

interface Bench extends SweepPorts { store: MemoryStore; gone: string[]; unbound: string[]; wechatIsAway: boolean; logged: string[]; pass(ms: number): void }

const bench = (store: MemoryStore): Bench => {
  const [gone, logged, unbound]: [string[], string[], string[]] = [[], [], []]
  let elapsed = 0
  const write = (event: string): void => { logged.push(event) }
  const lines: Lines = {
    providers: { sms: null, officialAccount: null, subscribeMessage: null }, followers: null, phones: null, miniCodes: null, push: null,
    employees: { appId: 'wx-mini', unbind: async (openids) => (made.wechatIsAway ? { kind: 'unsent', code: 'http.unreachable' } : (unbound.push(...openids), { kind: 'accepted', providerId: '' })) },
  }
  const made: Bench = {
    store, gone, logged, unbound, wechatIsAway: false,
    lines: { shared: lines, of: () => Promise.resolve(lines), as: () => lines },
    pass: (ms) => { elapsed += ms },
    clock: { now: () => now, elapsed: () => elapsed },
    box: nodeSecretBox({ SECRETS_KEY: 'new', SECRETS_KEY_PREVIOUS: 'old' }),
    log: { info: write, error: write },
    files: {
      uploadTarget: () => Promise.reject(new Error('nobody uploads here')), read: () => Promise.resolve(null), write: () => Promise.resolve(''), links: () => Promise.resolve(new Map()),
      remove: async (ids) => { gone.push(...ids) },
    },
  }
  return made
}
const idsIn = (store: MemoryStore, collection: Parameters<MemoryStore['all']>[0]): string[] => store.all(collection).map(({ _id }) => _id).sort()

describe('who may wake the sweeper', () => {
  const nobody: Identity = { appId: '', openid: '', unionid: '', source: '', trigger: '', anonymous: false, address: '', requestId: 'r' }
  const event = { Type: 'Timer', TriggerName: 'sweep' }

  test.each([
    ['a user who sends a timer’s event', { ...nobody, source: 'wx_client', openid: 'o' }],
    ['another function', { ...nobody, source: 'wx_client,scf' }],
    ['nobody known', nobody],
  ])('%s is refused without a database call', async (_, identity) => {
    const ports = bench(memoryStore({ uploads: [upload('old')] }))
    expect(await openToTimer({ event, identity }, () => ports)).toEqual({ ok: false, code: 'sweep.not-the-timer' })
    expect(ports.store.calls).toEqual([])
  })

  test('the timer is let in', async () => {
    const ports = bench(memoryStore())
    expect(await openToTimer({ event, identity: { ...nobody, trigger: 'timer' } }, () => ports)).toEqual({ ok: true, data: { removed: {}, complete: true } })
  })
})

describe('what goes, and what stays', () => {
  test('each kind goes by its own age, to the minute', async () => {
    const request = (id: string, minutes: number) => ({ _id: id, schema: 1 as const, owner: 'inst', operation: 'x', inputHash: '', reply: '', at: ago(minutes) })
    const store = memoryStore({
      requests: [request('old', DAY + 1), request('young', DAY - 1)],
      sessions: [{ _id: 'over', ...person, createdAt: ago(DAY), expiresAt: now }, { _id: 'open', ...person, createdAt: ago(DAY), expiresAt: plusMinutes(now, 1) }],
      bind_codes: [['old', 7 * DAY + 1], ['young', 7 * DAY - 1]].map(([id, minutes]) => ({ _id: String(id), ...person, loginName: 'x', expiresAt: ago(Number(minutes)), usedAt: null, createdBy: 'x' })),
      wechat_events: [{ _id: 'old', schema: 1, at: ago(3 * DAY + 1) }, { _id: 'young', schema: 1, at: ago(3 * DAY - 1) }],
      subscription_grants: [{ _id: 'old', ...person, templateId: 't', at: ago(90 * DAY + 1) }, { _id: 'young', ...person, templateId: 't', at: ago(90 * DAY - 1) }],
    })
    const report = await sweep(bench(store))
    expect(report).toEqual({ removed: { requests: 1, sessions: 1, bind_codes: 1, wechat_events: 1, subscription_grants: 1 }, complete: true })
    expect(['requests', 'sessions', 'bind_codes', 'wechat_events', 'subscription_grants'].map((name) => idsIn(store, name as 'requests'))).toEqual([['young'], ['open'], ['young'], ['young'], ['young']])
  })

  test('a counter of wrong answers stays as long as it locks or still counts', async () => {
    const { minutes } = BIND_CODE_LOCKOUT
    const store = memoryStore({ attempts: [
      { _id: 'counting', schema: 1, failures: 4, since: ago(minutes - 1), lockedUntil: null },
      { _id: 'locked', schema: 1, failures: 5, since: ago(2 * minutes - 1), lockedUntil: plusMinutes(now, 1) },
      { _id: 'over', schema: 1, failures: 5, since: ago(2 * minutes + 1), lockedUntil: ago(1) },
    ] })
    await sweep(bench(store))
    expect(idsIn(store, 'attempts')).toEqual(['counting', 'locked'])
  })

  test('staged files of a day go with their documents, begun or confirmed; younger ones stay', async () => {
    const store = memoryStore({ uploads: [upload('begun', { state: 'begun' }), upload('confirmed'), upload('young', { createdAt: ago(DAY - 1) })] })
    const ports = bench(store)
    expect(await sweep(ports)).toEqual({ removed: { uploads: 2 }, complete: true })
    expect(ports.gone.sort()).toEqual(['file-begun', 'file-confirmed'])
    expect(idsIn(store, 'uploads')).toEqual(['young'])
  })

  test('a file that is saved while the sweep looks for it stays', async () => {
    const store = memoryStore({ uploads: [upload('taken'), upload('left')] })
    const ports = bench(store)
    store.before = async ({ name, collection }) => {
      if (name !== 'update' || collection !== 'uploads') return
      store.before = () => undefined
      await store.remove('uploads', { _id: 'taken' })
    }
    await sweep(ports)
    expect(ports.gone).toEqual(['file-left'])
  })
})

describe('a run that cannot finish', () => {
  test('one that dies before the files are gone is finished by the next: no file is left behind', async () => {
    const store = memoryStore({ uploads: [upload('a')] })
    const first = bench(store)
    first.files = { ...first.files, remove: () => Promise.reject(new Error('cut off')) }
    expect(await sweep(first)).toEqual({ removed: {}, complete: false })
    expect(first.logged).toContain('sweep.failed')
    expect(store.all('uploads')).toMatchObject([{ state: 'dropped' }])
    const second = bench(store)
    expect(await sweep(second)).toEqual({ removed: { uploads: 1 }, complete: true })
    expect(second.gone).toEqual(['file-a'])
  })

  test('a kind that fails does not keep the others', async () => {
    const store = memoryStore({ wechat_events: [{ _id: 'old', schema: 1, at: ago(4 * DAY) }] })
    store.before = ({ collection }) => { if (collection === 'sessions') throw new Error('unavailable') }
    expect(await sweep(bench(store))).toEqual({ removed: { wechat_events: 1 }, complete: false })
  })

  test('it stops when its budget is spent, oldest first, and goes on at the next run', async () => {
    const store = memoryStore({ wechat_events: Array.from({ length: 1200 }, (_, n) => ({ _id: `e${String(n).padStart(4, '0')}`, schema: 1 as const, at: ago(4 * DAY - n) })) })
    const slow = bench(store)
    store.after = ({ name }) => { if (name === 'remove') slow.pass(40_000) }
    expect(await sweep(slow)).toEqual({ removed: { wechat_events: 500 }, complete: false })
    expect(idsIn(store, 'wechat_events')[0]).toBe('e0500')
    store.after = () => undefined
    expect(await sweep(bench(store))).toEqual({ removed: { wechat_events: 700 }, complete: true })
  })
})

test('covers of devices that a lost write or time left wrong are mended, page by page over several runs', async () => {
  const certificates = [certificate('c1', { deviceIds: ['d001'], expiresOn: '2027-01-31' }, ago(DAY))].map((doc) => ({ ...doc, institutionId: 'inst' }))
  const device = (id: string) => ({ _id: id, institutionId: 'inst', departmentId: 'dept' }) as unknown as DeviceDoc
  const devices = Array.from({ length: 150 }, (_, n) => device(`d${String(n).padStart(3, '0')}`))
  const stale = (id: string) => ({ _id: id, ...own, departmentId: 'dept', from: '2020-01-01', until: '2026-11-24' })
  const store = memoryStore({ certificates, devices, device_covers: [stale('d000'), stale('d149')] })
  const slow = bench(store)
  store.after = ({ collection, kind }) => { if (collection === null && kind === 'write' && store.all('runs').length > 0) slow.pass(40_000) }
  expect(await sweep(slow)).toEqual({ removed: {}, complete: false })
  expect(idsIn(store, 'device_covers')).toEqual(['d001', 'd149'])
  store.after = () => undefined
  expect(await sweep(bench(store))).toEqual({ removed: {}, complete: true })
  expect(store.all('device_covers')).toMatchObject([{ _id: 'd001', departmentId: 'dept', until: '2027-01-31' }])
})

test('secrets of institutions under the previous master key are carried over to the current one', async () => {
  const owner = secretOwner('inst', 'miniSecret')
  const sealed = nodeSecretBox({ SECRETS_KEY: 'old' }).seal('a secret', owner)
  const store = memoryStore({ channel_settings: [{ ...untouchedSettings('inst', now), secrets: { miniSecret: sealed } }] })
  expect(await sweep(bench(store))).toEqual({ removed: {}, complete: true })
  const carried = store.all('channel_settings')[0]?.secrets.miniSecret
  expect(carried && nodeSecretBox({ SECRETS_KEY: 'new' }).open(carried, owner)).toBe('a secret')
})

test('B3: who is no staff of the hospital any more is unbound in WeChat, once WeChat can be reached, and who is stays bound', async () => {
  const who = (id: string, presence: 'present' | 'left') => ({ _id: id, schema: 1 as const, institutionId: INSTITUTION, staffNumber: id, name: id, departmentId: 'dept', title: '', employment: 'permanent' as const, presence, tokens: [] })
  const bond = (id: string, over: object = {}) => ({ _id: `${MINI}:o-${id}`, schema: 1 as const, institutionId: INSTITUTION, accountId: id, appId: MINI, openid: `o-${id}`, templateId: 'e', related: true, agreed: true, at: now, ...over })
  const names = ['stays', 'left', 'off', 'untied', 'declined']
  const store = memoryStore({
    accounts: names.map((id) => account(id, { personId: id === 'untied' ? null : id, active: id !== 'off' })), wechat_links: [...names, 'rebound'].map(link),
    people: names.map((id) => who(id, id === 'left' || id === 'declined' ? 'left' : 'present')),
    employee_bonds: [...names.map((id) => bond(id, id === 'declined' ? { related: false, agreed: false } : {})), bond('rebound', { accountId: 'stays' })],
  })
  const away = bench(store)
  away.wechatIsAway = true
  await sweep(away)
  expect(idsIn(store, 'employee_bonds')).toEqual(['left', 'off', 'rebound', 'stays', 'untied'].map((id) => `${MINI}:o-${id}`))
  const ports = bench(store)
  await sweep(ports)
  expect(ports.unbound.sort()).toEqual(['o-left', 'o-off', 'o-rebound', 'o-untied'])
  expect(idsIn(store, 'employee_bonds')).toEqual([`${MINI}:o-stays`])
})
