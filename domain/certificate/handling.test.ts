import fc from 'fast-check'
import type { Caller } from '../account/caller'
import { ROLES, type Role } from '../account/role'
import { addDays } from '../kernel/civil-day'
import { decideHandling, HANDLING_KINDS, latestResume, type HandlingFacts, type HandlingRequest } from './handling'

const today = '2026-11-23'
const caller = (role: Role): Caller => ({ accountId: 'me', institutionId: 'h1', role, departmentIds: ['eye'], name: '张三' })
const facts = (days = 60): HandlingFacts => ({ expiresOn: addDays(today, days), longTerm: false, handling: null, cycle: 1 })
const ask = (change: Partial<HandlingRequest>): HandlingRequest => ({ kind: 'noted', note: '', reference: '', until: null, renewal: null, ...change })
const decide = (role: Role, change: Partial<HandlingRequest>, known = facts()) => decideHandling(known, ask(change), { caller: caller(role), today })

describe('handling a warning', () => {
  test('S35: 仅标记已处理 keeps the note and silences without end', () => {
    expect(decide('equipment-office', { kind: 'noted', note: ' 已报名考试 ' })).toEqual({
      ok: true, change: { handling: { kind: 'noted', note: '已报名考试', reference: '', until: null }, cycle: 1, expiresOn: facts().expiresOn, longTerm: false },
    })
    expect(decide('equipment-office', { kind: 'noted', note: ' ' })).toMatchObject({ ok: false, code: 'handling.note-missing' })
  })

  test.each(['noted', 'revoked'] as const)('B30: %s needs 设备科, 科室负责人 or 院级', (kind) => {
    const allowed = ROLES.filter((role) => decide(role, { kind, note: '离岗' }).ok)
    expect(allowed).toEqual(['hospital-admin', 'equipment-office', 'department-head'])
  })

  test('只读 handles nothing', () => {
    for (const kind of HANDLING_KINDS) expect(decide('viewer', { kind, note: 'x', until: addDays(today, 1) })).toMatchObject({ code: 'forbidden' })
  })

  test('B30: 科室人员 puts a warning off by at most seven days', () => {
    expect(decide('staff', { kind: 'snoozed', until: addDays(today, 7) }).ok).toBe(true)
    expect(decide('staff', { kind: 'snoozed', until: addDays(today, 8) })).toMatchObject({ code: 'handling.until-too-late', detail: { latest: addDays(today, 7) } })
    expect(decide('department-head', { kind: 'snoozed', until: addDays(today, 30) }).ok).toBe(true)
  })

  test('B30: 科室人员 reports 已提交复审 with 受理号 until a date', () => {
    expect(decide('staff', { kind: 'review', reference: 'FS2026-1123', until: addDays(today, 30) })).toMatchObject({
      ok: true, change: { handling: { kind: 'review', reference: 'FS2026-1123', until: addDays(today, 30) } },
    })
  })

  test('B30: no silence passes 有效期−7 without 设备科', () => {
    const until = addDays(today, 54)
    expect(decide('department-head', { kind: 'review', until })).toMatchObject({ code: 'handling.until-too-late', detail: { latest: addDays(today, 53) } })
    expect(decide('department-head', { kind: 'review', until: addDays(today, 53) }).ok).toBe(true)
    expect(decide('equipment-office', { kind: 'review', until }).ok).toBe(true)
  })

  test('the nearer of two bounds is the one that is told', () => {
    const context = { caller: caller('staff'), today }
    expect(latestResume(facts(10), 'snoozed', context)).toBe(addDays(today, 3))
    expect(latestResume(facts(60), 'snoozed', context)).toBe(addDays(today, 7))
    expect(latestResume({ expiresOn: null, longTerm: true }, 'review', context)).toBeNull()
    expect(latestResume(facts(3), 'review', { ...context, caller: caller('equipment-office') })).toBeNull()
  })

  test('a silence needs a day that lies ahead', () => {
    expect(decide('staff', { kind: 'review' })).toMatchObject({ code: 'handling.until-missing' })
    expect(decide('staff', { kind: 'snoozed', until: today })).toMatchObject({ code: 'handling.until-passed' })
  })

  test('已换证 opens the next cycle with a later end and no handling', () => {
    const expiresOn = addDays(today, 800)
    expect(decide('staff', { kind: 'renewed', renewal: { expiresOn, longTerm: false } })).toEqual({ ok: true, change: { handling: null, cycle: 2, expiresOn, longTerm: false } })
    expect(decide('staff', { kind: 'renewed', renewal: { expiresOn: null, longTerm: true } })).toMatchObject({ ok: true, change: { expiresOn: null, longTerm: true, cycle: 2 } })
  })

  test('已换证 without an end, or with one that is not later, is refused', () => {
    expect(decide('staff', { kind: 'renewed' })).toMatchObject({ code: 'handling.renewal-missing' })
    expect(decide('staff', { kind: 'renewed', renewal: { expiresOn: null, longTerm: false } })).toMatchObject({ code: 'handling.expiry-missing' })
    expect(decide('staff', { kind: 'renewed', renewal: { expiresOn: facts().expiresOn, longTerm: false } })).toMatchObject({ code: 'handling.expiry-not-later' })
    expect(decide('staff', { kind: 'renewed', renewal: { issuedOn: addDays(today, 81), expiresOn: addDays(today, 80), longTerm: false } })).toMatchObject({ code: 'handling.expires-before-issue' })
  })

  test('a revoked certificate is not handled again', () => {
    const revoked: HandlingFacts = { ...facts(), handling: { kind: 'revoked', until: null } }
    expect(decide('hospital-admin', { kind: 'noted', note: 'x' }, revoked)).toMatchObject({ code: 'handling.already-revoked' })
  })

  test('whatever is asked, a silence that is granted ends after today and within the asker\'s bounds', () => {
    const day = fc.integer({ min: -30, max: 400 }).map((n) => addDays(today, n))
    fc.assert(fc.property(fc.constantFrom(...ROLES), fc.constantFrom('review' as const, 'snoozed' as const), day, fc.integer({ min: -10, max: 200 }), (role, kind, until, days) => {
      const decision = decide(role, { kind, until }, facts(days))
      if (!decision.ok) return
      expect(until > today).toBe(true)
      if (role === 'staff' && kind === 'snoozed') expect(until <= addDays(today, 7)).toBe(true)
      if (role === 'staff' || role === 'department-head') expect(until <= addDays(today, days - 7)).toBe(true)
    }))
  })
})
