import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditEntry } from '../../../contract/audit'
import { operationNames } from '../../../domain/audit/words'
import { data, keptHospital } from '../../../demo/fresh-hospital'
import { readSheet } from '../../../cloud/sheets/read-sheet'
import { operations } from '../operations'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'
jest.setTimeout(30_000)

const hospital = keptHospital({ now: NOW })

const { call } = hospital
const ask = <T>(operation: string, input: unknown = {}): Promise<T> => data<T>(hospital.call(ADMIN, operation, input))
const entries = async (input: object = {}): Promise<AuditEntry[]> => (await ask<{ rows: AuditEntry[] }>('audit.list', input)).rows

/** Three changes on two days: an account edited, a person moved, a phone number looked at. */
beforeAll(async () => {
  await ask('account.update', { id: 'acc-sunba', version: 0, form: { name: '孙八', loginName: 'sunba', role: 'staff', departmentId: 'dept-dental', phone: null } })
  await call('wx-lisi', 'person.set-presence', { id: 'person-wangwu', version: 0, presence: 'away', account: null })
  const clock = await fetch(`${hospital.emulator.base}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ now: '2026-11-26T01:00:00Z' }) })
  expect(clock.status).toBe(200)
  await ask('account.see-phone', { id: 'acc-lisi' })
})

test('B25: the log tells who did what, with before and after by the names people know', async () => {
  const [newest, ...older] = await entries()
  expect(newest).toMatchObject({ operation: 'account.see-phone', by: '王军', about: '李四（lisi）' })
  expect(older.sort((a, b) => (a.operation < b.operation ? 1 : -1))).toMatchObject([
    { operation: 'person.set-presence', by: '李四', about: '王五（2002）', changes: [{ field: 'presence', before: 'present', after: 'away' }] },
    { operation: 'account.update', by: '王军', about: '孙八（sunba）', changes: [{ field: 'role', before: 'viewer', after: 'staff' }, { field: 'departmentId', before: '眼科', after: '口腔科' }] },
  ])
})

test.each([
  [{ who: '李四' }, ['person.set-presence']],
  [{ who: 'wangjun', topic: 'account' }, ['account.update']],
  [{ topic: 'seen' }, ['account.see-phone']],
  [{ from: '2026-11-26' }, ['account.see-phone']],
  [{ to: '2026-11-25', topic: 'person' }, ['person.set-presence']],
  [{ subject: 'acc-sunba' }, ['account.update']],
  [{ who: '没有这个人' }, []],
])('B25: the log is narrowed by who, what and when: %j', async (input, found) => {
  expect((await entries(input)).map(({ operation }) => operation)).toEqual(found)
})

test('B25: only 院级管理员 reads the log, and never another institution\'s', async () => {
  await call('wx-zhangsan', 'account.bind', { by: 'password', institution: '医疗机构测试1', loginName: 'zhangsan', password: 'zhangsan-2026' })
  for (const openid of ['wx-zhangsan', 'wx-lisi', 'wx-wangwu']) expect(await call(openid, 'audit.list')).toMatchObject({ code: 'forbidden' })
  await call('wx-sunba', 'account.bind', { by: 'password', institution: '医疗机构测试2', loginName: 'admin2', password: 'admin2-2026' })
  expect(await call('wx-sunba', 'audit.list', { topic: 'seen' })).toMatchObject({ ok: true, data: { total: 0 } })
})

test('B25: the log as a file, in words, and that it was taken is on record', async () => {
  const made = await ask<{ name: string; url: string; rows: number }>('audit.export', { topic: 'account', to: '2026-11-25' })
  expect(made).toMatchObject({ name: '审计日志 2026-11-26.xlsx', rows: 1 })
  const bytes = new Uint8Array(await (await fetch(made.url)).arrayBuffer())
  const { grid } = await readSheet(bytes, [{ key: 'by', header: '操作人', needed: true }])
  expect(grid[1]).toEqual(['2026-11-25 09:00:00', '王军', '修改账号', '孙八（sunba）', '角色：只读 → 科室人员；科室：眼科 → 口腔科'])
  expect((await entries({ topic: 'export' }))[0]).toMatchObject({ operation: 'audit.export', by: '王军' })
})

test('B25: every operation that changes something has its words, so that no entry is told by a code', () => {
  // They leave nothing behind but a file of one's own or a message that is read.
  const silent = /^(inbox\.read|attachment\..*|.*-import\.(faulty|template))$/
  const commands = operations.map(({ operation }) => operation).filter(({ changes }) => changes).map(({ name }) => name)
  expect(commands.filter((name) => !silent.test(name) && !operationNames().includes(name))).toEqual([])
})

test('B25: the log is only ever added to', () => {
  const filesIn = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path])
  const sources = ['cloudfunctions', 'cloud'].flatMap(filesIn).filter((file) => file.endsWith('.ts') && !/\.(spec|test)\.ts$/.test(file))
  const writes = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\.(add|set|change|update|remove)\('audit'/g)].map(([, verb]) => verb))
  expect(new Set(writes)).toEqual(new Set(['add']))
})
