import { emptyForm } from '../../../domain/certificate/certificate'
import { changedFields, changeForm, fieldsOfFailure, newForm, rebase, shownFields, toggleChannel, toggleRole } from './change-form'

const base = { ...emptyForm(), number: 'C000000001', holderName: '张三', expiresOn: '2028-01-06', issuedOn: '2024-01-07', validFrom: '2024-01-07' }

test('S27, S28, S38: a new form starts with 5 days, 08:00:00, 首页 and 微信 ticked and the 录入人 told', () => {
  expect(newForm(['d1'])).toMatchObject({ deviceIds: ['d1'], leadDays: 5, sendTime: '08:00:00', channels: { home: true, sms: false, wechat: true }, relatedRoles: ['creator'] })
})

test('S49: 生效日期 follows 签发日期 while the two are the same, and stays when somebody had set it apart', () => {
  expect(changeForm(base, { issuedOn: '2024-02-01' }).validFrom).toBe('2024-02-01')
  expect(changeForm({ ...base, validFrom: '2024-03-01' }, { issuedOn: '2024-02-01' }).validFrom).toBe('2024-03-01')
})

test('S31: 长期有效 empties 有效期至, and a chosen 有效期至 takes 长期有效 away', () => {
  const long = changeForm(base, { longTerm: true })
  expect(long).toMatchObject({ longTerm: true, expiresOn: null })
  expect(changeForm(long, { expiresOn: '2030-01-01' })).toMatchObject({ longTerm: false, expiresOn: '2030-01-01' })
})

test('S38: the three channels are ticked one by one', () => {
  expect(toggleChannel(newForm(), 'sms').channels).toEqual({ home: true, sms: true, wechat: true })
  expect(toggleChannel(newForm(), 'home').channels).toEqual({ home: false, sms: false, wechat: true })
})

test('S39: 录入人 and 修改人 are ticked one by one', () => {
  expect(toggleRole(toggleRole(newForm(), 'editor'), 'creator').relatedRoles).toEqual(['editor'])
})

describe('when somebody else saved meanwhile', () => {
  test('my changes stand on top of his, and what I left alone becomes his', () => {
    const mine = { ...base, leadDays: 30 }
    const theirs = { ...base, issuer: '中华医学会' }
    expect(rebase(mine, base, theirs)).toEqual({ form: { ...base, leadDays: 30, issuer: '中华医学会' }, clashes: [] })
  })

  test('what both changed is named, unless both wrote the same', () => {
    const mine = { ...base, leadDays: 30, title: '技师' }
    const theirs = { ...base, leadDays: 60, title: '技师' }
    expect(rebase(mine, base, theirs)).toMatchObject({ form: { leadDays: 30 }, clashes: ['leadDays'] })
  })

  test('an untouched form has no changed fields', () => {
    expect(changedFields(base, { ...base })).toEqual([])
  })
})

test('a refused save is told at the field it is about', () => {
  expect(fieldsOfFailure({ code: 'invalid-input', detail: { fields: { 'form.expiresOn': 'day.invalid' } } })).toEqual({ expiresOn: 'day.invalid' })
  expect(fieldsOfFailure({ code: 'certificate.number-taken', detail: { id: 'x' } })).toEqual({ number: 'certificate.number-taken' })
  expect(fieldsOfFailure({ code: 'forbidden', detail: {} })).toBeNull()
})

test('S49: what is wrong with 生效日期 is said at 签发日期, the field that form A shows', () => {
  expect(shownFields({ validFrom: 'certificate.valid-from-before-issue' }).issuedOn).toBe('certificate.valid-from-before-issue')
})
