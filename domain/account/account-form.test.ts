import { checkAccount, tidyAccount, type AccountForm } from './account-form'

const form = (over: Partial<AccountForm> = {}): AccountForm => ({ name: '张三', loginName: 'zhangsan', role: 'staff', departmentId: 'd', phone: '13800000002', ...over })

test('a filled form may be saved', () => {
  expect(checkAccount(form())).toEqual({})
  expect(checkAccount(form({ phone: '' }))).toEqual({})
  expect(checkAccount(form({ phone: null }))).toEqual({})
})

test.each([
  [{ name: '' }, { name: 'account.name-missing' }],
  [{ name: '张'.repeat(21) }, { name: 'account.name-too-long' }],
  [{ loginName: '' }, { loginName: 'account.login-name-missing' }],
  [{ loginName: 'a' }, { loginName: 'account.login-name-length' }],
  [{ loginName: 'a b' }, { loginName: 'account.login-name-signs' }],
  [{ loginName: '=cmd' }, { loginName: 'account.login-name-signs' }],
  [{ phone: '1380000000' }, { phone: 'account.phone-invalid' }],
  [{ phone: '02112345678' }, { phone: 'account.phone-invalid' }],
  [{ departmentId: null }, { departmentId: 'account.department-missing' }],
] as const)('what is wrong is told at its field: %j', (over, codes) => {
  expect(checkAccount(form(over))).toEqual(codes)
})

test('who sees the whole institution needs no department', () => {
  expect(checkAccount(form({ role: 'equipment-office', departmentId: null }))).toEqual({})
})

test('a phone number copied with blanks or in full width is the same number; log-in names are stored in small letters', () => {
  expect(tidyAccount(form({ phone: '１３８ 0000-0002', loginName: ' ZhangSan ' }))).toMatchObject({ phone: '13800000002', loginName: 'zhangsan' })
})
