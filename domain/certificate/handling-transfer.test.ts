import fc from 'fast-check'
import type { Caller } from '../account/caller'
import { ROLES, type Role } from '../account/role'
import { CERTIFICATE_LIMITS } from './certificate'
import { decideTransfer } from './handling-transfer'

const caller = (role: Role = 'staff'): Caller => ({ accountId: 'me', institutionId: 'h1', role, departmentIds: ['eye'], name: '张三' })
const open = (...recipientIds: string[]) => ({ recipientIds, handling: null })

test('B1: who hands over is named no longer, the other one is', () => {
  expect(decideTransfer(open('li', 'me'), 'wang', caller())).toEqual({ ok: true, recipientIds: ['li', 'wang'] })
  expect(decideTransfer(open('me', 'wang'), 'wang', caller())).toEqual({ ok: true, recipientIds: ['wang'] })
  expect(decideTransfer(open(), 'wang', caller())).toEqual({ ok: true, recipientIds: ['wang'] })
})

test('B30: whoever may handle may hand over, 只读 may not', () => {
  expect(ROLES.filter((role) => decideTransfer(open(), 'wang', caller(role)).ok)).toEqual(['hospital-admin', 'equipment-office', 'department-head', 'staff'])
})

test('what changes nothing or has no end is refused with its reason', () => {
  const many = Array.from({ length: CERTIFICATE_LIMITS.recipients }, (_, at) => `r${at}`)
  expect(decideTransfer(open(), null, caller())).toEqual({ ok: false, code: 'transfer.nobody-chosen' })
  expect(decideTransfer(open(), 'me', caller())).toEqual({ ok: false, code: 'transfer.to-oneself' })
  expect(decideTransfer(open('wang'), 'wang', caller())).toEqual({ ok: false, code: 'transfer.already-named' })
  expect(decideTransfer(open(...many), 'wang', caller())).toEqual({ ok: false, code: 'certificate.too-many-recipients' })
  expect(decideTransfer({ recipientIds: [], handling: { kind: 'revoked' } }, 'wang', caller())).toEqual({ ok: false, code: 'handling.already-revoked' })
})

test('whoever is named, a hand-over names the other one once, the caller not at all, and nobody else falls out', () => {
  const people = fc.uniqueArray(fc.constantFrom('me', 'li', 'wang', 'zhao', 'sun'))
  fc.assert(fc.property(people, fc.constantFrom('li', 'wang', 'zhao'), (named, to) => {
    const decision = decideTransfer(open(...named), to, caller())
    if (!decision.ok) return
    expect([...decision.recipientIds].sort()).toEqual([...new Set([...named.filter((id) => id !== 'me'), to])].sort())
  }))
})
