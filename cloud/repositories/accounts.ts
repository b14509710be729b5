import { loginNameKey } from '../../domain/account/account'
import { rolesThatMay } from '../../domain/account/permissions'
import { foldForSearch } from '../../domain/device/search'
import type { AccountDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { AccountDoc } from '../documents'

/** Accounts of one institution that a list looks through; a hospital has a few thousand. */
const MOST = 5000
/** What a list shows: never the hash. */
const LISTED = ['_id', 'institutionId', 'name', 'loginName', 'role', 'departmentId', 'phone', 'active'] as const

export async function accountByLoginName(store: DocumentStore, institutionId: string, loginName: string): Promise<AccountDoc | null> {
  const [found] = await store.find('accounts', { ...ofInstitution(institutionId), loginName: loginNameKey(loginName) }, { limit: 1 })
  return found ?? null
}

/** More hospitals than one person works in. */
const HOSPITALS_OF_ONE = 20

/** Accounts in use that have this number on record, of every institution: the one question that is not asked within one. */
export async function accountsWithPhone(store: DocumentStore, phone: string): Promise<AccountDoc[]> {
  if (phone === '') return []
  return (await store.find('accounts', { phone }, { limit: HOSPITALS_OF_ONE })).filter(({ active }) => active)
}

/** By id, in no order; ids of another institution are left out. */
export const accountsByIds = async (store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<AccountDoc[]> =>
  (ids.length === 0 ? [] : store.find('accounts', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length }))

/** Accounts in use whose role may change settings: they mend what stops the reminders. */
export async function managersOf(store: DocumentStore, institutionId: string): Promise<AccountDoc[]> {
  const where = { ...ofInstitution(institutionId), role: { in: rolesThatMay('settings.write') } }
  return (await store.find('accounts', where, { limit: MOST, fields: LISTED })).filter(({ active }) => active)
}

/** Accounts in use, by name, whose name or log-in name holds the keyword. */
export async function activeAccounts(store: DocumentStore, institutionId: string, keyword: string): Promise<AccountDoc[]> {
  const wanted = foldForSearch(keyword)
  const all = await store.find('accounts', ofInstitution(institutionId), { sort: [['name', 1]], limit: MOST, fields: LISTED })
  return all.filter(({ active, name, loginName }) => active && [name, loginName].some((text) => foldForSearch(text).includes(wanted)))
}

/** Who answers for each department: accounts in use of 科室负责人, by name. */
export async function headsOf(store: DocumentStore, institutionId: string): Promise<ReadonlyMap<string, string[]>> {
  const heads = new Map<string, string[]>()
  const found = await store.find('accounts', { ...ofInstitution(institutionId), role: 'department-head' }, { limit: MOST, fields: ['name', 'departmentId', 'active'] })
  for (const { name, departmentId, active } of found) if (active && departmentId !== null) heads.set(departmentId, [...(heads.get(departmentId) ?? []), name])
  return heads
}
