import { emptyForm } from '../../../domain/certificate/certificate'
import { GUIDE_RULES } from '../../../domain/reminder/rules'
import { historyOf } from './plan-history'
import { planWords } from './plan-words'

const form = { ...emptyForm(), expiresOn: '2026-12-08', leadDays: 30, recipientIds: ['li'] }
const known = { form, handling: null, cycle: 1, toldOn: '2026-11-23' }
const now = new Date('2026-11-23T03:00:00Z')
const at = { now }

test('B8: a certificate that was told today is not said to be sent again right after saving', () => {
  expect(planWords(form, now, historyOf(known, form, at)).rhythm).toBe('首次日期已过，下次 2026-11-24 08:00，还有 15 次。')
})

test('somebody new opens the last day again', () => {
  const more = { ...form, recipientIds: ['li', 'wang'] }
  expect(historyOf(known, more, at).toldOn).toBe('2026-11-22')
  expect(historyOf(known, { ...form, channels: { ...form.channels, sms: true } }, at).toldOn).toBe('2026-11-22')
})

test('a channel that its type lets speak on 节点 only does not open a day that is none; a handling that other dates end opens it', () => {
  const rules = { ...GUIDE_RULES, rhythm: { ...GUIDE_RULES.rhythm, sms: 'steps' as const }, steps: [7, 1] }
  expect(historyOf(known, { ...form, channels: { ...form.channels, sms: true } }, { now, rules }).toldOn).toBe('2026-11-23')
  const handling = { kind: 'noted' as const, note: '', reference: '', until: null, by: '张三', at: '2026-11-23T01:00:00.000Z' }
  expect(historyOf({ ...known, handling }, { ...form, expiresOn: '2026-12-09' }, at).toldOn).toBe('2026-11-22')
})

test('a new certificate has no history', () => {
  expect(historyOf(null, form, at)).toEqual({ handling: null, toldOn: null })
})

test('S35: another 有效期至 opens a handled warning again, but not one that was revoked', () => {
  const handling = { kind: 'noted' as const, note: '', reference: '', until: null, by: '张三', at: '2026-11-20T01:00:00.000Z' }
  const later = { ...form, expiresOn: '2030-12-08' }
  expect(historyOf({ ...known, handling }, form, at).handling).toBe(handling)
  expect(historyOf({ ...known, handling }, later, at).handling).toBeNull()
  expect(historyOf({ ...known, handling: { ...handling, kind: 'revoked' } }, later, at).handling?.kind).toBe('revoked')
})
