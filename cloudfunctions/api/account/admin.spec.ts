import type { Reply } from '../../../contract/call'
import { freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'
jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { docs } = hospital

let counter = 0
const requestId = () => `request-${String((counter += 1)).padStart(12, '0')}`
const call = async (openid: string, operation: string, input: unknown = {}): Promise<Reply> =>
  (await hospital.emulator.invoke('api', { operation, input, requestId: requestId() }, openid)) as Reply
const web = async (operation: string, input: unknown, token?: string): Promise<Reply> => (await fetch(`${hospital.emulator.base}/api`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify({ operation, input, requestId: requestId() }),
})).json() as Promise<Reply>
const dataOf = <T>(reply: Reply): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.data as T
}
const account = (id: string) => docs('accounts').find(({ _id }) => _id === id)
const enter = (loginName: string, password: string) => web('account.log-in', { institution: '医疗机构测试1', loginName, password })

const form = (over: object = {}) => ({ name: '吴十', loginName: 'wushi', role: 'staff', departmentId: 'dept-eye', phone: '13800000010', ...over })
/** 设备科 of the demo hospital, bound. */
const bindZhang = () => call('wx-zhangsan', 'account.bind', { by: 'password', institution: '医疗机构测试1', loginName: 'zhangsan', password: 'zhangsan-2026' })

test('S56, B22: a new account has no password; its one-time code sets one, and the code works once', async () => {
  const { id } = dataOf<{ id: string }>(await call(ADMIN, 'account.create', { form: form() }))
  expect(account(id)).toMatchObject({ name: '吴十', passwordHash: '', active: true })
  expect(await enter('wushi', '')).toMatchObject({ ok: false })
  const { code } = dataOf<{ code: string }>(await call(ADMIN, 'account.issue-bind-code', { accountId: id }))
  expect(await web('account.set-password', { loginName: 'wushi', code, password: 'short' })).toMatchObject({ code: 'invalid-input', detail: { fields: { password: 'password.too-short' } } })
  expect(await web('account.set-password', { loginName: 'wushi', code, password: 'wind-and-rain-7' })).toMatchObject({ ok: true })
  expect(await enter('wushi', 'wind-and-rain-7')).toMatchObject({ ok: true })
  expect(await web('account.set-password', { loginName: 'wushi', code, password: 'another-one-8' })).toMatchObject({ code: 'bind-code.used' })
})

test('B25: 设备科 makes no 院级管理员, nobody raises himself, and the last 院级管理员 stays', async () => {
  await bindZhang()
  expect(await call('wx-zhangsan', 'account.create', { form: form({ role: 'hospital-admin' }) })).toMatchObject({ code: 'account.above-you' })
  const own = form({ name: '张三', loginName: 'zhangsan', role: 'hospital-admin', departmentId: 'dept-office', phone: null })
  expect(await call('wx-zhangsan', 'account.update', { id: 'acc-zhangsan', version: 0, form: own })).toMatchObject({ code: 'account.role-above-yours' })
  expect(await call('wx-zhangsan', 'account.reset', { id: 'acc-wangjun' })).toMatchObject({ code: 'account.above-you' })
  expect(await call(ADMIN, 'account.switch-off', { id: 'acc-wangjun', successorId: null })).toMatchObject({ code: 'account.oneself' })
  const lowered = { id: 'acc-wangjun', version: 0, form: form({ name: '王军', loginName: 'wangjun', role: 'staff', departmentId: 'dept-office', phone: null }) }
  expect(await call(ADMIN, 'account.update', lowered)).toMatchObject({ code: 'account.own-role' })
})

