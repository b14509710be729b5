import type { Reply } from '../../contract/call'
import { emptyForm, type CertificateForm } from '../../domain/certificate/certificate'
import { codeOf, data, freshHospital } from '../../demo/fresh-hospital'

const HOSPITAL = '医疗机构测试1'
const NOW = new Date('2026-11-25T01:00:00Z')
/** Bound from the start: 王军 (院级管理员), 李四 (科室负责人), 王五 (科室人员). */
const ADMIN = 'wx-wangjun'
const HEAD = 'wx-lisi'
const STAFF = 'wx-wangwu'

jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })

let counter = 0
const requestId = () => `request-${String((counter += 1)).padStart(12, '0')}`

/** What the app does in the mini-program. */
const call = async (openid: string, operation: string, input: unknown, id: string | undefined = requestId()): Promise<Reply> =>
  (await hospital.emulator.invoke('api', { operation, input, requestId: id }, openid)) as Reply
/** Every document of a collection with these values; read in order of `_id`, since no index serves a test's questions. */
const docs = (name: string, wanted: Record<string, unknown> = {}) => hospital.emulator.store.find(name, {}, { sort: { _id: 1 }, limit: 1000 }).docs
  .filter((doc) => Object.entries(wanted).every(([field, value]) => doc[field] === value))

