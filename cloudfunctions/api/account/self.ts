import type { AccountSelf } from '../../../contract/account'
import { maskPhone } from '../../../domain/account/account'
import type { Ports } from '../../../cloud/ports'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { reachOfAccounts, type AccountReach } from '../../../cloud/repositories/reach'

export const NO_REACH: AccountReach = { bound: false, follows: false, hasPhone: false, wechatCredits: 0 }

async function departmentNamed(ports: Ports, account: AccountDoc): Promise<AccountSelf['department']> {
  if (account.departmentId === null) return null
  const department = await ports.store.get('departments', account.departmentId)
  return { id: account.departmentId, name: department?.name ?? '' }
}

/** What an account's own holder sees of it. */
export async function accountSelf(ports: Ports, account: AccountDoc): Promise<AccountSelf> {
  const { institutionId } = account
  const [reach, department, institution] = await Promise.all([
    reachOfAccounts(ports, institutionId, [account]),
    departmentNamed(ports, account),
    ports.store.get('institutions', institutionId),
  ])
  return {
    id: account._id,
    name: account.name,
    loginName: account.loginName,
    role: account.role,
    department,
    institution: { id: institutionId, name: institution?.name ?? '' },
    phoneMasked: account.phone === '' ? '' : maskPhone(account.phone),
    reach: reach.get(account._id) ?? NO_REACH,
  }
}
