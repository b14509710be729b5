import type { Reply } from '../../../contract/call'
import { codeOf, data, freshHospital } from '../../../demo/fresh-hospital'
import type { Role } from '../../../domain/account/role'
import { emptyForm } from '../../../domain/certificate/certificate'
import { instantOf } from '../../../domain/kernel/civil-day'

const NOW = instantOf('2026-11-25', '09:00:00')
const MINUTE = 60_000
const DEVICES = ['dev-000060', 'dev-000065', 'dev-000055']
const ADMIN = 'wx-wangjun'
const STAFF = 'wx-wangwu'

jest.setTimeout(60_000)
const hospital = freshHospital({ now: NOW })
const { call } = hospital


interface Saved { id: string; version: number }
/** On devices of 磁共振, 影像中心 and 眼科, so that every role of the demo finds it in its departments. */
const save = (change: object = {}): Promise<Saved> => data<Saved>(call(ADMIN, 'certificate.save', {
  id: null, version: null,
  form: { ...emptyForm(), deviceIds: DEVICES, number: 'H-0001', holderName: '孙八', expiresOn: '2026-12-25', leadDays: 60, sendTime: '08:00:00', relatedRoles: [], recipientIds: ['acc-wangwu'], ...change },
}))
const handle = (openid: string, of: Saved, change: object): Promise<Reply> =>
  call(openid, 'certificate.handle', { id: of.id, version: of.version, kind: 'noted', note: '已报名', reference: '', until: null, renewal: null, ...change })
const transfer = (openid: string, of: Saved, change: object = {}): Promise<Reply> =>
  call(openid, 'certificate.transfer', { id: of.id, version: of.version, accountId: 'acc-zhaoliu', note: '我下月休假', ...change })
const tick = () => hospital.emulator.advance(new Date(hospital.emulator.clock.now().getTime() + MINUTE))
const atHome = async (id: string, day: string): Promise<string[]> => {
  const { rows } = await data<{ rows: Array<{ account: string; channel: string; state: string; day: string }> }>(call(ADMIN, 'certificate.deliveries', { id, pageSize: 100 }))
  return rows.filter((row) => row.channel === 'home' && row.state === 'sent' && row.day === day).map(({ account }) => account).sort()
}

/** 王五 in another role. */
const become = (role: Role) => hospital.emulator.store.modify('accounts', { _id: 'acc-wangwu' }, { $set: { role } }, { multi: false, upsert: false, merge: true })

describe('转交… (B1)', () => {
  test('the new person is told today, the other no more, and the warning stays open with who, why and to whom on record', async () => {
    const { id, version } = await save()
    await tick()
    await tick()
    expect(await atHome(id, '2026-11-25')).toEqual(['王五'])
    const after = await data<Saved>(transfer(STAFF, { id, version }))
    await tick()
    await tick()
    expect(await atHome(id, '2026-11-25')).toEqual(['王五', '赵六'])
    await hospital.emulator.advance(instantOf('2026-11-26', '08:05:00'), 5 * MINUTE)
    expect(await atHome(id, '2026-11-26')).toEqual(['赵六'])
    const { certificate } = await data<{ certificate: { version: number; handling: unknown; form: { recipientIds: string[] }; updatedBy: string } }>(call(ADMIN, 'certificate.get', { id }))
    expect(certificate).toMatchObject({ version: after.version, handling: null, form: { recipientIds: ['acc-zhaoliu'] }, updatedBy: '王军' })
    const { rows } = await data<{ rows: unknown[] }>(call(ADMIN, 'certificate.history', { id }))
    expect(rows[0]).toMatchObject({ operation: 'certificate.transfer', by: '王五', changes: expect.arrayContaining([
      { field: 'transferredTo', before: null, after: '赵六', added: 0, removed: 0 }, { field: 'note', before: null, after: '我下月休假', added: 0, removed: 0 },
    ]) })
  })

  test('it is refused to 只读, of an old version, to nobody of this institution, and when it changes nothing', async () => {
    const certificate = await save()
    expect(await codeOf(transfer(STAFF, { ...certificate, version: 0 }))).toBe('certificate.changed-meanwhile')
    expect(await codeOf(transfer(STAFF, certificate, { accountId: 'acc-2-admin' }))).toBe('account.not-found')
    expect(await codeOf(transfer(STAFF, certificate, { accountId: 'acc-wangwu' }))).toBe('transfer.to-oneself')
    expect(await codeOf(transfer(ADMIN, certificate, { accountId: 'acc-wangwu' }))).toBe('transfer.already-named')
    await become('viewer')
    expect(await codeOf(transfer(STAFF, certificate))).toBe('forbidden')
  })

  test('two who hand over at once: one does, the other is told that it changed', async () => {
    const certificate = await save()
    const codes = await Promise.all([codeOf(transfer(STAFF, certificate)), codeOf(transfer(ADMIN, certificate, { accountId: 'acc-lisi' }))])
    expect(codes.sort()).toEqual(['certificate.changed-meanwhile', 'ok'])
  })
})

