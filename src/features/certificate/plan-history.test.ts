import { emptyForm } from '../../../domain/certificate/certificate'
import { historyOf } from './plan-history'
import { planWords } from './plan-words'

const form = { ...emptyForm(), expiresOn: '2026-12-08', leadDays: 30, recipientIds: ['li'] }
const known = { form, handling: null, cycle: 1, toldOn: '2026-11-23' }
const now = new Date('2026-11-23T03:00:00Z')

test('B8: a certificate that was told today is not said to be sent again right after saving', () => {
  expect(planWords(form, now, historyOf(known, form)).rhythm).toBe('首次日期已过，下次 2026-11-24 08:00，还有 15 次。')
})

test('somebody new opens the last day again', () => {
  const more = { ...form, recipientIds: ['li', 'wang'] }
  expect(historyOf(known, more).toldOn).toBe('2026-11-22')
  expect(historyOf(known, { ...form, channels: { ...form.channels, sms: true } }).toldOn).toBe('2026-11-22')
})

test('a new certificate has no history', () => {
  expect(historyOf(null, form)).toEqual({ handling: null, toldOn: null })
})

test('S35: another 有效期至 opens a handled warning again, but not one that was revoked', () => {
  const handling = { kind: 'noted' as const, note: '', reference: '', until: null, by: '张三', at: '2026-11-20T01:00:00.000Z' }
  const later = { ...form, expiresOn: '2030-12-08' }
  expect(historyOf({ ...known, handling }, form).handling).toBe(handling)
  expect(historyOf({ ...known, handling }, later).handling).toBeNull()
  expect(historyOf({ ...known, handling: { ...handling, kind: 'revoked' } }, later).handling?.kind).toBe('revoked')
})
