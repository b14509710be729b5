import { foldWidth, lengthOf, tidy } from '../kernel/text'
import { ACCOUNT_LIMITS, isMobileNumber, loginNameKey } from './account'
import { needsDepartment, type Role } from './role'

/** What an administrator fills in of an account. */
export interface AccountForm {
  name: string
  loginName: string
  role: Role
  /** The department whose scope he has, with everything below it; null: none, for those who see the whole institution. */
  departmentId: string | null
  /** '' for none; null leaves what is stored, because the form shows it masked. */
  phone: string | null
}

/** Begins with a letter or a digit; Han is allowed, so that a 工号 or a name can serve. */
const LOGIN_NAME = /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]*$/u

/** As it is stored. */
export const tidyAccount = (form: AccountForm): AccountForm => ({
  ...form,
  name: tidy(form.name),
  loginName: loginNameKey(form.loginName),
  phone: form.phone === null ? null : foldWidth(form.phone).replace(/[\s-]/g, ''),
})

function loginNameCode(loginName: string): string | null {
  if (loginName === '') return 'account.login-name-missing'
  if (lengthOf(loginName) < 2 || lengthOf(loginName) > ACCOUNT_LIMITS.loginName) return 'account.login-name-length'
  return LOGIN_NAME.test(loginName) ? null : 'account.login-name-signs'
}

function nameCode(name: string): string | null {
  if (name === '') return 'account.name-missing'
  return lengthOf(name) > ACCOUNT_LIMITS.name ? 'account.name-too-long' : null
}

/** Field → code of a tidied form; empty when it may be saved. */
export function checkAccount({ name, loginName, role, departmentId, phone }: AccountForm): Record<string, string> {
  const codes = {
    name: nameCode(name),
    loginName: loginNameCode(loginName),
    departmentId: departmentId === null && needsDepartment(role) ? 'account.department-missing' : null,
    phone: phone === null || phone === '' || isMobileNumber(phone) ? null : 'account.phone-invalid',
  }
  return Object.fromEntries(Object.entries(codes).flatMap(([field, code]) => (code === null ? [] : [[field, code]])))
}
