import * as v from 'valibot'
import { certificateFormSchema, emptyForm, maskNumber, type CertificateForm } from './certificate'
import { checkForm, tidyForm, warnForm } from './form'
import { titleLevel, TITLES } from './title'

const today = '2024-08-01'
const form = (change: Partial<CertificateForm> = {}): CertificateForm => ({
  ...emptyForm(), deviceIds: ['d1', 'd2'], number: 'C000000001', holderName: '张三', issuedOn: '2021-02-01', expiresOn: '2025-01-31', ...change,
})
const codes = (change: Partial<CertificateForm>) => checkForm(form(change), { today })

describe('the certificate form', () => {
  test('S27, S28, S41: starts with 5 days, 08:00:00 and the guide\'s sentence', () => {
    expect(emptyForm()).toMatchObject({ leadDays: 5, sendTime: '08:00:00', template: '[设备名称]已经快到设备操作证到期日了, 设备操作证到期日是: [设备操作证到期日], 请及时处理!' })
    expect(v.is(certificateFormSchema, emptyForm())).toBe(true)
  })

  test('S31: what is reasonably filled in may be saved', () => {
    expect(codes({})).toEqual({})
    expect(codes({ holderName: '' })).toEqual({})
    expect(codes({ number: '', holderName: '张三' })).toEqual({})
    expect(codes({ issuedOn: null, gender: 'female', birthMonth: '1985-06', title: '主管技师' })).toEqual({})
  })

  test.each<[string, Partial<CertificateForm>, Record<string, string>]>([
    ['有效期 before 签发日期', { expiresOn: '2021-01-31' }, { expiresOn: 'certificate.expires-before-issue' }],
    ['有效期 before 生效日期', { validFrom: '2025-02-01' }, { expiresOn: 'certificate.expires-before-valid-from' }],
    ['生效日期 before 签发日期', { validFrom: '2021-01-31' }, { validFrom: 'certificate.valid-from-before-issue' }],
    ['提前量 −1', { leadDays: -1 }, { leadDays: 'certificate.lead-out-of-range' }],
    ['提前量 3651', { leadDays: 3651 }, { leadDays: 'certificate.lead-out-of-range' }],
    ['提前量 1.5', { leadDays: 1.5 }, { leadDays: 'certificate.lead-not-whole' }],
    ['提前量 that is no number', { leadDays: NaN }, { leadDays: 'certificate.lead-not-whole' }],
    ['25:00:00', { sendTime: '25:00:00' }, { sendTime: 'send-time.invalid' }],
    ['an empty device list', { deviceIds: [] }, { deviceIds: 'certificate.devices-missing' }],
    ['neither 证件号 nor 姓名', { number: ' ', holderName: '\u200b' }, { number: 'certificate.number-or-name-missing' }],
    ['no 有效期 without 长期有效', { expiresOn: null }, { expiresOn: 'certificate.expiry-missing' }],
    ['a day that is none', { expiresOn: '2025-02-30' }, { expiresOn: 'day.invalid' }],
    ['a birth month to come', { birthMonth: '2024-09' }, { birthMonth: 'certificate.birth-month-invalid' }],
    ['a long 描述', { description: '长'.repeat(501) }, { description: 'certificate.text-too-long' }],
    ['a long 证件号', { number: 'C'.repeat(61) }, { number: 'certificate.text-too-long' }],
    ['201 devices', { deviceIds: Array.from({ length: 201 }, (_, i) => `d${i}`) }, { deviceIds: 'certificate.too-many-devices' }],
    ['an empty template with a ticked channel', { template: ' ' }, { template: 'certificate.template-missing' }],
  ])('says at the field: %s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  test('the ends of what is allowed are allowed', () => {
    expect(codes({ leadDays: 0 })).toEqual({})
    expect(codes({ leadDays: 3650 })).toEqual({})
    expect(codes({ expiresOn: '2021-02-01' })).toEqual({})
    expect(codes({ description: '𠮷'.repeat(500) })).toEqual({})
    expect(codes({ birthMonth: '2024-08' })).toEqual({})
  })

  test('several wrong fields are told at once', () => {
    expect(Object.keys(codes({ deviceIds: [], leadDays: -1, sendTime: '' })).sort()).toEqual(['deviceIds', 'leadDays', 'sendTime'])
  })

  test('长期有效 needs no 有效期至 and loses one that was typed', () => {
    expect(codes({ longTerm: true, expiresOn: null })).toEqual({})
    expect(tidyForm(form({ longTerm: true })).expiresOn).toBeNull()
  })

  test('B34: a certificate that reminds nobody is said, not refused', () => {
    expect(warnForm(form({ channels: { home: false, sms: false, wechat: false } }), { today })).toEqual(['certificate.reminds-nobody'])
    expect(warnForm(form({ relatedRoles: [] }), { today })).toEqual(['certificate.reminds-nobody'])
    expect(warnForm(form({ relatedRoles: [], recipientIds: ['a'] }), { today })).toEqual([])
    expect(warnForm(form({ expiresOn: '2024-07-31' }), { today })).toEqual(['certificate.already-expired'])
    expect(warnForm(form({ expiresOn: today }), { today })).toEqual([])
    expect(warnForm(form({ longTerm: true, relatedRoles: [] }), { today })).toEqual([])
  })

  test('S40, S49: is stored tidy: each once, 生效日期 filled, blanks off, the template as typed', () => {
    const stored = tidyForm(form({ deviceIds: ['d1', 'd2', 'd1'], recipientIds: ['a', 'a'], relatedRoles: ['creator', 'creator'], holderName: ' 张三\n', template: ' 第一行\n第二行 ' }))
    expect(stored).toMatchObject({ deviceIds: ['d1', 'd2'], recipientIds: ['a'], relatedRoles: ['creator'], holderName: '张三', validFrom: '2021-02-01', template: '第一行\n第二行' })
    expect(tidyForm(stored)).toEqual(stored)
  })

  test('S23: proposed 职称 know their level, others do not', () => {
    expect(titleLevel('主管技师')).toBe('intermediate')
    expect(titleLevel('副主任医师')).toBe('associate-senior')
    expect(titleLevel('院长')).toBeNull()
    expect(new Set(TITLES.map(({ name }) => name)).size).toBe(TITLES.length)
  })

  test('a masked 证件号 is recognisable and not whole', () => {
    expect(maskNumber('C000000001')).toBe('C00****001')
    expect(maskNumber('A12345')).toBe('A****5')
    expect(maskNumber('1234')).toBe('****')
    expect(maskNumber('')).toBe('')
  })
})