describe('B30: handling has weight', () => {
  const WAYS: ReadonlyArray<readonly [string, object]> = [
    ['仅标记已处理', { kind: 'noted' }],
    ['注销', { kind: 'revoked' }],
    ['复审', { kind: 'review', until: '2026-12-10', reference: 'FS-1' }],
    ['暂缓 7 天', { kind: 'snoozed', until: '2026-12-02' }],
    ['暂缓 8 天', { kind: 'snoozed', until: '2026-12-03' }],
    ['暂缓过有效期−7', { kind: 'snoozed', until: '2026-12-19' }],
    ['复审过有效期−7', { kind: 'review', until: '2026-12-19' }],
  ]
  const LATE = 'handling.until-too-late'
  test.each<[string, Role, string[]]>([
    ['院级管理员', 'hospital-admin', ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']],
    ['设备科', 'equipment-office', ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']],
    ['科室负责人', 'department-head', ['ok', 'ok', 'ok', 'ok', 'ok', LATE, LATE]],
    ['科室人员', 'staff', ['forbidden', 'forbidden', 'ok', 'ok', LATE, LATE, LATE]],
    ['只读', 'viewer', Array.from({ length: 7 }, () => 'forbidden')],
  ])('%s', async (_, role, expected) => {
    const { id } = await save()
    await become(role)
    const codes: Record<string, string> = {}
    let version = 1
    for (const [name, way] of WAYS) {
      const answer = await handle(STAFF, { id, version }, way)
      codes[name] = answer.ok ? 'ok' : answer.code
      if (answer.ok) version = (await data<Saved>(call(ADMIN, 'certificate.reopen', { id, version: (answer.data as Saved).version }))).version
    }
    expect(codes).toEqual(Object.fromEntries(WAYS.map(([name], at) => [name, expected[at]])))
  })

  test('B30: handled without a new 有效期 comes back into 首页’s todo after expiry, until 换证 or 注销', async () => {
    const certificate = await save({ expiresOn: '2026-11-26' })
    const inTodo = async () => (await data<{ todo: Array<{ id: string }> }>(call(ADMIN, 'home.overview', {}))).todo.some(({ id }) => id === certificate.id)
    expect(await inTodo()).toBe(true)
    const { version } = await data<Saved>(handle(ADMIN, certificate, {}))
    expect(await inTodo()).toBe(false)
    hospital.emulator.clock.freeze(instantOf('2026-11-26', '23:59:59'))
    expect(await inTodo()).toBe(false)
    hospital.emulator.clock.freeze(instantOf('2026-11-27', '00:00:00'))
    expect(await inTodo()).toBe(true)
    await data(handle(ADMIN, { id: certificate.id, version }, { kind: 'revoked' }))
    expect(await inTodo()).toBe(false)
  })
})
