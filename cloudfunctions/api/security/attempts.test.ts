import { strFromU8, unzipSync } from 'fflate'
import type { Reply } from '../../../contract/call'
import type { Operation } from '../../../contract/operation'
import { checkPassword } from '../../../cloud/password-hash'
import { signDoorCall } from '../../../cloud/gate-between-doors'
import type { AccountDoc } from '../../../cloud/documents'
import { openToTimer as openSweepToTimer } from '../../sweep/door'
import { openToTimer } from '../../remind/door'
import { resumeJobs } from '../job/resume'
import { operations } from '../operations'
import { NOW } from './hospital-docs'
import { leavesOf, valuesAt, withValueAt } from './leaves'
import { at } from './recipes/recipe'
import { RECIPES } from './recipes/every'
import { askWeb, httpEvent, openWorld, stored, tokenOf, webVisitor, wechatUser, type World } from './world'

/** What somebody would try against the product, one by one (architecture §8). */

const ADMIN = 'o-a-hospital-admin-x'
const HERE = at({ institution: 'a', department: 'x', owner: 'a-hospital-admin-x' })
const MINUTE = 60_000

let counter = 0
const requestId = (): string => `request-${String((counter += 1)).padStart(12, '0')}`
const ask = (world: World, openid: string, operation: string, input: unknown = {}): Promise<Reply> => world.ask(openid, { operation, input, requestId: requestId() })
const codeOf = (reply: Reply | null): string => (reply === null ? 'no reply' : reply.ok ? 'ok' : reply.code)
const later = (world: World, minutes: number): void => { world.clock.now = new Date(world.clock.now.getTime() + minutes * MINUTE) }

interface Credentials { institution?: string; loginName?: string; password?: string }
const logIn = async (world: World, { institution = '医院a', loginName = 'a-staff-x', password = 'right-2026' }: Credentials = {}, address = '10.0.0.1'): Promise<Reply | null> =>
  (await askWeb(world, httpEvent({ operation: 'account.log-in', input: { institution, loginName, password }, requestId: requestId() }), address)).reply
const tokenFrom = (reply: Reply | null): string => (reply?.ok ? (reply.data as { token: string }).token : '')
const byWeb = async (world: World, token: string, operation: string, input: unknown = {}): Promise<string> =>
  codeOf((await askWeb(world, httpEvent({ operation, input, requestId: requestId() }, token))).reply)

describe('brute force', () => {
  test('five wrong passwords lock the account whichever addresses they come from, and the lock looks like a wrong password', async () => {
    const world = openWorld()
    for (let i = 0; i < 5; i += 1) expect(codeOf(await logIn(world, { password: `wrong-${String(i)}` }, `10.0.1.${String(i)}`))).toBe('account.wrong-credentials')
    expect(codeOf(await logIn(world, {}, '10.0.2.1'))).toBe('account.wrong-credentials')
    later(world, 15)
    expect(codeOf(await logIn(world, {}, '10.0.2.1'))).toBe('ok')
  })

  test('whoever guesses at many names from one address is locked there, and nobody else is', async () => {
    const world = openWorld()
    for (let i = 0; i < 49; i += 1) await logIn(world, { loginName: `nobody-${String(i)}` })
    expect(codeOf(await logIn(world, { loginName: 'nobody-49' }))).toBe('account.locked')
    expect(codeOf(await logIn(world))).toBe('account.locked')
    expect(codeOf(await logIn(world, {}, '10.0.9.9'))).toBe('ok')
  })

  test('an unknown institution, an unknown name, an account that is off, locked or without a password answer alike, after the same work', async () => {
    const world = openWorld()
    await world.store.update('accounts', { _id: 'a-spare-x' }, { set: { passwordHash: '' } })
    await world.store.update('accounts', { _id: 'a-viewer-x' }, { set: { lockout: { failures: 5, lockedUntil: new Date(NOW.getTime() + MINUTE) } } })
    const tries: Credentials[] = [{ institution: '没有这家医院' }, { loginName: 'nobody' }, { loginName: 'a-gone-x' }, { loginName: 'a-spare-x', password: 'x' }, { loginName: 'a-viewer-x' }, { password: 'wrong' }]
    const met = []
    for (const [index, each] of tries.entries()) {
      const before = world.compared.length
      const reply = await logIn(world, each, `10.0.3.${String(index)}`)
      met.push({ reply: JSON.stringify(reply), work: world.compared.length - before })
    }
    expect(new Set(met.map(({ reply }) => reply)).size).toBe(1)
    expect(met.map(({ work }) => work)).toEqual(tries.map(() => 1))
  })

  test('the comparison that an unknown name gets is a whole one, and nothing fits it', async () => {
    const world = openWorld()
    await logIn(world, { loginName: 'nobody' })
    const [hash = ''] = world.compared
    const [salt = '', key = ''] = hash.split(':')
    expect([Buffer.from(salt, 'base64').length >= 16, Buffer.from(key, 'base64').length]).toEqual([true, 32])
    expect(await checkPassword('', hash)).toBe(false)
  })

  test('five wrong bind codes lock the WeChat that tries for an hour, the right code included', async () => {
    const world = openWorld()
    const issued = await ask(world, ADMIN, 'account.issue-bind-code', { accountId: 'a-spare-x' })
    const { code } = (issued.ok ? issued.data : {}) as { code: string }
    const bind = (openid: string, typed: string) => ask(world, openid, 'account.bind', { by: 'code', loginName: 'a-spare-x', code: typed })
    for (const typed of ['AAAA-AAAA', 'BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD']) expect(codeOf(await bind('o-thief', typed))).toBe('bind-code.wrong')
    expect(codeOf(await bind('o-thief', 'EEEE-EEEE'))).toBe('account.locked')
    expect(codeOf(await bind('o-thief', code))).toBe('account.locked')
    later(world, 60)
    expect(codeOf(await bind('o-thief', 'FFFF-FFFF'))).toBe('bind-code.wrong')
  })
})

