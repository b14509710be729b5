import { storage } from '../../platform/storage'

const KEY = 'institution'

export type CredentialField = 'institution' | 'loginName' | 'password' | 'code'
export type Credentials = Readonly<Record<CredentialField, string>>

const MISSING: Readonly<Record<CredentialField, string>> = { institution: '请输入所属机构', loginName: '请输入登录名', password: '请输入密码', code: '请输入绑定码' }

/** Which of the asked fields are empty, each with its sentence. */
export const missing = (credentials: Credentials, asked: readonly CredentialField[]): Partial<Record<CredentialField, string>> =>
  Object.fromEntries(asked.filter((field) => credentials[field].trim() === '').map((field) => [field, MISSING[field]]))

/** The institution is asked once per device. */
export const emptyCredentials = (): Credentials => {
  const kept = storage.read(KEY)
  return { institution: typeof kept === 'string' ? kept : '', loginName: '', password: '', code: '' }
}
export const keepInstitution = (name: string): void => storage.write(KEY, name)
