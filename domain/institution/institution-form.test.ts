import { checkInstitution, tidyInstitution } from './institution-form'

const FORM = { name: ' 滨海 医院 ', adminName: ' 陈院长', loginName: 'Chen', phone: '138 0000 0099' }

test('B25: a hospital is made with its full name and an administrator who can be called', () => {
  expect(tidyInstitution(FORM)).toEqual({ name: '滨海 医院', adminName: '陈院长', loginName: 'chen', phone: '13800000099' })
  expect(checkInstitution(tidyInstitution(FORM))).toEqual({})
})

test('B25: what is wrong is said at its own field', () => {
  expect(checkInstitution(tidyInstitution({ name: ' ', adminName: '', loginName: '=x', phone: '12' }))).toEqual({
    name: 'institution.name-missing', adminName: 'account.name-missing', loginName: 'account.login-name-signs', phone: 'account.phone-invalid',
  })
  expect(checkInstitution({ ...FORM, name: '院'.repeat(61), loginName: 'chen', phone: '' })).toEqual({ name: 'institution.name-too-long' })
})
