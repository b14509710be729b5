import type { DepartmentDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

/** Departments of the largest hospital, several times over. */
const MOST = 1000

/** The institution's departments in their own order. */
export const departmentsOf = (store: DocumentStore, institutionId: string): Promise<DepartmentDoc[]> =>
  store.find('departments', ofInstitution(institutionId), { sort: [['order', 1]], limit: MOST })

/** For expanding a scope: who is whose parent. */
export const departmentNodes = async (store: DocumentStore, institutionId: string): Promise<Array<{ id: string; parentId: string | null }>> =>
  (await departmentsOf(store, institutionId)).map(({ _id, parentId }) => ({ id: _id, parentId }))
