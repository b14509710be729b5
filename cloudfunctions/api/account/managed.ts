import type { ManagedAccount } from '../../../contract/account-admin'
import { maskPhone } from '../../../domain/account/account'
import { refusalOfChange } from '../../../domain/account/guard'
import { isAbove } from '../../../domain/account/role'
import { fail } from '../../../domain/kernel/failure'
import { mustSee } from '../../../cloud/gate/permission'
import type { Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { countAdminChange, otherAdmins } from '../../../cloud/repositories/account-table'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import type { AccountReach } from '../../../cloud/repositories/reach'
import { openCodesOf } from '../../../cloud/repositories/bind-codes'
import { sessionsOf } from '../../../cloud/repositories/sessions'

interface Seen { reach: AccountReach; departments: ReadonlyMap<string, string>; caller: SignedIn }

const stateOf = ({ active }: AccountDoc, { bound }: AccountReach): ManagedAccount['state'] => {
  if (!active) return 'off'
  return bound ? 'bound' : 'unbound'
}

/** As it is told in 账号管理. */
export const managedView = (account: AccountDoc, seen: Seen): ManagedAccount => ({
  id: account._id,
  name: account.name,
  loginName: account.loginName,
  role: account.role,
  department: account.departmentId === null ? null : { id: account.departmentId, name: seen.departments.get(account.departmentId) ?? '' },
  phoneMasked: account.phone === '' ? '' : maskPhone(account.phone),
  state: stateOf(account, seen.reach),
  reach: seen.reach,
  mayChange: !isAbove(account.role, seen.caller.role),
})

/** What the audit keeps of an account: no whole phone number, no hash. */
export const accountNote = ({ name, loginName, role, departmentId, phone, active }: Pick<AccountDoc, 'name' | 'loginName' | 'role' | 'departmentId' | 'phone' | 'active'>) =>
  ({ name, loginName, role, departmentId, phone: phone === '' ? '' : maskPhone(phone), active })

/** The account of this institution. Failure: `not-found`. */
export async function mustFindAccount(id: string, caller: SignedIn, { tx }: Pick<Work<unknown>, 'tx'>): Promise<AccountDoc> {
  return mustSee(await tx.get('accounts', id), ({ institutionId }) => ({ institutionId }), { caller, action: 'account.write' })
}

/** Fails with the reason of `refusalOfChange`; whoever passes has counted the change of administrators. */
export async function mustAllow(change: { before: AccountDoc | null; after: Pick<AccountDoc, 'role' | 'active'> }, caller: SignedIn, { store, tx }: Work<unknown>): Promise<void> {
  const { before, after } = change
  const standing = before && { id: before._id, role: before.role, active: before.active }
  const others = await otherAdmins(store, caller.institutionId, before?._id ?? '')
  const code = refusalOfChange({ caller, before: standing, after, otherAdmins: others })
  if (code !== null) fail(code)
  if (before?.role === 'hospital-admin' || after.role === 'hospital-admin') await countAdminChange(tx, caller.institutionId)
}

/** Ends its sessions and voids its open codes. */
export async function shutOut({ institutionId, _id: accountId }: AccountDoc, { store, tx }: Work<unknown>): Promise<void> {
  for (const { _id } of await sessionsOf(store, { institutionId, accountId })) await tx.remove('sessions', _id)
  for (const { _id } of await openCodesOf(store, institutionId, accountId)) await tx.remove('bind_codes', _id)
}
