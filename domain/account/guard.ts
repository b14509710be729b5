import { isAbove, type Role } from './role'

interface Standing { id: string; role: Role; active: boolean }

export interface AccountChange {
  caller: { accountId: string; role: Role }
  /** null: a new account. */
  before: Standing | null
  after: { role: Role; active: boolean }
  /** 院级管理员 in use besides this account. */
  otherAdmins: number
}

const isAdmin = ({ role, active }: { role: Role; active: boolean }): boolean => role === 'hospital-admin' && active

const ofOneself = (before: Standing, after: AccountChange['after']): string | null => {
  if (after.role !== before.role) return 'account.own-role'
  return after.active ? null : 'account.oneself'
}

const losesLastAdmin = ({ before, after, otherAdmins }: AccountChange): boolean => before !== null && isAdmin(before) && !isAdmin(after) && otherAdmins === 0

/**
 * Why an account may not be changed so; null: it may (B25). Nobody gives or touches a role above his own, nobody changes his own role or
 * switches himself off, and the last 院级管理员 stays.
 */
export function refusalOfChange(change: AccountChange): string | null {
  const { caller, before, after } = change
  const standing = before ?? { id: '', ...after }
  if (isAbove(standing.role, caller.role)) return 'account.above-you'
  if (isAbove(after.role, caller.role)) return 'account.role-above-yours'
  const own = standing.id === caller.accountId ? ofOneself(standing, after) : null
  return own ?? (losesLastAdmin(change) ? 'account.last-admin' : null)
}

/** Why somebody may not have his own account erased; null: he may. The last 院级管理员 names another one first, or nobody could ever make one. */
export const refusalOfErasing = ({ role, otherAdmins }: { role: Role; otherAdmins: number }): string | null =>
  (role === 'hospital-admin' && otherAdmins === 0 ? 'account.last-admin' : null)
