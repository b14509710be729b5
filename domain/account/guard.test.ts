import fc from 'fast-check'
import { refusalOfChange, refusalOfErasing, type AccountChange } from './guard'
import { isAbove, ROLES } from './role'

const admin = { accountId: 'me', role: 'hospital-admin' as const }
const office = { accountId: 'me', role: 'equipment-office' as const }

test('B25: 设备科 cannot make, change or switch off 院级管理员', () => {
  expect(refusalOfChange({ caller: office, before: null, after: { role: 'hospital-admin', active: true }, otherAdmins: 3 })).toBe('account.above-you')
  expect(refusalOfChange({ caller: office, before: { id: 'x', role: 'staff', active: true }, after: { role: 'hospital-admin', active: true }, otherAdmins: 3 })).toBe('account.role-above-yours')
  expect(refusalOfChange({ caller: office, before: { id: 'x', role: 'hospital-admin', active: true }, after: { role: 'hospital-admin', active: false }, otherAdmins: 3 })).toBe('account.above-you')
})

test('B25: nobody changes his own role or switches himself off', () => {
  expect(refusalOfChange({ caller: office, before: { id: 'me', role: 'equipment-office', active: true }, after: { role: 'staff', active: true }, otherAdmins: 1 })).toBe('account.own-role')
  expect(refusalOfChange({ caller: admin, before: { id: 'me', role: 'hospital-admin', active: true }, after: { role: 'hospital-admin', active: false }, otherAdmins: 1 })).toBe('account.oneself')
})

test('B25: the last 院级管理员 in use stays', () => {
  const change = (otherAdmins: number): AccountChange => ({ caller: admin, before: { id: 'x', role: 'hospital-admin', active: true }, after: { role: 'staff', active: true }, otherAdmins })
  expect(refusalOfChange(change(0))).toBe('account.last-admin')
  expect(refusalOfChange(change(1))).toBeNull()
})

test('B25: whatever is allowed never passes over a role above the caller\'s own', () => {
  const role = fc.constantFrom(...ROLES)
  fc.assert(fc.property(role, role, role, fc.boolean(), fc.boolean(), (mine, was, is, active, on) => {
    const refusal = refusalOfChange({ caller: { accountId: 'me', role: mine }, before: { id: 'x', role: was, active }, after: { role: is, active: on }, otherAdmins: 1 })
    if (refusal === null) expect(isAbove(was, mine) || isAbove(is, mine)).toBe(false)
  }))
})

test('PIPL: anybody may have his own account erased, but the last 院级管理员 hands over first', () => {
  expect(ROLES.map((role) => refusalOfErasing({ role, otherAdmins: 1 }))).toEqual(ROLES.map(() => null))
  expect(ROLES.filter((role) => refusalOfErasing({ role, otherAdmins: 0 }) !== null)).toEqual(['hospital-admin'])
})
