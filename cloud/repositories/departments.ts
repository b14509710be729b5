import type { DepartmentDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { ofInstitution, ownedBy } from './of-institution'

/** Departments of the largest hospital, several times over. */
const MOST = 1000

/** The institution's departments in their own order. */
export const departmentsOf = (store: DocumentStore, institutionId: string): Promise<DepartmentDoc[]> =>
  store.find('departments', ofInstitution(institutionId), { sort: [['order', 1]], limit: MOST })

/** Those that something may still come under. */
export const departmentsInUse = async (store: DocumentStore, institutionId: string): Promise<DepartmentDoc[]> =>
  (await departmentsOf(store, institutionId)).filter(({ retired }) => !retired)

/** The department that something is to come under; null: it is another institution's, or retired. */
export async function departmentInUse(at: Pick<DocumentStore | Transaction, 'get'>, id: string, institutionId: string): Promise<DepartmentDoc | null> {
  const department = ownedBy(await at.get('departments', id), institutionId)
  return department?.retired ? null : department
}

/** For expanding a scope: who is whose parent. */
export const departmentNodes = async (store: DocumentStore, institutionId: string): Promise<Array<{ id: string; parentId: string | null }>> =>
  (await departmentsOf(store, institutionId)).map(({ _id, parentId }) => ({ id: _id, parentId }))