describe('codes and identities', () => {
  test('a bind code binds once: whoever sends the same again, under the same request id or another, gets nothing', async () => {
    const world = openWorld()
    const issued = await ask(world, ADMIN, 'account.issue-bind-code', { accountId: 'a-spare-x' })
    const { code } = (issued.ok ? issued.data : {}) as { code: string }
    const call = { operation: 'account.bind', input: { by: 'code', loginName: 'a-spare-x', code }, requestId: requestId() }
    expect(codeOf(await world.ask('o-right', call))).toBe('ok')
    expect(codeOf(await world.ask('o-thief', call))).toBe('bind-code.used')
    expect(codeOf(await world.ask('o-thief', { ...call, requestId: requestId() }))).toBe('bind-code.used')
    expect(JSON.stringify(world.store.all('bind_codes'))).not.toContain(code)
  })

  test('a code without its log-in name is a wrong code, and so is one of an account that was switched off', async () => {
    const world = openWorld()
    const issued = await ask(world, ADMIN, 'account.issue-bind-code', { accountId: 'a-spare-x' })
    const { code } = (issued.ok ? issued.data : {}) as { code: string }
    expect(codeOf(await ask(world, 'o-thief', 'account.bind', { by: 'code', loginName: 'a-staff-x', code }))).toBe('bind-code.wrong')
    await ask(world, ADMIN, 'account.switch-off', { id: 'a-spare-x', successorId: null })
    expect(codeOf(await ask(world, 'o-thief', 'account.bind', { by: 'code', loginName: 'a-spare-x', code }))).toBe('bind-code.wrong')
  })

  test('an openid that the caller writes into his message is not read, whatever it is called', async () => {
    const world = openWorld()
    const forged = { openid: ADMIN, OPENID: ADMIN, WX_OPENID: ADMIN, userInfo: { openId: ADMIN, appId: 'wx-mini' }, context: { OPENID: ADMIN }, environment: `WX_OPENID=${ADMIN}` }
    const event = { operation: 'account.list', input: {}, ...forged }
    expect(await world.gate(event, wechatUser('o-stranger'))).toMatchObject({ ok: false, code: 'account.not-bound' })
    const { reply } = await askWeb(world, { ...httpEvent(event), ...forged, headers: { 'x-wx-openid': ADMIN, 'wx-openid': ADMIN, openid: ADMIN } })
    expect(codeOf(reply)).toBe('account.signed-out')
    expect(codeOf(await ask(world, 'o-a-viewer-x', 'account.me', {}))).toBe('ok')
  })

  test('an event that says it is the timer is a timer only when the cloud says so', async () => {
    const world = openWorld()
    const event = { Type: 'Timer', TriggerName: 'every-minute', Time: NOW.toISOString() }
    for (const identity of [wechatUser(ADMIN), webVisitor(), { ...webVisitor(), source: 'wx_client' }, { ...wechatUser(ADMIN), trigger: 'timer' }, { ...webVisitor(), trigger: 'timer', anonymous: true }]) {
      expect(await openToTimer({ event, identity }, () => { throw new Error('it went in') })).toEqual({ ok: false, code: 'remind.not-the-timer' })
      expect(await openSweepToTimer({ event, identity }, () => { throw new Error('it went in') })).toMatchObject({ ok: false })
    }
    expect(await world.gate(event, wechatUser(ADMIN))).toMatchObject({ ok: false, code: 'invalid-call' })
    expect(await world.gate(event, { ...webVisitor(), trigger: 'timer' })).toMatchObject({ ok: false, code: 'account.unknown-caller' })
  })

  test('a call between the doors counts only signed, for its own institution, for two minutes', async () => {
    const world = openWorld()
    const signed = signDoorCall(world.ports.secrets, 'a', NOW)
    const refused = { ok: false, code: 'job.not-called' }
    for (const forged of [{ ...signed, institutionId: 'b' }, { ...signed, signature: '' }, { ...signed, signature: signed.signature.replace(/^./, 'z') }, { ...signed, at: new Date(NOW.getTime() + 1).toISOString() }]) {
      expect(await resumeJobs(forged, world.ports)).toEqual(refused)
    }
    later(world, 3)
    expect(await resumeJobs(signed, world.ports)).toEqual(refused)
  })
})

