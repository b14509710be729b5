import { emptyForm } from '../../../domain/certificate/certificate'
import { historyOf } from './plan-history'
import { planWords } from './plan-words'

const form = { ...emptyForm(), expiresOn: '2026-12-08', leadDays: 30, recipientIds: ['li'] }
const known = { form, handling: null, holdReason: null, cycle: 1, nextSendAt: '2026-11-24T00:00:00.000Z' }
const today = '2026-11-23'
const now = new Date('2026-11-23T03:00:00Z')

test('B8: a certificate that was told today is not said to be sent again right after saving', () => {
  expect(planWords(form, now, historyOf(known, form, today)).rhythm).toBe('首次日期已过，下次 2026-11-24 08:00，还有 15 次。')
})

test('somebody new opens the day again', () => {
  const more = { ...form, recipientIds: ['li', 'wang'] }
  expect(historyOf(known, more, today).toldOn).toBeNull()
  expect(historyOf(known, { ...form, channels: { ...form.channels, sms: true } }, today).toldOn).toBeNull()
})

test('a certificate whose days have not begun, or whose time of today is still to come, is not told yet', () => {
  expect(historyOf({ ...known, form: { ...form, leadDays: 5 } }, form, today).toldOn).toBeNull()
  expect(historyOf({ ...known, nextSendAt: '2026-11-23T10:00:00.000Z' }, form, today).toldOn).toBeNull()
})

test('after the last send today is done, and a new certificate has no history', () => {
  expect(historyOf({ ...known, nextSendAt: null, holdReason: 'last-told' }, form, today).toldOn).toBe(today)
  expect(historyOf(null, form, today)).toEqual({ handling: null, toldOn: null })
})

test('S35: another 有效期至 opens a handled warning again, but not one that was revoked', () => {
  const handling = { kind: 'noted' as const, note: '', reference: '', until: null, by: '张三', at: '2026-11-20T01:00:00.000Z' }
  const later = { ...form, expiresOn: '2030-12-08' }
  expect(historyOf({ ...known, handling }, form, today).handling).toBe(handling)
  expect(historyOf({ ...known, handling }, later, today).handling).toBeNull()
  expect(historyOf({ ...known, handling: { ...handling, kind: 'revoked' } }, later, today).handling?.kind).toBe('revoked')
})
