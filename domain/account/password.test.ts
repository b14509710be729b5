import { checkPassword } from './password'

describe('a password', () => {
  test.each([
    ['Abc1234', 'password.too-short'],
    [`${'aB3!'.repeat(16)}x`, 'password.too-long'],
    ['abcdefgh', 'password.too-simple'],
    ['12345678', 'password.too-simple'],
    ['aaaa1111', 'password.too-simple'],
    ['xxZhangSan99', 'password.holds-login-name'],
  ])('«%s» is refused with %s', (password, code) => {
    expect(checkPassword(password, 'zhangsan')).toBe(code)
  })

  test.each(['yanke2024', '眼科裂隙灯0055', 'a b c d 1'])('«%s» may be used', (password) => {
    expect(checkPassword(password, 'zhangsan')).toBeNull()
  })

  test('an empty log-in name forbids nothing', () => {
    expect(checkPassword('yanke2024', '')).toBeNull()
  })
})
