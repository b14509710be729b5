import fc from 'fast-check'
import type { Caller } from './caller'
import { ACTIONS, may, rolesThatMay, type Action, type Subject } from './permissions'
import { isAbove, ROLES, WORKING_ROLES, type Role } from './role'

const caller = (role: Role, departmentIds: string[] = ['eye']): Caller => ({ accountId: 'me', institutionId: 'h1', role, departmentIds, name: '张三' })
const inEye: Subject = { institutionId: 'h1', departmentIds: ['eye'], ownerAccountId: 'other' }
const inDental: Subject = { institutionId: 'h1', departmentIds: ['dental'], ownerAccountId: 'other' }

describe('permissions', () => {
  test('B25: a foreign institution is never seen, whatever the role and the action', () => {
    fc.assert(fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...ACTIONS), (role, action) => {
      expect(may(caller(role), action, { ...inEye, institutionId: 'h2', ownerAccountId: 'me' }).allowed).toBe(false)
    }))
  })

  test('B25: 院级管理员 and 设备科 see every department, the others their own', () => {
    const seen = ROLES.filter((role) => may(caller(role), 'certificate.read', inDental).allowed)
    expect(seen).toEqual(['hospital-admin', 'equipment-office'])
    expect(WORKING_ROLES.every((role) => may(caller(role), 'certificate.read', inEye).allowed)).toBe(true)
  })

  test('a thing of two departments is in the scope of both', () => {
    expect(may(caller('staff'), 'certificate.write', { ...inDental, departmentIds: ['dental', 'eye'] }).allowed).toBe(true)
  })

  test('a thing of no department is outside every department\'s scope', () => {
    expect(may(caller('staff'), 'certificate.read', { institutionId: 'h1' })).toEqual({ allowed: false, reason: 'department' })
  })

  test('who entered a certificate keeps reading and writing it after a transfer (S54)', () => {
    const mine = { ...inDental, ownerAccountId: 'me' }
    expect(may(caller('staff'), 'certificate.write', mine).allowed).toBe(true)
    expect(may(caller('viewer'), 'certificate.write', mine)).toEqual({ allowed: false, reason: 'role' })
  })

  test('B30: 仅标记已处理 and 注销 need 设备科, 科室负责人 or 院级', () => {
    expect(rolesThatMay('certificate.handle-note')).toEqual(['hospital-admin', 'equipment-office', 'department-head'])
    expect(may(caller('staff'), 'certificate.handle-note', inEye)).toEqual({ allowed: false, reason: 'role' })
    expect(may(caller('staff'), 'certificate.handle', inEye).allowed).toBe(true)
    expect(may(caller('department-head'), 'certificate.handle-note', inDental)).toEqual({ allowed: false, reason: 'department' })
  })

  test('S40: recipients are chosen across departments by whoever may enter a certificate', () => {
    expect(rolesThatMay('account.read')).toEqual(rolesThatMay('certificate.write'))
    expect(may(caller('staff'), 'account.read', inDental).allowed).toBe(true)
  })

  test('messages and channels are one\'s own, even for 院级管理员', () => {
    for (const action of ['inbox.read', 'channel.self'] as const) {
      expect(may(caller('hospital-admin'), action, inEye)).toEqual({ allowed: false, reason: 'not-own' })
      expect(may(caller('viewer'), action, { institutionId: 'h1', ownerAccountId: 'me' }).allowed).toBe(true)
    }
  })

  test('只读 changes nothing but itself', () => {
    const writes = ACTIONS.filter((action) => !action.endsWith('.read') && may(caller('viewer'), action).allowed)
    expect(writes).toEqual(['channel.self'] satisfies Action[])
  })

  test('B25: 审计员 reads the audit and nothing else, 平台运维 makes hospitals and reads nothing of theirs', () => {
    const own: readonly Action[] = ['inbox.read', 'channel.self']
    const actionsOf = (role: Role) => ACTIONS.filter((action) => may(caller(role), action).allowed && !own.includes(action))
    expect(actionsOf('auditor')).toEqual(['audit.read'])
    expect(actionsOf('platform-operator')).toEqual(['institution.found'])
    expect([isAbove('auditor', 'equipment-office'), isAbove('hospital-admin', 'auditor'), isAbove('platform-operator', 'hospital-admin')]).toEqual([true, true, true])
  })

  test('a subject never allows what the role alone is refused', () => {
    fc.assert(fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...ACTIONS), fc.constantFrom(inEye, inDental), (role, action, subject) => {
      if (may(caller(role), action, subject).allowed) expect(may(caller(role), action).allowed).toBe(true)
    }))
  })
})
