import { rolesThatMay } from '../../domain/account/permissions'
import { seesWholeInstitution } from '../../domain/account/role'
import { withDescendants } from '../../domain/institution/department'
import type { SubmissionState } from '../../domain/submission/submission'
import type { AccountDoc, SubmissionDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { departmentNodes } from './departments'
import { ofInstitution } from './of-institution'

export type { SubmissionDoc } from '../documents'

export interface SubmissionFilter {
  institutionId: string
  state: SubmissionState | null
  /** null: every department. */
  departmentIds: readonly string[] | null
  /** Handed in by him; null: by anybody. */
  byAccountId: string | null
}

const whereOf = ({ institutionId, state, departmentIds, byAccountId }: SubmissionFilter): Where => ({
  ...ofInstitution(institutionId),
  ...(state !== null && { state }),
  ...(byAccountId === null ? departmentIds && { departmentIds: { in: departmentIds } } : { byAccountId }),
})

/** The latest first. */
export async function submissionPage(store: DocumentStore, filter: SubmissionFilter, slice: { skip: number; limit: number }): Promise<{ docs: SubmissionDoc[]; total: number }> {
  const where = whereOf(filter)
  const [docs, total] = await Promise.all([store.find('submissions', where, { sort: [['at', -1]], ...slice }), store.count('submissions', where)])
  return { docs, total }
}

/** What waits for a review in these departments. */
export const countWaiting = (store: DocumentStore, { institutionId, departmentIds }: Pick<SubmissionFilter, 'institutionId' | 'departmentIds'>): Promise<number> =>
  store.count('submissions', whereOf({ institutionId, departmentIds, state: 'waiting', byAccountId: null }))

export const submissionsByIds = async (store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<SubmissionDoc[]> =>
  (ids.length === 0 ? [] : store.find('submissions', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length }))

/** Accounts of a whole hospital that may review. */
const MOST_REVIEWERS = 500

/** Accounts in use that may review what belongs to these departments: 科室负责人 of them or of one above, and whoever sees the whole institution. */
export async function reviewersOf(store: DocumentStore, institutionId: string, departmentIds: readonly string[]): Promise<AccountDoc[]> {
  const where = { ...ofInstitution(institutionId), role: { in: rolesThatMay('submission.review') } }
  const [accounts, nodes] = await Promise.all([
    store.find('accounts', where, { limit: MOST_REVIEWERS, fields: ['_id', 'role', 'departmentId', 'active'] }), departmentNodes(store, institutionId),
  ])
  const isNear = ({ departmentId }: AccountDoc) => departmentId !== null && withDescendants(nodes, [departmentId]).some((id) => departmentIds.includes(id))
  return accounts.filter((account) => account.active && (seesWholeInstitution(account.role) || isNear(account)))
}
