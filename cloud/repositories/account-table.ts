import { foldForSearch } from '../../domain/device/search'
import type { Role } from '../../domain/account/role'
import type { AccountDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { ofInstitution } from './of-institution'

/** Accounts of one institution that a list looks through; a hospital has a few thousand. */
const MOST = 5000
const LISTED = ['_id', 'institutionId', 'name', 'loginName', 'role', 'departmentId', 'phone', 'active', 'personId'] as const

export interface AccountFilter { keyword: string; departmentIds: readonly string[] | null; role: Role | null; active: boolean | null }

const fits = (account: AccountDoc, { departmentIds, role, active }: AccountFilter): boolean =>
  (role === null || account.role === role) && (active === null || account.active === active)
  && (departmentIds === null || (account.departmentId !== null && departmentIds.includes(account.departmentId)))

/** Every account of the institution, also those switched off, by name. */
export async function accountsLike(store: DocumentStore, institutionId: string, filter: AccountFilter): Promise<AccountDoc[]> {
  const wanted = foldForSearch(filter.keyword)
  const all = await store.find('accounts', ofInstitution(institutionId), { sort: [['name', 1]], limit: MOST, fields: LISTED })
  return all.filter((account) => fits(account, filter) && [account.name, account.loginName, account.phone.slice(-4)].some((text) => foldForSearch(text).includes(wanted)))
}

/** 院级管理员 in use besides this account. */
export async function otherAdmins(store: DocumentStore, institutionId: string, accountId: string): Promise<number> {
  const admins = await store.find('accounts', { ...ofInstitution(institutionId), role: 'hospital-admin' }, { limit: MOST, fields: ['_id', 'active'] })
  return admins.filter(({ _id, active }) => active && _id !== accountId).length
}

/**
 * Marks in the transaction that who is 院级管理员 changes. Two administrators who take the role off each other at the same moment both write
 * this document, so that one of them meets a conflict and counts again.
 */
export async function countAdminChange(tx: Transaction, institutionId: string): Promise<void> {
  const _id = `${institutionId}:admin-changes`
  const counter = await tx.get('counters', _id)
  await tx.set('counters', { _id, schema: 1, institutionId, value: (counter?.value ?? 0) + 1 })
}