test('B25: two 院级管理员 who take the role off each other at once do not both succeed', async () => {
  await call(ADMIN, 'account.update', { id: 'acc-sunba', version: 0, form: form({ name: '孙八', loginName: 'sunba', role: 'hospital-admin', phone: null }) })
  await call('wx-sunba', 'account.bind', { by: 'password', institution: '医疗机构测试1', loginName: 'sunba', password: 'sunba-2026' })
  const replies = await Promise.all([
    call(ADMIN, 'account.switch-off', { id: 'acc-sunba', successorId: null }),
    call('wx-sunba', 'account.switch-off', { id: 'acc-wangjun', successorId: null }),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(docs('accounts').filter(({ role, active, institutionId }) => role === 'hospital-admin' && active && institutionId === 'hospital-1')).toHaveLength(1)
})

test('B20: who is switched off is out at once everywhere, is told so, and his successor stands in; switched on he is in again', async () => {
  const { token } = dataOf<{ token: string }>(await enter('wangwu', 'wangwu-2026'))
  expect(await call(ADMIN, 'account.switch-off', { id: 'acc-wangwu', successorId: 'acc-lisi' })).toMatchObject({ ok: true })
  expect(await web('device.list', {}, token)).toMatchObject({ code: 'account.signed-out' })
  expect(await call('wx-wangwu', 'device.list')).toMatchObject({ code: 'account.off' })
  expect(await call('wx-wangwu', 'account.me')).toMatchObject({ data: { account: null, off: true } })
  expect(await enter('wangwu', 'wangwu-2026')).toMatchObject({ code: 'account.wrong-credentials' })
  expect(account('acc-wangwu')).toMatchObject({ active: false, successorAccountId: 'acc-lisi' })
  expect(await call(ADMIN, 'account.switch-on', { id: 'acc-wangwu' })).toMatchObject({ ok: true })
  expect(await call('wx-wangwu', 'device.list')).toMatchObject({ ok: true })
})

test('a successor is somebody else in use, of the same institution', async () => {
  for (const successorId of ['acc-wangwu', 'acc-2-admin', 'nobody']) {
    expect(await call(ADMIN, 'account.switch-off', { id: 'acc-wangwu', successorId })).toMatchObject({ code: 'account.successor-invalid' })
  }
})

test('resetting takes the WeChat, the password, the sessions and open codes', async () => {
  const { token } = dataOf<{ token: string }>(await enter('lisi', 'lisi-2026'))
  const { code } = dataOf<{ code: string }>(await call(ADMIN, 'account.issue-bind-code', { accountId: 'acc-lisi' }))
  expect(await call(ADMIN, 'account.reset', { id: 'acc-lisi' })).toMatchObject({ ok: true })
  expect(await call('wx-lisi', 'device.list')).toMatchObject({ code: 'account.not-bound' })
  expect(await web('device.list', {}, token)).toMatchObject({ code: 'account.signed-out' })
  expect(await enter('lisi', 'lisi-2026')).toMatchObject({ code: 'account.wrong-credentials' })
  expect(await call('wx-lisi', 'account.bind', { by: 'code', loginName: 'lisi', code })).toMatchObject({ code: 'bind-code.wrong' })
})

test('an overtaken edit, a taken log-in name, a foreign department and another institution\'s account are refused', async () => {
  const edit = { id: 'acc-sunba', version: 0, form: form({ name: '孙八', loginName: 'sunba', role: 'viewer', phone: null }) }
  expect(await call(ADMIN, 'account.update', edit)).toMatchObject({ ok: true, data: { version: 1 } })
  expect(await call(ADMIN, 'account.update', edit)).toMatchObject({ code: 'account.changed-meanwhile', detail: { version: 1 } })
  expect(account('acc-sunba')).toMatchObject({ phone: '13800000007' })
  expect(await call(ADMIN, 'account.create', { form: form({ loginName: 'LiSi' }) })).toMatchObject({ code: 'account.login-name-taken' })
  expect(await call(ADMIN, 'account.create', { form: form({ departmentId: 'dept-2-office' }) })).toMatchObject({ code: 'department.not-found' })
  for (const operation of ['account.get', 'account.reset', 'account.see-phone', 'account.switch-on']) expect(await call(ADMIN, operation, { id: 'acc-2-admin' })).toMatchObject({ code: 'not-found' })
})

test('账号管理 is filtered by words, role, department with all below it, and state; phone numbers come masked', async () => {
  const names = async (input: object) => dataOf<{ rows: Array<{ name: string }> }>(await call(ADMIN, 'account.table', input)).rows.map(({ name }) => name).sort()
  expect(await names({ departmentId: 'dept-imaging' })).toEqual(['李四', '王五', '钱七'].sort())
  expect(await names({ role: 'viewer' })).toEqual(['孙八'])
  expect(await names({ state: 'bound' })).toEqual(['李四', '王五', '王军'].sort())
  expect(await names({ keyword: '0003' })).toEqual(['李四'])
  await call(ADMIN, 'account.switch-off', { id: 'acc-sunba', successorId: null })
  expect(await names({ state: 'off' })).toEqual(['孙八'])
  expect(JSON.stringify(await call(ADMIN, 'account.table', {}))).not.toContain('13800000003')
})

test('PIPL: who looks at a whole phone number is on record, and the record does not hold it', async () => {
  expect(await call(ADMIN, 'account.see-phone', { id: 'acc-lisi' })).toMatchObject({ data: { phone: '13800000003' } })
  const entries = docs('audit').filter(({ operation }) => operation === 'account.see-phone')
  expect(entries).toMatchObject([{ subject: 'acc-lisi', accountName: '王军' }])
  expect(JSON.stringify(entries)).not.toContain('13800000003')
})

test('one\'s own password: the present one is asked on the web, five wrong ones lock, other sessions end and this one stays', async () => {
  const first = dataOf<{ token: string }>(await enter('lisi', 'lisi-2026')).token
  const second = dataOf<{ token: string }>(await enter('lisi', 'lisi-2026')).token
  expect(await web('account.change-password', { current: 'wrong', password: 'wind-and-rain-7' }, first)).toMatchObject({ code: 'account.wrong-password' })
  expect(await web('account.change-password', { current: 'lisi-2026', password: 'wind-and-rain-7' }, first)).toMatchObject({ ok: true })
  expect(await web('device.list', {}, first)).toMatchObject({ ok: true })
  expect(await web('device.list', {}, second)).toMatchObject({ code: 'account.signed-out' })
  for (let n = 0; n < 4; n += 1) await web('account.change-password', { current: 'wrong', password: 'wind-and-rain-8' }, first)
  expect(await web('account.change-password', { current: 'wrong', password: 'wind-and-rain-8' }, first)).toMatchObject({ code: 'account.locked' })
  expect(docs('inbox')).toMatchObject([{ accountId: 'acc-lisi', title: '网页登录密码已更换' }])
})

test('PIPL: one\'s own data as a file hold what was kept and no password hash', async () => {
  const { url } = dataOf<{ url: string }>(await call('wx-lisi', 'account.own-data'))
  const text = await (await fetch(url)).text()
  expect(JSON.parse(text)).toMatchObject({ 账号: { name: '李四' }, 人员档案: { staffNumber: '2001' }, 微信绑定: [{ openid: 'wx-lisi' }] })
  expect(text).not.toContain('passwordHash')
})
