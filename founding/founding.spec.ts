import { randomBytes } from 'node:crypto'
import type { Reply } from '../contract/call'
import { openCloud } from '../cloud/tcb/app'
import { cloudDocumentStore } from '../cloud/tcb/document-store'
import { nodeSecrets } from '../cloud/secrets'
import { openTemporaryHospital, type TemporaryHospital } from '../demo/temporary-hospital'
import { platformEnvironment } from '../emulator/functions/environment'
import { found, type Environment } from './found'
import { main } from './main'

const NOW = new Date('2026-11-25T01:00:00Z')
jest.setTimeout(30_000)

let hospital: TemporaryHospital
const inherited = { ...process.env }
beforeAll(async () => { hospital = await openTemporaryHospital({ now: NOW }) }, 60_000)
beforeEach(() => hospital.emulator.reset(true))
afterAll(async () => {
  process.env = inherited
  await hospital?.close()
})

/** What an operator's machine has: the account's keys and CODE_KEY of the functions. */
const environment = (): Environment => {
  Object.assign(process.env, platformEnvironment(hospital.emulator.base, 'founding'))
  return {
    store: cloudDocumentStore(openCloud().database(), () => Promise.resolve()), secrets: nodeSecrets({ CODE_KEY: 'loopback-code' }),
    chance: { newId: () => randomBytes(16).toString('hex'), bytes: (count) => randomBytes(count) }, clock: { now: () => NOW, elapsed: () => 0 },
  }
}
let counter = 0
const web = async (operation: string, input: unknown, token?: string): Promise<Reply> => (await fetch(`${hospital.emulator.base}/api`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
  body: JSON.stringify({ operation, input, requestId: `request-${String((counter += 1)).padStart(12, '0')}` }),
})).json() as Promise<Reply>

const FIRST = { institution: '滨海医院', loginName: 'First', name: '陈院长', phone: '13800000099' }

test('architecture §8: the first 院级管理员 has a one-time code and no password, chooses one, and makes the others', async () => {
  const { code, loginName, isNew } = await found(FIRST, environment())
  expect({ loginName, isNew }).toEqual({ loginName: 'first', isNew: true })
  expect(await web('account.log-in', { institution: '滨海医院', loginName: 'first', password: '' })).toMatchObject({ ok: false })
  expect(await web('account.set-password', { loginName, code, password: 'wind-and-rain-7' })).toMatchObject({ ok: true })
  const entered = await web('account.log-in', { institution: '滨海医院', loginName, password: 'wind-and-rain-7' })
  const token = entered.ok ? (entered.data as { token: string }).token : ''
  const form = { name: '设备科张工', loginName: 'zhang', role: 'equipment-office', departmentId: null, phone: '' }
  expect(await web('account.create', { form }, token)).toMatchObject({ ok: true })
  expect(await web('account.table', {}, token)).toMatchObject({ ok: true, data: { total: 2 } })
})

test('an institution that has an administrator in use gets no other one by the command', async () => {
  await expect(found({ ...FIRST, institution: '医疗机构测试1' }, environment())).rejects.toThrow('账号管理')
})

test.each([[{ institution: ' ' }], [{ loginName: '=x' }], [{ phone: '123' }]])('what cannot be is refused before anything is written: %j', async (over) => {
  await expect(found({ ...FIRST, ...over }, environment())).rejects.toThrow()
  expect(hospital.emulator.store.find('institutions', {}, { sort: { _id: 1 }, limit: 10 }).docs).toHaveLength(2)
})

test('B25: an administrator who lost the phone that confirms his log-in, and has no colleague, gets a new code by the command and keeps his account', async () => {
  const again = await found({ institution: '医疗机构测试1', loginName: 'wangjun', name: '王军', phone: '' }, environment())
  expect(again).toMatchObject({ recovered: true, isNew: false, loginName: 'wangjun' })
  expect(await web('account.set-password', { loginName: 'wangjun', code: again.code, password: 'wind-and-rain-7' })).toMatchObject({ ok: true })
  await expect(found({ institution: '医疗机构测试1', loginName: 'lisi', name: '李四', phone: '' }, environment())).rejects.toThrow('somebody else')
})

test('B25: 平台运维 is made by the command alone, makes a hospital with its first administrator, and reads nothing of any', async () => {
  const { code } = await found({ institution: '平台', loginName: 'ops', name: '运维', phone: '' }, environment(), 'platform-operator')
  await web('account.set-password', { loginName: 'ops', code, password: 'wind-and-rain-7' })
  const entered = await web('account.log-in', { institution: '平台', loginName: 'ops', password: 'wind-and-rain-7' })
  const token = entered.ok ? (entered.data as { token: string }).token : ''
  const form = { name: '滨海医院', adminName: '陈院长', loginName: 'chen', phone: '' }
  const made = await web('institution.create', { form }, token)
  expect(made).toMatchObject({ ok: true, data: { name: '滨海医院', loginName: 'chen' } })
  expect(await web('institution.create', { form }, token)).toMatchObject({ ok: false, code: 'institution.name-taken' })
  expect(await web('institution.list', { keyword: '滨海' }, token)).toMatchObject({ ok: true, data: { total: 1, rows: [{ name: '滨海医院', hasAdmin: true }] } })
  expect(await web('device.list', {}, token)).toMatchObject({ ok: false, code: 'forbidden' })
  const first = made.ok ? (made.data as { code: string }).code : ''
  expect(await web('account.set-password', { loginName: 'chen', code: first, password: 'wind-and-rain-8' })).toMatchObject({ ok: true })
})

test('the command says how it is called and which variables are missing', async () => {
  const lines: string[] = []
  expect(await main({}, [], (line) => lines.push(line))).toBe(false)
  expect(await main({}, ['a', 'b', 'c'], (line) => lines.push(line))).toBe(false)
  expect(lines[0]).toContain('npm run first-admin')
  expect(lines[1]).toContain('CODE_KEY')
})
