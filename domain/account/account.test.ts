import { isMobileNumber, loginNameKey, maskPhone } from './account'

describe('an account', () => {
  test('only a mainland mobile number takes SMS', () => {
    expect(isMobileNumber('13800000001')).toBe(true)
    expect(['', '010-88888888', '12800000001', '1380000000', '+8613800000001'].some(isMobileNumber)).toBe(false)
  })

  test('its phone is never shown whole', () => {
    expect(maskPhone('13800000001')).toBe('138****0001')
    expect(maskPhone('1234567')).toBe('****')
  })

  test('log-in names are compared without case and width', () => {
    expect(loginNameKey(' ＺhangSan ')).toBe('zhangsan')
  })
})
