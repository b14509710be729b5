import type { CertificateDoc } from '../../../cloud/documents'
import { certificate } from '../../../cloud/testing/reminder-bench'
import { instantOf } from '../../../domain/kernel/civil-day'
import { GUIDE_RULES, type ReminderRules } from '../../../domain/reminder/rules'
import { planned } from './reminder'

/** A day on which everybody was told at 10:00, and somebody saves the certificate afterwards. */
const today = '2024-09-02'
const eleven = instantOf(today, '11:00:00')
const tomorrow = instantOf('2024-09-03', '10:00:00')
const handled = { kind: 'noted', note: 'x', reference: '', until: null, byAccountId: 'acc-zhang', byName: '张三', at: eleven } as const

const told = (over: Partial<CertificateDoc> = {}, toldOn = today): CertificateDoc => {
  const doc = certificate('c1', over, instantOf('2024-08-01', '09:00:00'))
  return { ...doc, reminder: { nextAt: tomorrow, holdReason: null, toldOn } }
}
const saved = (before: CertificateDoc, over: Partial<CertificateDoc>, rules: ReminderRules = GUIDE_RULES) => planned({ ...before, ...over }, before, { now: eleven, rules }).reminder

test('B8: who was told today is not told again, whatever else is saved', () => {
  expect(saved(told(), { leadDays: 170, recipientIds: [], description: 'x' })).toEqual({ nextAt: tomorrow, holdReason: null, toldOn: today })
  expect(saved(told(), { handling: handled })).toEqual({ nextAt: null, holdReason: 'handled', toldOn: today })
})

test.each<[string, Partial<CertificateDoc>, Partial<CertificateDoc>]>([
  ['it was handled, and is not any more', { handling: handled }, { handling: null }],
  ['it never expired, by mistake', { longTerm: true }, { longTerm: false }],
  ['it was not in its days yet', { expiresOn: '2026-01-31' }, { expiresOn: '2025-01-31' }],
  ['a channel was off', { channels: { home: true, sms: false, wechat: true } }, { channels: { home: true, sms: true, wechat: true } }],
  ['somebody was not named', { recipientIds: [] }, { recipientIds: ['acc-li'] }],
])('B1, S35: today is open again when its message may have been dropped: %s', (_, before, after) => {
  expect(saved(told(before), after)).toEqual({ nextAt: eleven, holdReason: null, toldOn: '2024-09-01' })
})

test('B28: a day that becomes a 节点 is told; 节点 of earlier days stay told', () => {
  const bySteps: ReminderRules = { ...GUIDE_RULES, rhythm: { ...GUIDE_RULES.rhythm, sms: 'steps' } }
  const channels = { home: true, sms: true, wechat: false }
  expect(saved(told({ channels }), { leadDays: 151 }, bySteps)).toMatchObject({ nextAt: eleven, toldOn: '2024-09-01' })
  const smsOnly = { home: false, sms: true, wechat: false }
  const before = told({ channels: smsOnly, expiresOn: '2024-10-01', leadDays: 30 }, '2024-09-01')
  expect(saved(before, { recipientIds: ['acc-li'] }, bySteps)).toMatchObject({ nextAt: instantOf('2024-09-16', '10:00:00'), toldOn: '2024-09-01' })
})

test('a new cycle begins untold', () => {
  expect(saved(told(), { cycle: 2 })).toEqual({ nextAt: eleven, holdReason: null, toldOn: null })
})
