import { data, freshHospital } from '../../../demo/fresh-hospital'

const NOW = new Date('2026-11-25T01:00:00Z')
const ADMIN = 'wx-wangjun'
jest.setTimeout(30_000)

const hospital = freshHospital({ now: NOW })
const { call, docs } = hospital

const ask = <T>(openid: string, operation: string, input: unknown = {}): Promise<T> => data<T>(call(openid, operation, input))
const names = async (openid: string, input: object) => (await ask<{ rows: Array<{ name: string }> }>(openid, 'person.list', input)).rows.map(({ name }) => name).sort()
interface Shown { version: number; certificates: unknown[]; namesakes: Array<{ number: string; id: string }>; told: unknown[]; counts: { told: number } }

const form = (over: object = {}) => ({ staffNumber: '5001', name: '张伟', departmentId: 'dept-eye', title: '技师', employment: 'contract', ...over })

test('B27: people are found by name, pinyin, initials and 工号, within the caller\'s departments', async () => {
  expect(await names(ADMIN, { keyword: 'lisi' })).toEqual(['李四'])
  expect(await names(ADMIN, { keyword: 'zl' })).toEqual(['赵六'])
  expect(await names(ADMIN, { keyword: '2003' })).toEqual(['钱七'])
  expect(await names('wx-lisi', {})).toEqual(['李四', '王五', '钱七'].sort())
  expect(await names(ADMIN, { departmentId: 'dept-imaging' })).toEqual(['李四', '王五', '钱七'].sort())
  expect(await call('wx-lisi', 'person.get', { id: 'person-zhaoliu' })).toMatchObject({ code: 'not-found' })
  expect(await call(ADMIN, 'person.get', { id: 'person-2-admin' })).toMatchObject({ code: 'not-found' })
})

test('B27: two 张伟 are two people by their 工号, and a 工号 is one person\'s however it is typed', async () => {
  const first = await ask<{ id: string }>(ADMIN, 'person.save', { id: null, version: 0, form: form({ staffNumber: 'a01' }) })
  const second = await ask<{ id: string }>(ADMIN, 'person.save', { id: null, version: 0, form: form({ staffNumber: 'A02' }) })
  expect(first.id).not.toBe(second.id)
  expect(await names(ADMIN, { keyword: '张伟' })).toEqual(['张伟', '张伟'])
  expect(await call(ADMIN, 'person.save', { id: null, version: 0, form: form({ staffNumber: 'Ａ０１' }) })).toMatchObject({ code: 'person.staff-number-taken', detail: { name: '张伟' } })
  expect(await call(ADMIN, 'person.save', { id: null, version: 0, form: form({ staffNumber: '', name: '' }) })).toMatchObject({ code: 'invalid-input', detail: { fields: { staffNumber: 'person.staff-number-missing', name: 'person.name-missing' } } })
  expect(await call('wx-lisi', 'person.save', { id: null, version: 0, form: form({ staffNumber: '77' }) })).toMatchObject({ code: 'forbidden' })
  expect(await call('wx-wangwu', 'person.save', { id: null, version: 0, form: form({ staffNumber: '77' }) })).toMatchObject({ code: 'forbidden' })
})

test('B27: a certificate with a name is nobody\'s until somebody says whose; then it is his and no namesake\'s', async () => {
  const before = await ask<Shown>(ADMIN, 'person.get', { id: 'person-qianqi' })
  expect(before.certificates).toEqual([])
  expect(before.namesakes.map(({ number }) => number).sort()).toEqual(['C000000011', 'C000000012', 'C000000014'])
  const certificateId = 'cert-C000000012'
  expect(await call(ADMIN, 'person.claim', { id: 'person-lisi', certificateId, theirs: true })).toMatchObject({ code: 'person.other-name' })
  await ask(ADMIN, 'person.claim', { id: 'person-qianqi', certificateId, theirs: true })
  const other = await ask<{ id: string }>(ADMIN, 'person.save', { id: null, version: 0, form: form({ name: '钱七', staffNumber: '9009' }) })
  expect((await ask<Shown>(ADMIN, 'person.get', { id: other.id })).namesakes).toHaveLength(2)
  expect(await call(ADMIN, 'person.claim', { id: other.id, certificateId, theirs: true })).toMatchObject({ code: 'person.claimed-already' })
  expect((await ask<Shown>(ADMIN, 'person.get', { id: 'person-qianqi' })).certificates).toMatchObject([{ number: 'C000000012' }])
})

test('B27, B20: 离职 shows whom it touches, ends the account in the same step and names who is told instead', async () => {
  const { version, counts, told } = await ask<Shown>(ADMIN, 'person.get', { id: 'person-lisi' })
  expect(counts.told).toBeGreaterThan(3)
  expect(told.length).toBe(counts.told)
  await ask(ADMIN, 'person.set-presence', { id: 'person-lisi', version, presence: 'left', account: { successorId: 'acc-wangwu' } })
  expect(docs('people').find(({ _id }) => _id === 'person-lisi')).toMatchObject({ presence: 'left' })
  expect(docs('accounts').find(({ _id }) => _id === 'acc-lisi')).toMatchObject({ active: false, successorAccountId: 'acc-wangwu' })
  expect(await call('wx-lisi', 'device.list')).toMatchObject({ code: 'account.off' })
  expect(docs('audit').map(({ operation, subject }) => `${String(operation)} ${String(subject)}`).sort()).toEqual(['person.get person-lisi', 'person.set-presence acc-lisi', 'person.set-presence person-lisi'])
})

test('B25: 科室负责人 marks a leaver of his department, and cannot end an account', async () => {
  expect(await call('wx-lisi', 'person.set-presence', { id: 'person-wangwu', version: 0, presence: 'left', account: { successorId: null } })).toMatchObject({ code: 'forbidden' })
  expect(docs('people').find(({ _id }) => _id === 'person-wangwu')).toMatchObject({ presence: 'present' })
  expect(await call('wx-lisi', 'person.set-presence', { id: 'person-wangwu', version: 0, presence: 'away', account: null })).toMatchObject({ ok: true })
  expect(await call('wx-lisi', 'person.set-presence', { id: 'person-wangwu', version: 0, presence: 'left', account: null })).toMatchObject({ code: 'person.changed-meanwhile', detail: { version: 1 } })
})

test('B27: 转科 moves the record and the scope of the account; certificates stay with their devices', async () => {
  const certificates = docs('certificates')
  expect(await ask(ADMIN, 'person.transfer', { id: 'person-wangwu', version: 0, departmentId: 'dept-eye' })).toEqual({ version: 1, accountMoved: true })
  expect(docs('accounts').find(({ _id }) => _id === 'acc-wangwu')).toMatchObject({ departmentId: 'dept-eye' })
  expect(docs('certificates')).toEqual(certificates)
  expect(await call(ADMIN, 'person.transfer', { id: 'person-wangwu', version: 1, departmentId: 'dept-eye' })).toMatchObject({ code: 'person.same-department' })
  expect(await call(ADMIN, 'person.transfer', { id: 'person-wangwu', version: 1, departmentId: 'dept-2-office' })).toMatchObject({ code: 'department.not-found' })
})
