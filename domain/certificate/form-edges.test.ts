import fc from 'fast-check'
import { CERTIFICATE_LIMITS, emptyForm, GENDERS, RELATED_ROLES, type CertificateForm } from './certificate'
import { checkForm, tidyForm } from './form'

const today = '2024-08-01'
const filled = (change: Partial<CertificateForm> = {}): CertificateForm => ({
  ...emptyForm(), deviceIds: ['d1'], number: 'C1', holderName: '张三', issuedOn: '2021-02-01', expiresOn: '2025-01-31', ...change,
})
const codes = (change: Partial<CertificateForm>) => checkForm(filled(change), { today })

const TEXTS = ['issuer', 'number', 'holderName', 'title', 'operableDevice', 'description', 'template'] as const
/** One visible character: of one UTF-16 unit, of two, Chinese, ideographic beyond the basic plane, a control picture. */
const letter = fc.constantFrom('a', '中', '𠮷', '😀', '（', '-')
const text = (length: number) => fc.array(letter, { minLength: length, maxLength: length }).map((letters) => letters.join(''))

test.each(TEXTS)('S18–S20, S23, S24, S29, S41: %s takes as many characters as it may hold, whatever they are, and not one more', (field) => {
  const limit = CERTIFICATE_LIMITS[field]
  fc.assert(fc.property(text(limit), letter, (full, more) => {
    expect(codes({ [field]: full })).toEqual({})
    expect(codes({ [field]: full + more })).toEqual({ [field]: 'certificate.text-too-long' })
  }), { numRuns: 20 })
})

const month = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 14 })).map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
test('S22: 出生年月 is a month of the calendar that has begun', () => {
  fc.assert(fc.property(month, (birthMonth) => {
    const number = Number(birthMonth.slice(5))
    const isOne = number >= 1 && number <= 12 && birthMonth <= '2024-08'
    expect(codes({ birthMonth })).toEqual(isOne ? {} : { birthMonth: 'certificate.birth-month-invalid' })
  }))
})

const triple = fc.tuple(fc.integer({ min: 2020, max: 2027 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
const digits = (value: number, width: number): string => String(value).padStart(width, '0')
const inCalendar = (year: number, monthOf: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, monthOf - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === monthOf - 1 && date.getUTCDate() === day
}
test('S25, S26: a date is refused exactly when the calendar has no such day, or it ends before it begins', () => {
  fc.assert(fc.property(triple, ([year, monthOf, day]) => {
    const expiresOn = `${year}-${digits(monthOf, 2)}-${digits(day, 2)}`
    const isDay = inCalendar(year, monthOf, day)
    const early = expiresOn < '2021-02-01' ? { expiresOn: 'certificate.expires-before-issue' } : {}
    expect(codes({ expiresOn })).toEqual(isDay ? early : { expiresOn: 'day.invalid' })
  }))
})

test('S27: 提前量 is a whole number from 0 to its limit', () => {
  fc.assert(fc.property(fc.oneof(fc.double(), fc.integer({ min: -10, max: 4000 })), (leadDays) => {
    const fits = Number.isInteger(leadDays) && leadDays >= 0 && leadDays <= CERTIFICATE_LIMITS.leadDays
    expect(Object.keys(codes({ leadDays }))).toEqual(fits ? [] : ['leadDays'])
  }))
})

test('S28: 发送时间 is a time of the day to the second', () => {
  const part = fc.integer({ min: 0, max: 70 })
  fc.assert(fc.property(part, part, part, (hour, minute, second) => {
    const sendTime = [hour, minute, second].map((value) => digits(value, 2)).join(':')
    expect(codes({ sendTime })).toEqual(hour < 24 && minute < 60 && second < 60 ? {} : { sendTime: 'send-time.invalid' })
  }))
})

const anyForm = fc.record<CertificateForm>({
  typeId: fc.constant('device-operator'), deviceIds: fc.array(fc.string(), { maxLength: 3 }), issuer: fc.string({ unit: 'binary' }), number: fc.string({ unit: 'binary' }),
  holderName: fc.string({ unit: 'binary' }), gender: fc.constantFrom(null, ...GENDERS), birthMonth: fc.option(month), title: fc.string(), operableDevice: fc.string(),
  issuedOn: fc.constantFrom(null, '2021-02-01', '2024-02-30'), validFrom: fc.constantFrom(null, '2021-02-01'), expiresOn: fc.constantFrom(null, '2025-01-31', '2020-01-01'), longTerm: fc.boolean(),
  leadDays: fc.integer(), sendTime: fc.constantFrom('08:00:00', '8:00'), description: fc.string(), attachmentIds: fc.array(fc.string(), { maxLength: 3 }),
  channels: fc.record({ home: fc.boolean(), sms: fc.boolean(), wechat: fc.boolean() }), relatedRoles: fc.array(fc.constantFrom(...RELATED_ROLES), { maxLength: 3 }),
  recipientIds: fc.array(fc.string(), { maxLength: 3 }), template: fc.string({ unit: 'binary' }),
})
test('S31: whatever is typed is judged without a crash, and what may be saved may be saved as it is stored', () => {
  const any = fc.oneof(anyForm, fc.record({ issuer: fc.string({ unit: 'binary' }), title: fc.string({ unit: 'binary' }), validFrom: fc.constantFrom(null, '2021-02-01'), longTerm: fc.boolean() }).map(filled))
  fc.assert(fc.property(any, (typed) => {
    const stored = tidyForm(typed)
    expect(tidyForm(stored)).toEqual(stored)
    fc.pre(Object.keys(checkForm(typed, { today })).length === 0)
    expect(checkForm(stored, { today })).toEqual({})
  }), { numRuns: 300 })
})
