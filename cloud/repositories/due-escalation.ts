import { seesWholeInstitution, type Role } from '../../domain/account/role'
import { withDescendants } from '../../domain/institution/department'
import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DueCertificate } from '../../domain/reminder/due'
import { escalatedOn } from '../../domain/reminder/speaking'
import type { AccountDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'
import { inParts } from './due'

const MOST = 5000

/** Accounts of these roles in use, each with the departments that it answers for; null: all. */
async function peopleOf(store: DocumentStore, institutionId: string, roles: readonly Role[]): Promise<Array<{ account: AccountDoc; departmentIds: readonly string[] | null }>> {
  const fields = ['institutionId', 'role', 'departmentId', 'active'] as const
  const [accounts, departments] = await Promise.all([
    store.find('accounts', { ...ofInstitution(institutionId), role: { in: roles } }, { limit: MOST, fields }),
    store.find('departments', ofInstitution(institutionId), { limit: MOST }),
  ])
  const nodes = departments.map(({ _id, parentId }) => ({ id: _id, parentId }))
  return accounts.filter(({ active }) => active).map((account) => ({
    account, departmentIds: seesWholeInstitution(account.role) ? null : withDescendants(nodes, account.departmentId === null ? [] : [account.departmentId]),
  }))
}

async function departmentsOf(store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const parts = inParts(ids).map((_id) => store.find('certificates', { ...ofInstitution(institutionId), _id: { in: _id } }, { limit: _id.length, fields: ['departmentIds'] }))
  return new Map((await Promise.all(parts)).flat().map((doc) => [doc._id, doc.departmentIds]))
}

/**
 * The certificates, each with those to whom it is escalated today (B9): accounts of the step's role, of its departments unless the role sees
 * the whole institution. Nothing is asked of the store when no step is due.
 */
export async function withEscalation(store: DocumentStore, institutionId: string, { certificates, today }: { certificates: readonly DueCertificate[]; today: CivilDay }): Promise<DueCertificate[]> {
  const due = new Map(certificates.map((certificate) => [certificate.id, escalatedOn(certificate, today)]))
  const roles = [...new Set([...due.values()].flat())]
  if (roles.length === 0) return [...certificates]
  const ids = certificates.filter(({ id }) => (due.get(id) ?? []).length > 0).map(({ id }) => id)
  const [people, departments] = await Promise.all([peopleOf(store, institutionId, roles), departmentsOf(store, institutionId, ids)])
  return certificates.map((certificate) => {
    const own = departments.get(certificate.id) ?? []
    const told = people.filter(({ account, departmentIds }) => (due.get(certificate.id) ?? []).includes(account.role) && (departmentIds === null || own.some((id) => departmentIds.includes(id))))
    return { ...certificate, escalatedIds: told.map(({ account }) => account._id) }
  })
}
