import { emptyForm } from './certificate'
import { checkForm, warnForm } from './form'
import { isTitleBelow } from './title'
import { checkType, DEVICE_OPERATOR, isTooShortForReview, leadAfterChoice, tidyType, usualExpiry, type CertificateType } from './type'
import { LOCAL_RULES_FIRST, TYPE_PRESETS } from './type-presets'

const presetOf = (id: string): CertificateType => TYPE_PRESETS.find((type) => type.id === id) ?? DEVICE_OPERATOR
const today = '2026-11-25'
const form = { ...emptyForm(), deviceIds: ['d'], number: '1', expiresOn: '2027-11-25' }

test('B14: every preset may be saved as it is, says its 依据 and that local rules come first', () => {
  expect(new Set(TYPE_PRESETS.map(({ id }) => id)).size).toBe(TYPE_PRESETS.length)
  for (const type of TYPE_PRESETS) expect([type.id, checkType(type), tidyType(type)]).toEqual([type.id, {}, type])
  for (const type of TYPE_PRESETS.filter(({ id }) => id !== 'device-operator')) expect(type.basis).toContain(LOCAL_RULES_FIRST)
})

test('B32: 放射防护培训 and 职业健康检查 need no device, 设备配置许可证 no person', () => {
  expect(['radiation-training', 'health-check'].map((id) => presetOf(id).needsDevice)).toEqual([false, false])
  expect(presetOf('equipment-licence')).toMatchObject({ menu: 'device-licence', needsDevice: true, needsPerson: false })
})

test('S31: the form is asked for what its type demands', () => {
  expect(checkForm({ ...form, deviceIds: [] }, { today })).toEqual({ deviceIds: 'certificate.devices-missing' })
  expect(checkForm({ ...form, deviceIds: [] }, { today, type: presetOf('radiation-training') })).toEqual({ holderName: 'certificate.field-missing', issuedOn: 'certificate.field-missing' })
  expect(checkForm(form, { today, type: presetOf('equipment-licence') })).toEqual({ issuer: 'certificate.field-missing' })
})

test('B32: an untouched lead becomes review window + 30 days, a touched one stays and is warned of when it is shorter', () => {
  const r1 = presetOf('special-r1')
  expect(leadAfterChoice(r1, { days: 5, touched: false })).toBe(120)
  expect(leadAfterChoice(r1, { days: 60, touched: true })).toBe(60)
  expect([isTooShortForReview(r1, 119), isTooShortForReview(r1, 120), isTooShortForReview(DEVICE_OPERATOR, 0)]).toEqual([true, false, false])
  expect(warnForm({ ...form, leadDays: 60 }, { today, type: r1 })).toEqual(['certificate.too-late-for-review'])
  expect(warnForm({ ...form, leadDays: 60 }, { today })).toEqual([])
})

test('B14: a 职称 below what the type asks for is known; one of unknown level and a type that asks nothing are not complained of', () => {
  expect(['技师', '主管技师', '主任技师'].map((name) => isTitleBelow(name, 'intermediate'))).toEqual([true, false, false])
  expect([isTitleBelow('物理师', 'intermediate'), isTitleBelow('', 'senior'), isTitleBelow('技师', null), isTitleBelow('技师', 'none')]).toEqual([false, false, false, false])
})

test('B14: the usual last day is the day before the date returns', () => {
  expect(usualExpiry({ validityMonths: 48 }, '2026-11-01')).toBe('2030-10-31')
  expect([usualExpiry({ validityMonths: null }, '2026-11-01'), usualExpiry({ validityMonths: 48 }, null)]).toEqual([null, null])
})

test('what a type must not say is told at its field', () => {
  const wrong: CertificateType = { ...DEVICE_OPERATOR, name: ' ', leadDays: -1, validityMonths: 0, rules: { ...DEVICE_OPERATOR.rules, steps: [1.5], escalation: [{ daysBefore: -3, role: 'staff' }] } }
  expect(checkType(wrong)).toEqual({ name: 'type.name-missing', leadDays: 'certificate.lead-out-of-range', validityMonths: 'type.validity-out-of-range', steps: 'type.steps-invalid', escalation: 'type.escalation-invalid' })
})