/** What the web edition does. */
const post = async (body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${hospital.emulator.base}/api`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  return { status: answer.status, headers: answer.headers, reply: answer.status === 200 ? ((await answer.json()) as Reply) : null }
}

const password = (loginName: string, secret = `${loginName}-2026`) => ({ by: 'password', institution: HOSPITAL, loginName, password: secret })
const form = (change: Partial<CertificateForm> = {}): CertificateForm => ({
  ...emptyForm(), deviceIds: ['dev-000059', 'dev-000060'], number: 'N-0001', holderName: '张三', issuedOn: '2023-01-01', expiresOn: '2027-01-31', ...change,
})
const save = (openid: string, change: Partial<CertificateForm> = {}, of: { id: string | null; version: number | null } = { id: null, version: null }, id?: string) =>
  call(openid, 'certificate.save', { ...of, form: form(change) }, id)

describe('binding (S42, S56)', () => {
  test('somebody binds with name and password and is known from then on', async () => {
    expect((await data(call('wx-zhangsan', 'account.me', {}))).account).toBeNull()
    const { account } = await data<{ account: { name: string; reach: unknown } }>(call('wx-zhangsan', 'account.bind', password('zhangsan')))
    expect(account).toMatchObject({ name: '张三', reach: { bound: true, follows: true, hasPhone: true } })
    const me = await data<{ account: { name: string }; actions: string[] }>(call('wx-zhangsan', 'account.me', {}))
    expect(me.account.name).toBe('张三')
    expect(me.actions).toContain('device.write')
    expect(await codeOf(call('wx-zhangsan', 'account.bind', password('zhangsan')))).toBe('account.already-bound')
  })

  test('an account that another WeChat user holds is told as such', async () => {
    expect(await codeOf(call('wx-zhangsan', 'account.bind', password('lisi')))).toBe('account.bound-to-another')
  })

  test('without an account nothing but binding is possible', async () => {
    expect(await codeOf(call('wx-zhangsan', 'device.list', {}))).toBe('account.not-bound')
  })

  test('unknown institution, unknown name and wrong password are answered alike; five lock the caller in words, the right password too', async () => {
    const wrong = [password('nobody'), { ...password('zhangsan'), institution: '别处' }, password('zhangsan', 'x'), password('zhangsan', 'y')]
    for (const input of wrong) expect(await call('wx-zhangsan', 'account.bind', input)).toMatchObject({ code: 'account.wrong-credentials', detail: {} })
    expect(await call('wx-zhangsan', 'account.bind', password('zhangsan', 'z'))).toMatchObject({ code: 'account.locked', detail: { until: '2026-11-25T01:15:00.000Z' } })
    expect(await codeOf(call('wx-zhangsan', 'account.bind', password('zhangsan')))).toBe('account.locked')
    expect(docs('wechat_links', { openid: 'wx-zhangsan' })).toEqual([])
  })

  test('after a quarter of an hour the right password binds', async () => {
    for (let i = 0; i < 5; i += 1) await call('wx-zhangsan', 'account.bind', password('zhangsan', 'x'))
    await hospital.emulator.advance(new Date(NOW.getTime() + 15 * 60_000), 3_600_000)
    expect(await codeOf(call('wx-zhangsan', 'account.bind', password('zhangsan')))).toBe('ok')
  })

  test('a wrong password told twice by a repeated call counts once', async () => {
    const id = requestId()
    await call('wx-zhangsan', 'account.bind', password('zhangsan', 'x'), id)
    await call('wx-zhangsan', 'account.bind', password('zhangsan', 'x'), id)
    expect(docs('accounts', { _id: 'acc-zhangsan' })[0]).toMatchObject({ lockout: { failures: 1 } })
  })

  test('a code binds once, with its log-in name, for a day', async () => {
    const { code } = await data<{ code: string }>(call(ADMIN, 'account.issue-bind-code', { accountId: 'acc-zhangsan' }))
    expect(JSON.stringify([docs('bind_codes'), docs('requests'), docs('audit')])).not.toContain(code)
    expect(await codeOf(call('wx-zhangsan', 'account.bind', { by: 'code', loginName: 'zhaoliu', code }))).toBe('bind-code.wrong')
    expect(await codeOf(call('wx-zhangsan', 'account.bind', { by: 'code', loginName: 'ZhangSan', code: code.toLowerCase().replace('-', ' ') }))).toBe('ok')
    expect(await codeOf(call('wx-sunba', 'account.bind', { by: 'code', loginName: 'zhangsan', code }))).toBe('bind-code.used')
  })

  test('an expired code is told as such, a new one makes the old one void, five wrong ones lock for an hour', async () => {
    const issue = () => data<{ code: string }>(call(ADMIN, 'account.issue-bind-code', { accountId: 'acc-zhangsan' }))
    const bind = (code: string, loginName = 'zhangsan') => codeOf(call('wx-zhangsan', 'account.bind', { by: 'code', loginName, code }))
    const first = await issue()
    const second = await issue()
    expect(await bind(first.code)).toBe('bind-code.wrong')
    await hospital.emulator.advance(new Date(NOW.getTime() + 24 * 3_600_000), 24 * 3_600_000)
    expect(await bind(second.code)).toBe('bind-code.expired')
    for (let i = 0; i < 4; i += 1) expect(await bind('AAAA-AAAA')).toBe('bind-code.wrong')
    expect(await bind('AAAA-AAAA')).toBe('account.locked')
  })

  test('a code of a higher role is not handed out', async () => {
    await call('wx-zhangsan', 'account.bind', password('zhangsan'))
    expect(await codeOf(call('wx-zhangsan', 'account.issue-bind-code', { accountId: 'acc-wangjun' }))).toBe('forbidden')
    expect(await codeOf(call(HEAD, 'account.issue-bind-code', { accountId: 'acc-wangwu' }))).toBe('forbidden')
  })

  test('who binds twice at once is bound once', async () => {
    await Promise.all([call('wx-zhangsan', 'account.bind', password('zhangsan')), call('wx-zhangsan', 'account.bind', password('sunba'))])
    expect(docs('wechat_links', { openid: 'wx-zhangsan' })).toHaveLength(1)
  })

  test('after unbinding the WeChat user is nobody again', async () => {
    expect(await codeOf(call(HEAD, 'account.unbind', {}))).toBe('ok')
    expect(await codeOf(call(HEAD, 'device.list', {}))).toBe('account.not-bound')
  })
})

describe('the gate', () => {
  test('an openid in the message is not believed', async () => {
    expect(await codeOf(call('wx-zhangsan', 'account.me', { openid: ADMIN }))).toBe('invalid-input')
    const forged = (await hospital.emulator.invoke('api', { operation: 'device.list', input: {}, userInfo: { openId: ADMIN }, openid: ADMIN }, 'wx-zhangsan')) as Reply
    expect(forged).toMatchObject({ ok: false, code: 'account.not-bound' })
    const asHttp = (await hospital.emulator.invoke('api', { httpMethod: 'POST', headers: {}, body: '{}' }, 'wx-zhangsan')) as Reply
    expect(asHttp).toMatchObject({ ok: false, code: 'invalid-call' })
  })

  test('a condition smuggled in as a value is refused at its field', async () => {
    expect(await call(ADMIN, 'device.get', { id: { $gt: '' } })).toMatchObject({ code: 'invalid-input', detail: { fields: { id: 'input.invalid' } } })
    const reply = await call('wx-zhangsan', 'account.bind', { ...password('zhangsan'), password: { $gt: '' } })
    expect(reply).toMatchObject({ code: 'invalid-input', detail: { fields: { password: 'input.invalid' } } })
  })

  test('an anonymous caller is refused', async () => {
    expect(await hospital.emulator.invoke('api', { operation: 'account.me', input: {} })).toMatchObject({ ok: false })
  })

  test('an unknown operation is told as such', async () => {
    expect(await codeOf(call(ADMIN, 'device.explode', {}))).toBe('operation.unknown')
  })

  test('one request id cannot ask two things', async () => {
    const id = requestId()
    await save(ADMIN, {}, undefined, id)
    expect(await codeOf(save(ADMIN, { number: 'N-0002' }, undefined, id))).toBe('request.reused')
  })

  test('documents of another institution do not exist', async () => {
    expect(await codeOf(call(ADMIN, 'device.get', { id: 'dev-2-000001' }))).toBe('not-found')
    expect(await call(ADMIN, 'certificate.save', { id: null, version: null, form: form({ deviceIds: ['dev-2-000001'] }) })).toMatchObject({ code: 'device.not-found', detail: { ids: ['dev-2-000001'] } })
    expect(await codeOf(save(ADMIN, { recipientIds: ['acc-2-admin'] }))).toBe('account.not-found')
    expect(await codeOf(call(ADMIN, 'account.issue-bind-code', { accountId: 'acc-2-admin' }))).toBe('not-found')
  })
})

describe('the web edition', () => {
  const logIn = (loginName = 'zhangsan', secret = `${loginName}-2026`) =>
    post({ operation: 'account.log-in', input: { institution: HOSPITAL, loginName, password: secret }, requestId: requestId() })

  test('a session opens with name and password, works by its token, and ends with log-out', async () => {
    const { reply, headers } = await logIn()
    const { token } = (reply as { data: { token: string } }).data
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const auth = { authorization: `Bearer ${token}` }
    expect((await post({ operation: 'device.list', input: {} }, auth)).reply).toMatchObject({ ok: true })
    expect(JSON.stringify([docs('sessions'), docs('requests'), docs('audit')])).not.toContain(token)
    await post({ operation: 'account.log-out', input: {}, requestId: requestId() }, auth)
    expect((await post({ operation: 'device.list', input: {} }, auth)).reply).toMatchObject({ code: 'account.signed-out' })
  })

  test('a session ends after twelve hours', async () => {
    const { reply } = await logIn()
    const auth = { authorization: `Bearer ${(reply as { data: { token: string } }).data.token}` }
    await hospital.emulator.advance(new Date(NOW.getTime() + 12 * 3_600_000), 24 * 3_600_000)
    expect((await post({ operation: 'device.list', input: {} }, auth)).reply).toMatchObject({ code: 'account.signed-out' })
  })

  test('five wrong passwords for one name lock it at this address and nobody else', async () => {
    for (let i = 0; i < 4; i += 1) expect((await logIn('zhangsan', 'x')).reply).toMatchObject({ code: 'account.wrong-credentials' })
    expect((await logIn('zhangsan', 'x')).reply).toMatchObject({ code: 'account.locked' })
    expect((await logIn('nobody')).reply).toMatchObject({ code: 'account.wrong-credentials' })
    expect((await logIn('lisi')).reply).toMatchObject({ ok: true })
  })

  test('without a token, with a made-up one or an openid nothing opens', async () => {
    expect((await post({ operation: 'device.list', input: {} })).reply).toMatchObject({ code: 'account.signed-out' })
    expect((await post({ operation: 'device.list', input: {} }, { authorization: `Bearer ${'a'.repeat(43)}` })).reply).toMatchObject({ code: 'account.signed-out' })
    expect((await post({ operation: 'device.list', input: {} }, { 'x-wx-openid': ADMIN })).reply).toMatchObject({ code: 'account.signed-out' })
    expect((await post({ operation: 'account.bind', input: password('zhangsan'), requestId: requestId() })).reply).toMatchObject({ code: 'account.wechat-only' })
  })

  test('another origin gets no answer', async () => {
    expect((await post({ operation: 'account.me', input: {} }, { origin: 'https://evil.example' })).status).toBe(403)
    const options = (origin: string) => fetch(`${hospital.emulator.base}/api`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    expect((await options('https://evil.example')).status).toBe(403)
    const own = await options(hospital.emulator.base)
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, hospital.emulator.base])
    expect((await fetch(`${hospital.emulator.base}/api`)).status).toBe(405)
  })

  test('what is no JSON is refused in words', async () => {
    const answer = await fetch(`${hospital.emulator.base}/api`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })
    expect(await answer.json()).toMatchObject({ ok: false, code: 'invalid-call' })
  })
})

describe('devices', () => {
  test('S9, S47: the list begins with the largest 唯一码 and is found by name, initials and department', async () => {
    const list = (input: unknown) => data<{ rows: Array<{ code: string; name: string }>; total: number }>(call(ADMIN, 'device.list', input))
    const all = await list({})
    expect(all.rows[0]?.code).toBe('000075')
    expect(all.rows).toHaveLength(10)
    expect((await list({ keyword: '裂隙灯' })).rows.every(({ name }) => name.includes('裂隙灯'))).toBe(true)
    expect((await list({ keyword: 'lxd' })).total).toBe((await list({ keyword: '裂隙灯' })).total)
    expect((await list({ departmentId: 'dept-imaging' })).total).toBeLessThan(all.total)
    expect((await list({ keyword: '！！' })).total).toBe(0)
  })

  test('B4: a device names who may operate it today', async () => {
    const { device, holders } = await data<{ device: { validHolders: number }; holders: Array<{ name: string; expiresOn: string | null }> }>(call(ADMIN, 'device.get', { id: 'dev-000059' }))
    expect(holders.map(({ name }) => name)).toEqual(['李四', '钱七', '孙八'])
    expect(device.validHolders).toBe(3)
  })

  test('B25: a head of department sees the devices of his department and those below it', async () => {
    const mine = await data<{ total: number }>(call(HEAD, 'device.list', {}))
    const all = await data<{ total: number }>(call(ADMIN, 'device.list', {}))
    expect(mine.total).toBeGreaterThan(0)
    expect(mine.total).toBeLessThan(all.total)
    expect(await codeOf(call(HEAD, 'device.get', { id: 'dev-000075' }))).toBe('not-found')
  })

  test('S16: ten at once get ten 唯一码 in a row', async () => {
    const fields = { name: '新设备', departmentId: 'dept-ct', model: '', assetNumber: '', unit: '', brand: '', origin: '', manufacturer: '', serialNumber: '', warrantyType: '', udi: '', producedOn: null, warrantyUntil: null, purchasedOn: null, installedOn: null, meteringMode: '', maintenanceMode: '', description: '', type: '' }
    const made = await Promise.all(Array.from({ length: 10 }, () => data<{ device: { code: string } }>(call(ADMIN, 'device.create', { fields }))))
    expect(made.map(({ device }) => device.code).sort()).toEqual(Array.from({ length: 10 }, (_, i) => String(76 + i).padStart(6, '0')))
    expect(await call(ADMIN, 'device.create', { fields: { ...fields, name: ' ', departmentId: '' } })).toMatchObject({
      code: 'invalid-input', detail: { fields: { name: 'device.name-missing', departmentId: 'device.department-missing' } },
    })
    expect(await codeOf(call(STAFF, 'device.create', { fields }))).toBe('forbidden')
  })
})

describe('certificates', () => {
  type Saved = { id: string; version: number; nextSendAt: string | null }
  type Got = { certificate: { version: number; cycle: number; form: CertificateForm; devices: unknown[]; attachments: Array<{ id: string; url: string }>; handling: unknown; nextSendAt: string | null; recipients: unknown[]; mayNote: boolean } }
  const get = (id: string, openid = ADMIN) => data<Got>(call(openid, 'certificate.get', { id }))

  test('S36: saving makes certificate, rows and plan', async () => {
    const saved = await data<Saved>(save(ADMIN, { leadDays: 30, sendTime: '10:00:00' }))
    expect(saved).toMatchObject({ version: 1, nextSendAt: '2027-01-01T02:00:00.000Z' })
    expect(docs('certificate_devices', { certificateId: saved.id })).toHaveLength(2)
    const { certificate } = await get(saved.id)
    expect(certificate.form).toEqual({ ...form({ leadDays: 30, sendTime: '10:00:00' }), validFrom: '2023-01-01' })
    expect(certificate.recipients).toEqual([{ id: 'acc-wangjun', name: '王军', because: ['creator'], reach: { bound: true, follows: false, hasPhone: true, wechatCredits: 0 } }])
    expect(docs('audit', { subject: saved.id, operation: 'certificate.save' })).toMatchObject([{ operation: 'certificate.save', accountId: 'acc-wangjun', before: null }])
  })

  test('a double tap and a call repeated after a lost reply make one certificate', async () => {
    const id = requestId()
    const [first, second] = await Promise.all([data<Saved>(save(ADMIN, {}, undefined, id)), data<Saved>(save(ADMIN, {}, undefined, id))])
    expect(second).toEqual(first)
    expect(await data<Saved>(save(ADMIN, {}, undefined, id))).toEqual(first)
    expect(docs('certificates', { number: 'N-0001' })).toHaveLength(1)
    expect(docs('audit', { subject: first.id })).toHaveLength(1)
  })

  test('S31: what the form says wrongly is said at its field and nothing is stored', async () => {
    const wrong = { deviceIds: [], leadDays: -1, sendTime: '25:00:00', issuedOn: '2027-02-01' }
    expect(await save(ADMIN, wrong)).toMatchObject({
      code: 'invalid-input',
      detail: { fields: { deviceIds: 'certificate.devices-missing', leadDays: 'certificate.lead-out-of-range', sendTime: 'send-time.invalid', expiresOn: 'certificate.expires-before-issue' } },
    })
    expect(await save(ADMIN, { leadDays: 3651 })).toMatchObject({ detail: { fields: { leadDays: 'certificate.lead-out-of-range' } } })
    expect(docs('certificates', { number: 'N-0001' })).toEqual([])
  })

  test('an older version is refused with who changed it', async () => {
    const { id } = await data<Saved>(save(ADMIN))
    await data(save(ADMIN, { description: '新' }, { id, version: 1 }))
    expect(await save(ADMIN, { description: '旧' }, { id, version: 1 })).toMatchObject({
      code: 'certificate.changed-meanwhile', detail: { by: '王军', at: NOW.toISOString(), version: 2 },
    })
  })

  test('B33: the same 证件号 is refused with the existing one', async () => {
    const { id } = await data<Saved>(save(ADMIN))
    expect(await save(ADMIN, {})).toMatchObject({ code: 'certificate.number-taken', detail: { id } })
  })

  test('devices come and go with their rows', async () => {
    const { id } = await data<Saved>(save(ADMIN))
    await data(save(ADMIN, { deviceIds: ['dev-000061'] }, { id, version: 1 }))
    expect(docs('certificate_devices', { certificateId: id }).map(({ deviceId }) => deviceId)).toEqual(['dev-000061'])
  })

  test('S6: the table finds the row by its own device, the list the certificate by any', async () => {
    const { id } = await data<Saved>(save(ADMIN, { deviceIds: ['dev-000059', 'dev-000071'] }))
    const names = docs('devices').filter(({ _id }) => ['dev-000059', 'dev-000071'].includes(_id)).map(({ fields }) => (fields as { name: string }).name)
    for (const keyword of [...names, 'N-0001', '张三']) {
      const { rows } = await data<{ rows: Array<{ certificateId: string; deviceName: string }> }>(call(ADMIN, 'certificate.table', { keyword, pageSize: 100 }))
      const mine = rows.filter(({ certificateId }) => certificateId === id)
      expect([keyword, mine.length]).toEqual([keyword, names.includes(keyword) ? 1 : 2])
      const list = await data<{ rows: Array<{ id: string }> }>(call(ADMIN, 'certificate.list', { keyword, pageSize: 100 }))
      expect(list.rows.map((row) => row.id)).toContain(id)
    }
  })

  test('B26: the list counts each bucket under the same other filters', async () => {
    const { total, counts, rows } = await data<{ total: number; counts: Record<string, number>; rows: Array<{ expiresOn: string | null }> }>(call(ADMIN, 'certificate.list', { menu: 'device-certificate', pageSize: 100 }))
    expect(counts).toEqual({ expired: 2, 'within-30': 3, 'within-90': 2, 'within-180': 2, ok: 5, 'long-term': 1 })
    expect(total).toBe(15)
    expect(rows.map(({ expiresOn }) => expiresOn ?? '9999')).toEqual([...rows.map(({ expiresOn }) => expiresOn ?? '9999')].sort())
    const expired = await data<{ total: number; counts: Record<string, number> }>(call(ADMIN, 'certificate.list', { menu: 'device-certificate', bucket: 'expired' }))
    expect([expired.total, expired.counts]).toEqual([2, counts])
  })

  test('S35: handling silences and stays on record; an edit of the dates warns anew', async () => {
    const { id } = await data<Saved>(save(ADMIN, { leadDays: 90 }))
    expect((await get(id)).certificate.nextSendAt).toBe('2026-11-25T01:00:00.000Z')
    const handled = await data<Saved>(call(ADMIN, 'certificate.handle', { id, version: 1, kind: 'noted', note: '已联系本人', reference: '', until: null, renewal: null }))
    expect(handled).toEqual({ version: 2, nextSendAt: null })
    expect((await get(id)).certificate.handling).toMatchObject({ kind: 'noted', note: '已联系本人', by: '王军' })
    expect(docs('certificate_devices', { certificateId: id }).every(({ handling }) => (handling as { kind: string }).kind === 'noted')).toBe(true)
    const reopened = await data<Saved>(call(ADMIN, 'certificate.reopen', { id, version: 2 }))
    expect(reopened).toEqual({ version: 3, nextSendAt: NOW.toISOString() })
    await data(call(ADMIN, 'certificate.handle', { id, version: 3, kind: 'noted', note: '再记', reference: '', until: null, renewal: null }))
    const edited = await data<Saved>(save(ADMIN, { leadDays: 90, expiresOn: '2027-02-28' }, { id, version: 4 }))
    expect(edited.nextSendAt).toBe('2026-11-30T00:00:00.000Z')
  })

  test('S35: told today is told for today, whatever is changed; somebody new opens the day again', async () => {
    const { id } = await data<Saved>(save(ADMIN, { leadDays: 90 }))
    await hospital.emulator.store.modify('certificates', { _id: id }, { $set: { 'reminder.toldOn': '2026-11-25' } }, { multi: false, upsert: false, merge: true })
    const later = await data<Saved>(save(ADMIN, { leadDays: 91, sendTime: '10:00:00' }, { id, version: 1 }))
    expect(later.nextSendAt).toBe('2026-11-26T02:00:00.000Z')
    const more = await data<Saved>(save(ADMIN, { leadDays: 91, sendTime: '10:00:00', recipientIds: ['acc-zhaoliu'] }, { id, version: 2 }))
    expect(more.nextSendAt).toBe('2026-11-25T02:00:00.000Z')
  })

  test('S15: as many devices as one transaction holds, and beyond that a number instead of a broken half', async () => {
    const [device] = docs('devices', { _id: 'dev-000059' })
    const many = Array.from({ length: 60 }, (_, i) => `many-${String(i)}`)
    await hospital.emulator.store.insert('devices', many.map((_id, i) => ({ ...device, _id, code: String(500 + i).padStart(6, '0') })))
    expect(await save(ADMIN, { deviceIds: many })).toMatchObject({ code: 'certificate.too-many-devices', detail: { max: 37 } })
    const { id } = await data<Saved>(save(ADMIN, { deviceIds: many.slice(0, 37) }))
    expect(docs('certificate_devices', { certificateId: id })).toHaveLength(37)
    expect(await codeOf(call(ADMIN, 'certificate.handle', { id, version: 1, kind: 'noted', note: 'x', reference: '', until: null, renewal: null }))).toBe('ok')
  })

  test('B30: staff may put off by a week and not note; who sees it may not therefore do it', async () => {
    const { id } = await data<Saved>(save(STAFF, { deviceIds: ['dev-000060'], leadDays: 90 }))
    const handle = (openid: string, kind: string, until: string | null, version = 1) => call(openid, 'certificate.handle', { id, version, kind, note: 'x', reference: '', until, renewal: null })
    expect(await codeOf(handle(STAFF, 'noted', null))).toBe('forbidden')
    expect(await handle(STAFF, 'snoozed', '2026-12-03')).toMatchObject({ code: 'handling.until-too-late', detail: { latest: '2026-12-02' } })
    expect(await data(handle(STAFF, 'snoozed', '2026-12-02'))).toEqual({ version: 2, nextSendAt: '2026-12-02T00:00:00.000Z' })
  })

  test('B13: renewing opens a new cycle and keeps the old one', async () => {
    const { id } = await data<Saved>(save(ADMIN))
    const renewal = { number: 'N-0002', issuedOn: '2026-11-20', expiresOn: '2030-11-19', longTerm: false, attachmentIds: [] }
    const ask = (change: object) => call(ADMIN, 'certificate.handle', { id, version: 1, kind: 'renewed', note: '', reference: '', until: null, renewal: { ...renewal, ...change } })
    expect(await codeOf(ask({ expiresOn: '2027-01-31' }))).toBe('handling.expiry-not-later')
    expect(await data(ask({}))).toEqual({ version: 2, nextSendAt: '2030-11-14T00:00:00.000Z' })
    const { certificate } = await get(id)
    expect(certificate).toMatchObject({ cycle: 2, handling: null, form: { number: 'N-0002', expiresOn: '2030-11-19' } })
    expect(docs('certificate_cycles', { certificateId: id })).toMatchObject([{ cycle: 1, number: 'N-0001', expiresOn: '2027-01-31' }])
    expect(docs('certificate_devices', { certificateId: id }).map(({ number }) => number)).toEqual(['N-0002', 'N-0002'])
  })

  test('home shows what needs somebody, the months and whether the clockwork runs', async () => {
    const home = await data<{ todoTotal: number; todo: Array<{ number: string }>; months: Array<{ month: string; total: number; marks: unknown[] }>; devices: number; devicesWithoutHolder: number }>(call(ADMIN, 'home.overview', {}))
    expect(home.todo.map(({ number }) => number)).toEqual(['C000000012', 'C000000017', 'C000000006', 'C000000004', 'C000000008'])
    expect(home.months).toHaveLength(13)
    expect(home.months[0]).toEqual({ month: 'expired', total: 2, marks: [{ state: 'over', count: 2 }] })
    expect(home.months[1]).toEqual({ month: '2026-11', total: 1, marks: [{ state: 'today', count: 1 }] })
    expect(home.months[2]).toEqual({ month: '2026-12', total: 2, marks: [{ state: 's30', count: 1 }, { state: 'review', count: 1 }] })
    expect(home.devices).toBe(21)
    expect(home.devicesWithoutHolder).toBeGreaterThan(0)
  })
})

describe('attachments', () => {
  const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, 1)])
  const upload = (path: string, bytes: Buffer, openid: string) =>
    hospital.upload(openid, path, bytes)
  const begin = (openid: string, change: object = {}) =>
    data<{ id: string; path: string; put: { url: string; headers: Record<string, string> } | null }>(call(openid, 'attachment.begin', { name: '证.jpg', bytes: JPEG.length, type: 'image/jpeg', way: 'cloud', ...change }))
  const confirm = (openid: string, id: string) => call(openid, 'attachment.confirm', { id })
  const staged = async (openid: string) => {
    const { id, path } = await begin(openid)
    await upload(path, JPEG, openid)
    await data(confirm(openid, id))
    return id
  }

  test('S32: a photo travels from the phone to the certificate', async () => {
    const id = await staged(ADMIN)
    const saved = await data<{ id: string }>(save(ADMIN, { attachmentIds: [id] }))
    expect(docs('uploads')).toEqual([])
    const { certificate } = await data<{ certificate: { attachments: Array<{ id: string; name: string; url: string }> } }>(call(ADMIN, 'certificate.get', { id: saved.id }))
    expect(certificate.attachments).toMatchObject([{ id, name: '证.jpg' }])
    const file = await fetch(certificate.attachments[0]?.url ?? '')
    expect(Buffer.from(await file.arrayBuffer()).equals(JPEG)).toBe(true)
    const kept = await data<{ version: number }>(save(ADMIN, { attachmentIds: [id] }, { id: saved.id, version: 1 }))
    expect(kept.version).toBe(2)
  })

  test('the browser puts its file where it is told', async () => {
    const { id, put } = await begin(ADMIN, { way: 'put' })
    expect((await fetch(put?.url ?? '', { method: 'PUT', headers: put?.headers ?? {}, body: JPEG })).status).toBe(200)
    expect(await codeOf(confirm(ADMIN, id))).toBe('ok')
  })

  test('a program called .jpg, a photo of 30 MB and what never arrived are refused', async () => {
    const { id, path } = await begin(ADMIN)
    expect(await codeOf(confirm(ADMIN, id))).toBe('attachment.not-arrived')
    await upload(path, Buffer.from('MZ this is a program'), ADMIN)
    expect(await codeOf(confirm(ADMIN, id))).toBe('attachment.not-what-it-says')
    expect(await call(ADMIN, 'attachment.begin', { name: '大.jpg', bytes: 30 * 1024 * 1024, type: 'image/jpeg', way: 'cloud' })).toMatchObject({ code: 'attachment.too-large', detail: { maxBytes: 20_971_520 } })
    expect(await codeOf(call(ADMIN, 'attachment.begin', { name: 'a.exe', bytes: 10, type: 'application/x-msdownload', way: 'cloud' }))).toBe('attachment.type-not-allowed')
  })

  test('nobody saves with, confirms or drops the staged file of somebody else', async () => {
    const id = await staged(HEAD)
    expect(await save(ADMIN, { attachmentIds: [id] })).toMatchObject({ code: 'attachment.not-staged', detail: { ids: [id] } })
    expect(await codeOf(confirm(ADMIN, id))).toBe('not-found')
    await call(ADMIN, 'attachment.discard', { id })
    expect(docs('uploads')).toHaveLength(1)
    await call(HEAD, 'attachment.discard', { id })
    expect(docs('uploads')).toEqual([])
  })

  test('an unconfirmed file is not saved', async () => {
    const { id } = await begin(ADMIN)
    expect(await codeOf(save(ADMIN, { attachmentIds: [id] }))).toBe('attachment.not-staged')
  })
})

describe('accounts and messages', () => {
  test('B2: one tap counts one consent, however often it is reported; a refusal counts nothing', async () => {
    const grant = (nonce: string, result = 'accept') => data(call(ADMIN, 'account.grant-subscription', { nonce, templateId: 'demo-subscribe-expiry', result }))
    expect(await grant('nonce-aaaaaaaaaaaa')).toEqual({ wechatCredits: 1 })
    expect(await grant('nonce-aaaaaaaaaaaa')).toEqual({ wechatCredits: 1 })
    expect(await grant('nonce-bbbbbbbbbbbb', 'reject')).toEqual({ wechatCredits: 1 })
    expect(await grant('nonce-cccccccccccc')).toEqual({ wechatCredits: 2 })
  })

  test('S40: any account of the institution may be chosen, with how it is reached', async () => {
    const { rows, total } = await data<{ rows: Array<{ name: string; reach: object }>; total: number }>(call(STAFF, 'account.list', { keyword: '张' }))
    expect([total, rows]).toMatchObject([1, [{ name: '张三', reach: { bound: false, hasPhone: true } }]])
    expect((await data<{ total: number }>(call(STAFF, 'account.list', { ids: ['acc-lisi', 'acc-2-admin'] }))).total).toBe(1)
    expect(JSON.stringify(await call(STAFF, 'account.list', {}))).not.toContain('passwordHash')
  })

  test('S43: a message is read by its addressee only, once; handled certificates are settled', async () => {
    const message = { _id: 'm1', schema: 1, institutionId: 'inst-1', accountId: 'acc-lisi', deliveryId: 'd1', at: NOW, title: '到期', text: '…', items: [{ certificateId: 'cert-C000000004', cycle: 1, text: '…', expiresOn: '2026-12-10' }, { certificateId: 'gone', cycle: 1, text: '…', expiresOn: '2026-12-10' }], readAt: null }
    const institutionId = docs('accounts', { _id: 'acc-lisi' })[0]?.institutionId
    await hospital.emulator.store.insert('inbox', [{ ...message, institutionId }])
    expect(await data(call(HEAD, 'inbox.unread', {}))).toEqual({ unread: 1 })
    expect(await codeOf(call(ADMIN, 'inbox.get', { id: 'm1' }))).toBe('not-found')
    expect(await codeOf(call(ADMIN, 'inbox.read', { id: 'm1' }))).toBe('not-found')
    const got = await data<{ message: { items: Array<{ settled: boolean }> } }>(call(HEAD, 'inbox.get', { id: 'm1' }))
    expect(got.message.items.map(({ settled }) => settled)).toEqual([false, true])
    await data(call(HEAD, 'inbox.read', { id: 'm1' }))
    expect(await data(call(HEAD, 'inbox.list', {}))).toMatchObject({ unread: 0, total: 1, rows: [{ readAt: NOW.toISOString() }] })
  })
})
