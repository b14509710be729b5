import type { Role } from './role'

/** What a person signs in with. A person may have none (B27). */
export interface Account {
  id: string
  institutionId: string
  loginName: string
  name: string
  role: Role
  /** As an administrator chose them, not expanded. */
  departmentIds: readonly string[]
  /** Eleven digits of a mainland mobile number; `null`: none known, so no SMS. */
  phone: string | null
  personId: string | null
  /** `off`: may not sign in and is told nothing. */
  status: 'active' | 'off'
}

export const ACCOUNT_LIMITS = { loginName: 32, name: 20 } as const

/** 1 and ten more digits: the only numbers the SMS provider takes here. */
export const isMobileNumber = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

/** Log-in names are compared without case and width. Returns the stored form. */
export const loginNameKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** `138****0001`: enough to recognise one's own number, too little to call a stranger. */
export const maskPhone = (phone: string): string => (phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`)
