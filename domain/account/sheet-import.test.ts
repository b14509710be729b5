import fc from 'fast-check'
import { isMobileNumber } from './account'
import { ROLES } from './role'
import { ROLE_WORDS } from './role-words'
import type { AccountCells } from './sheet-columns'
import { readAccount } from './sheet-row'
import { accountProblemWords } from './sheet-words'

const cells = (over: Partial<AccountCells> = {}): AccountCells => ({ name: '张伟', loginName: 'ZhangWei', role: '科室人员', department: '影像中心', phone: '138 0000 0001', ...over })
const codes = (over: Partial<AccountCells>): string[] => readAccount(cells(over)).problems.map(({ code }) => code)

test('B25: a row says an account as it would be typed: log-in name without case, phone without blanks, role by its name', () => {
  expect(readAccount(cells())).toEqual({
    form: { name: '张伟', loginName: 'zhangwei', role: 'staff', departmentId: null, phone: '13800000001' }, role: 'staff', department: '影像中心', problems: [],
  })
})

test('B25: every role is read by the hospital’s name for it, and nothing else is a role', () => {
  expect(ROLES.map((role) => readAccount(cells({ role: ROLE_WORDS[role] })).role)).toEqual(ROLES)
  fc.assert(fc.property(fc.string().filter((said) => !Object.values(ROLE_WORDS).includes(said.trim())), (said) => {
    const { role, problems } = readAccount(cells({ role: said }))
    return role === null && problems.some(({ field }) => field === 'role')
  }))
})

test('B23: whatever stands in the cells, a row without problems can be made an account, and each problem names its column in words', () => {
  const cell = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('', '张伟', 'zhang.wei', '13800000001', '１３８００００００１'))
  fc.assert(fc.property(fc.record({ name: cell, loginName: cell, role: fc.constantFrom('科室人员', '设备科', ''), department: cell, phone: cell }), (row) => {
    const { form, problems } = readAccount(row)
    const sound = form.name !== '' && form.loginName.length >= 2 && (form.phone === '' || isMobileNumber(String(form.phone)))
    return problems.length === 0 ? sound : problems.every((problem) => /^(姓名|登录名|角色|手机号)：/.test(accountProblemWords(problem)))
  }))
})

test('each fault has its own code', () => {
  expect([codes({ name: '' }), codes({ loginName: '' }), codes({ loginName: 'a' }), codes({ loginName: '-ab' }), codes({ phone: '0571-1' }), codes({ role: '主任' }), codes({ role: '' })].flat()).toEqual([
    'account.name-missing', 'account.login-name-missing', 'account.login-name-length', 'account.login-name-signs', 'account.phone-invalid', 'import.role-unknown', 'import.role-missing',
  ])
})
