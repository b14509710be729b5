import type { Caller } from '../../../domain/account/caller'
import type { Role } from '../../../domain/account/role'
import { checkHandling, consequenceWords, emptyHandling, handlingOptions, proposedUntil, type HandlingDraft } from './handling-options'

const caller = (role: Role): Caller => ({ accountId: 'a', institutionId: 'i', role, departmentIds: [], name: '王五' })
const asked = (role: Role) => ({ caller: caller(role), today: '2026-11-23', mayWrite: true, mayHandle: true, mayNote: role !== 'staff' })
const facts = { expiresOn: '2026-12-31', longTerm: false, handling: null, cycle: 1, recipientIds: ['a', 'li'] }
const allowed = (role: Role, expiresOn = facts.expiresOn) =>
  handlingOptions({ ...facts, expiresOn }, asked(role)).filter((option) => option.allowed).map(({ kind }) => kind)

test('B30: 设备科 may choose all six ways', () => {
  expect(allowed('equipment-office')).toEqual(['renewed', 'review', 'snoozed', 'transferred', 'revoked', 'noted'])
})

test('B30: 科室人员 see 注销 and 仅标记已处理 with the reason why they are not theirs', () => {
  const options = handlingOptions(facts, asked('staff'))
  expect(options.filter((option) => !option.allowed)).toEqual([
    { kind: 'revoked', text: '离岗 / 注销', note: '需设备科或科室负责人', allowed: false },
    { kind: 'noted', text: '仅标记已处理', note: '需设备科或科室负责人', allowed: false },
  ])
})

test('B30: in the last week before 有效期 only 设备科 may silence', () => {
  expect(allowed('department-head', '2026-11-30')).toEqual(['renewed', 'transferred', 'revoked', 'noted'])
  expect(allowed('equipment-office', '2026-11-30')).toContain('snoozed')
})

test('B30: the proposed 暂缓 of 科室人员 is a week, and stops short of the last week', () => {
  expect(proposedUntil(facts, 'snoozed', asked('staff'))).toBe('2026-11-30')
  expect(proposedUntil({ ...facts, expiresOn: '2026-12-03' }, 'snoozed', asked('staff'))).toBe('2026-11-26')
  expect(proposedUntil(facts, 'review', asked('equipment-office'))).toBe('2026-12-23')
})

test('the button says the consequence', () => {
  const draft = { ...emptyHandling('C1'), until: '2026-12-23' }
  expect(consequenceWords({ ...draft, kind: 'review' })).toBe('确定，停止提醒至 12-23')
  expect(consequenceWords({ ...draft, kind: 'renewed', expiresOn: '2030-12-31' })).toBe('确定换证，有效期至 2030-12-31')
  expect(consequenceWords(emptyHandling('C1'))).toBe('请选一项')
})

test('B1: 仅标记已处理 wants a note, 已换证 a later 有效期至, 暂缓 a day after today', () => {
  const draft = emptyHandling('C1')
  const code = (change: object) => checkHandling(facts, { ...draft, ...change }, asked('equipment-office'))?.code
  expect(code({ kind: 'noted' })).toBe('handling.note-missing')
  expect(code({ kind: 'renewed', expiresOn: '2026-12-31' })).toBe('handling.expiry-not-later')
  expect(code({ kind: 'snoozed', until: '2026-11-23' })).toBe('handling.until-passed')
  expect(code({ kind: 'noted', note: '已联系本人' })).toBeUndefined()
})

test('B1: 转交 wants somebody else who is not named yet, and says to whom', () => {
  const to = (id: string) => ({ ...emptyHandling('C1'), kind: 'transferred' as const, to: { id, name: '王五', reach: { bound: true, follows: true, hasPhone: true, wechatCredits: 0 } } })
  const code = (draft: HandlingDraft, known = facts) => checkHandling(known, draft, asked('staff'))?.code
  expect(code({ ...to('x'), to: null })).toBe('transfer.nobody-chosen')
  expect(code(to('a'))).toBe('transfer.to-oneself')
  expect(code(to('li'), { ...facts, recipientIds: ['li'] })).toBe('transfer.already-named')
  expect(code(to('li'))).toBeUndefined()
  expect(consequenceWords(to('x'))).toBe('确定转交给王五，继续提醒')
})