describe('accounts that were switched off', () => {
  test('an open session, a bound WeChat and a job that was begun end with the account', async () => {
    const world = openWorld()
    const token = tokenFrom(await logIn(world, { loginName: 'a-staff-x' }))
    expect(await byWeb(world, token, 'device.list')).toBe('ok')
    expect(codeOf(await ask(world, ADMIN, 'account.switch-off', { id: 'a-staff-x', successorId: null }))).toBe('ok')
    expect(await byWeb(world, token, 'device.list')).toBe('account.signed-out')
    expect(codeOf(await ask(world, 'o-a-staff-x', 'device.list'))).toBe('account.off')
    expect(world.store.all('sessions').filter(({ accountId }) => accountId === 'a-staff-x')).toEqual([])
  })

  test('an account that somebody switched off in the store, past everything, opens nothing either', async () => {
    const world = openWorld()
    const token = tokenFrom(await logIn(world))
    await world.store.update('accounts', { _id: 'a-staff-x' }, { set: { active: false } })
    expect(await byWeb(world, token, 'device.list')).toBe('account.off')
  })

  test('科室负责人 who says that somebody left does not switch his account off', async () => {
    const world = openWorld()
    const before = world.store.all('accounts')
    expect(codeOf(await ask(world, 'o-a-department-head-x', 'person.set-presence', { id: 'a-person-x', version: 1, presence: 'left', account: { successorId: null } }))).toBe('forbidden')
    expect(world.store.all('accounts')).toEqual(before)
  })
})

describe('sessions of the web edition', () => {
  test('a token has 256 random bits, lies nowhere in the store, and is over after twelve hours', async () => {
    const world = openWorld()
    const [one, two] = [tokenFrom(await logIn(world)), tokenFrom(await logIn(world))]
    expect([Buffer.from(one, 'base64url').length, one === two]).toEqual([32, false])
    expect(stored(world) + JSON.stringify(world.store.all('requests'))).not.toContain(one)
    later(world, 12 * 60 - 1)
    expect(await byWeb(world, one, 'device.list')).toBe('ok')
    later(world, 1)
    expect(await byWeb(world, one, 'device.list')).toBe('account.signed-out')
  })

  test('they are listed and ended one by one or all but this; somebody else’s are not there', async () => {
    const world = openWorld()
    const [here, other] = [tokenFrom(await logIn(world)), tokenFrom(await logIn(world))]
    const { reply } = await askWeb(world, httpEvent({ operation: 'account.sessions', input: {} }, here))
    const rows = (reply?.ok ? reply.data : { rows: [] }) as { rows: Array<{ id: string; here: boolean }> }
    expect(rows.rows.filter((row) => row.here)).toHaveLength(1)
    expect(await byWeb(world, here, 'account.end-session', { id: 'a-viewer-x-session' })).toBe('not-found')
    expect(await byWeb(world, here, 'account.end-session', { id: null })).toBe('ok')
    expect([await byWeb(world, here, 'device.list'), await byWeb(world, other, 'device.list')]).toEqual(['ok', 'account.signed-out'])
  })

  test('one account has at most twenty, so that whatever ends them all finds them all', async () => {
    const world = openWorld()
    const first = tokenFrom(await logIn(world, { loginName: 'a-spare-y' }))
    for (let i = 0; i < 60; i += 1) {
      later(world, 1)
      await logIn(world, { loginName: 'a-spare-y' })
    }
    const mine = () => world.store.all('sessions').filter(({ accountId }) => accountId === 'a-spare-y')
    expect(mine()).toHaveLength(20)
    expect(await byWeb(world, first, 'device.list')).toBe('account.signed-out')
    expect(codeOf(await ask(world, ADMIN, 'account.reset', { id: 'a-spare-y' }))).toBe('ok')
    expect(mine()).toEqual([])
  })

  test('a page from elsewhere cannot use them: its origin is refused, and nothing is kept in a cookie', async () => {
    const world = openWorld()
    const event = { ...httpEvent({ operation: 'account.me', input: {} }), headers: { origin: 'https://evil.example', host: 'api.example', authorization: `Bearer ${tokenOf('a-staff-x')}` } }
    expect((await askWeb(world, event)).status).toBe(403)
    const answer = await world.gate(httpEvent({ operation: 'account.log-in', input: { institution: '医院a', loginName: 'a-staff-x', password: 'right-2026' } }), webVisitor()) as { headers: Record<string, string> }
    expect(Object.keys(answer.headers)).not.toContain('set-cookie')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })
})

