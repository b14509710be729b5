import { DEVICE_OPERATOR, type CertificateType } from '../../../domain/certificate/type'
import { TYPE_PRESETS } from '../../../domain/certificate/type-presets'
import { DEFAULT_INSTITUTION_RULES } from '../../../domain/institution/rules'
import { GUIDE_RULES } from '../../../domain/reminder/rules'
import { chooseType } from './choose-type'
import { newForm } from './change-form'
import { newDraft } from './draft'
import { NO_HISTORY, planWords } from './plan-words'
import { smsWords } from './sms-words'

const preset = (id: string): CertificateType => TYPE_PRESETS.find((type) => type.id === id) ?? DEVICE_OPERATOR
const now = new Date('2024-08-01T01:00:00Z')
const form = { ...newForm(['a']), expiresOn: '2025-01-31', leadDays: 180, sendTime: '10:00:00', channels: { home: true, sms: true, wechat: false } }

test('B32: a lead that nobody touched becomes the review window and 30 days, and goes back with 设备操作证', () => {
  const review = chooseType(newDraft(), DEVICE_OPERATOR, preset('special-r1'))
  expect(review.form).toMatchObject({ typeId: 'special-r1', leadDays: 120 })
  const licence = chooseType(review, preset('special-r1'), preset('equipment-licence'))
  expect(licence.form.leadDays).toBe(180)
  expect(chooseType(licence, preset('equipment-licence'), DEVICE_OPERATOR).form.leadDays).toBe(5)
})

test('B32: a lead that somebody typed, or saved, stays', () => {
  const typed = { ...newDraft(), form: { ...newForm(), leadDays: 10 } }
  expect(chooseType(typed, DEVICE_OPERATOR, preset('special-r1')).form.leadDays).toBe(10)
  expect(chooseType({ ...newDraft(), id: 'c' }, DEVICE_OPERATOR, preset('special-r1')).form.leadDays).toBe(5)
})

test('B28: channels that go by 节点 say how often each of them sends', () => {
  const rules = { ...GUIDE_RULES, rhythm: { home: 'daily', sms: 'steps', wechat: 'daily' } as const }
  const plan = planWords(form, now, { ...NO_HISTORY, rules })
  expect(plan.head).toBe('首次 2024-08-04 10:00，共 181 次')
  expect(plan.rhythm).toBe('首页 181 次、短信 9 次，处理后即停。')
  expect(planWords(form, now).rhythm).toBe('每天一次，处理后即停。')
})

test('B11, B28: what the SMS cost for one person, and that they wait or fall out in the quiet hours', () => {
  const rules = { ...DEFAULT_INSTITUTION_RULES, smsPrice: 5 }
  const plan = planWords(form, now)
  expect(smsWords(plan, form, rules)).toBe('短信 181 次，约 9.05 元/人。')
  expect(smsWords(plan, { ...form, sendTime: '07:00:00' }, { ...rules, smsPrice: null })).toBe('发送时间在短信静默时段，短信到 08:00 才发。')
  expect(smsWords(plan, { ...form, sendTime: '22:00:00' }, { ...rules, smsPrice: null })).toBe('发送时间在短信静默时段，当天的短信不会发。')
  expect(smsWords(plan, { ...form, channels: { home: true, sms: false, wechat: false } }, rules)).toBe('')
})
