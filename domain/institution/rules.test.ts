import { checkInstitutionRules, DEFAULT_INSTITUTION_RULES, quietAt } from './rules'

const NIGHT = DEFAULT_INSTITUTION_RULES.quietHours

test('B11: SMS go from 08:00 to 21:00; before it they wait, after it the day is over', () => {
  expect(quietAt(NIGHT, '07:59:59')).toEqual({ until: '08:00:00' })
  expect(quietAt(NIGHT, '08:00:00')).toBe('open')
  expect(quietAt(NIGHT, '20:59:59')).toBe('open')
  expect(quietAt(NIGHT, '21:00:00')).toBe('closed')
  expect(quietAt(NIGHT, '23:59:59')).toBe('closed')
})

test('quiet hours within a day, and none', () => {
  expect(quietAt({ from: '12:00:00', to: '14:00:00' }, '13:00:00')).toEqual({ until: '14:00:00' })
  expect(quietAt({ from: '12:00:00', to: '14:00:00' }, '14:00:00')).toBe('open')
  expect(quietAt({ from: '21:00:00', to: '00:00:00' }, '00:00:00')).toBe('open')
  expect(quietAt(null, '03:00:00')).toBe('open')
})

test('the defaults may be saved; what is wrong is told at its field', () => {
  expect(checkInstitutionRules(DEFAULT_INSTITUTION_RULES)).toEqual({})
  const holiday = { name: '春节', from: '2025-02-04', to: '2025-01-28' }
  expect(checkInstitutionRules({ ...DEFAULT_INSTITUTION_RULES, quietHours: { from: '8:00', to: '21:00:00' }, holidays: [holiday, { ...holiday, name: ' ' }], smsPrice: 0.5 })).toEqual({
    quietHours: 'rules.quiet-hours-invalid', 'holidays.0': 'rules.holiday-ends-before-it-begins', 'holidays.1': 'rules.holiday-name-invalid', smsPrice: 'rules.sms-price-invalid',
  })
})