describe('files', () => {
  const TRICKS = ['../a-staff-x-kept', '..%2fa-staff-x-kept', 'cloud://env.abc/files/b/secret.jpg', 'file-a-staff-x-kept', 'staging/a/a-staff-x-kept', 'a-staff-x-kept\u0000', '.', '..', 'a-staff-x-kept/', '__proto__', 'b-certfile-x', 'a-certfile-y']
  const form = RECIPES['certificate.save']?.inputs(HERE)[0]

  test.each(TRICKS)('«%s» is no file of the caller’s', async (trick) => {
    const world = openWorld()
    const before = stored(world)
    const saved = await ask(world, ADMIN, 'certificate.save', withValueAt(form, ['form', 'attachmentIds'], [trick]))
    expect(['attachment.not-staged', 'invalid-input']).toContain(codeOf(saved))
    expect(['not-found', 'invalid-input']).toContain(codeOf(await ask(world, ADMIN, 'attachment.confirm', { id: trick })))
    expect(['import.file-gone', 'invalid-input']).toContain(codeOf(await ask(world, ADMIN, 'import.unpack', { packId: trick, from: 0 })))
    expect(stored(world)).toBe(before)
  })

  test.each(['../../../files/b/x.jpg', '/etc/passwd.jpg', 'a\u0000.jpg', '..\\..\\x.jpg'])('a file called «%s» is put where the server says', async (name) => {
    const world = openWorld()
    for (const [operation, input] of [['attachment.begin', { name, bytes: 9, type: 'image/jpeg', way: 'put' }], ['import.begin', { kind: 'sheet', name, bytes: 9, way: 'put' }]] as const) {
      const begun = await ask(world, ADMIN, operation, input)
      expect((begun.ok ? begun.data : {}) as { path: string }).toMatchObject({ path: expect.stringMatching(/^staging\/a\/[0-9a-f]{32}\.[a-z]+$/) as string })
    }
  })

  test('what is confirmed and kept lies apart from where a client may write', async () => {
    const world = openWorld()
    expect(codeOf(await ask(world, ADMIN, 'attachment.confirm', { id: 'a-hospital-admin-x-staged' }))).toBe('ok')
    expect(world.store.all('uploads').find(({ _id }) => _id === 'a-hospital-admin-x-staged')).toMatchObject({ state: 'confirmed', fileId: expect.stringMatching(/^file-files\/a\//) as string })
  })
})

describe('what is sent', () => {
  const asked: Operation[] = operations.map(({ operation }) => operation)
  const SMUGGLED = [{ $gt: '' }, { $ne: null }, { $regex: '.*' }, { in: ['x'] }, [{ $gt: '' }], { from: '' }]

  test.each(asked.map((operation) => [operation.name, operation] as const))('%s takes no operator in any of its fields', async (_name, operation) => {
    const world = openWorld()
    const before = stored(world)
    for (const input of RECIPES[operation.name]?.inputs(HERE) ?? []) {
      const places = leavesOf(operation.input).flatMap(({ path }) => valuesAt(input, path).map(({ at: place }) => place))
      for (const place of places) for (const value of SMUGGLED) expect([place, codeOf(await ask(world, operation.may === 'institution.found' ? 'o-a-platform-operator-x' : ADMIN, operation.name, withValueAt(input, place, value)))]).toEqual([place, 'invalid-input'])
    }
    expect(stored(world)).toBe(before)
  })

  test.each(asked.map(({ name }) => name))('%s: keys of the prototype change nobody’s rights and no object', async (name) => {
    const world = openWorld()
    const poison = '"__proto__":{"role":"hospital-admin","isAdmin":true},"constructor":{"prototype":{"role":"hospital-admin"}}'
    const input = JSON.stringify(RECIPES[name]?.inputs(at({ institution: 'a', department: 'x', owner: 'a-viewer-x' }))[0] ?? {})
    const body = `{"operation":"${name}",${poison},"input":${input === '{}' ? `{${poison}}` : input.replace(/^\{/, `{${poison},`)}}`
    const token = tokenOf('a-viewer-x')
    const { reply } = await askWeb(world, httpEvent(body, token))
    expect(codeOf(reply)).not.toBe('unexpected')
    expect([({} as { role?: string }).role, ({} as { isAdmin?: boolean }).isAdmin]).toEqual([undefined, undefined])
    expect(world.store.all('accounts').filter(({ role }) => role === 'hospital-admin')).toHaveLength(4)
    expect(await byWeb(world, token, 'account.table')).not.toBe('ok')
  })

  test('a call that is too large or too deep is refused before anything is made of it, by WeChat as by the web', async () => {
    const world = openWorld()
    const call = (input: unknown) => world.gate({ operation: 'device.list', input }, wechatUser(ADMIN))
    expect(await call({ keyword: 'x'.repeat(100_001) })).toMatchObject({ code: 'invalid-call' })
    expect(await call({ keyword: Array.from({ length: 100_001 }, () => 1) })).toMatchObject({ code: 'invalid-call' })
    expect(await call(JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)))).toMatchObject({ code: 'invalid-call' })
    expect(await call(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${String(index)}`, 1])))).toMatchObject({ code: 'invalid-call' })
    expect((await askWeb(world, httpEvent('x'.repeat(100_001)))).status).toBe(413)
    expect((await askWeb(world, { ...httpEvent(Buffer.from('x'.repeat(100_001)).toString('base64')), isBase64Encoded: true })).status).toBe(413)
    expect(await call({})).toMatchObject({ ok: true })
  })

  test('a formula that somebody typed is text in every workbook: cells are typed as strings, and there is no formula', async () => {
    const world = openWorld()
    const [input] = RECIPES['certificate.save']?.inputs(HERE) ?? []
    const hostile = withValueAt(withValueAt(input, ['form', 'holderName'], '=HYPERLINK("http://evil.example","x")'), ['form', 'number'], '＝1+1')
    expect(codeOf(await ask(world, ADMIN, 'certificate.save', hostile))).toBe('ok')
    const exported = await ask(world, ADMIN, 'certificate.export', {})
    expect(codeOf(exported)).toBe('ok')
    const [bytes] = [...world.files.values()]
    const parts = Object.entries(unzipSync(bytes ?? new Uint8Array())).filter(([name]) => /worksheets\/|sharedStrings/.test(name)).map(([, part]) => strFromU8(part)).join()
    expect(parts).toContain('HYPERLINK')
    expect(parts).not.toMatch(/<f[ >]/)
  })

  test('nothing of what a call is about stands in the log', async () => {
    const world = openWorld()
    for (const { name } of asked) for (const input of RECIPES[name]?.inputs(HERE) ?? []) await ask(world, ADMIN, name, input)
    expect(world.told.length).toBeGreaterThan(asked.length)
    expect(world.told.join('\n')).not.toMatch(/机密|13800000001|right-2026|o-a-/)
  })
})

test('no account’s hash, lock or phone stands in any answer of any operation', async () => {
  const world = openWorld()
  await world.store.update('accounts', { institutionId: 'a' }, { set: { passwordHash: 'h:SECRET', phone: '13900000009' } satisfies Partial<AccountDoc> })
  for (const { operation: { name } } of operations.filter(({ operation }) => operation.name !== 'account.see-phone')) {
    for (const input of RECIPES[name]?.inputs(HERE) ?? []) expect(JSON.stringify(await ask(world, ADMIN, name, input))).not.toMatch(/SECRET|13900000009|lockedUntil/)
  }
})
