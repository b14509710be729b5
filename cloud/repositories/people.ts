import type { Employment, Presence } from '../../domain/person/person'
import type { AccountDoc, CertificateDoc, PersonDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { ofInstitution } from './of-institution'

export type { PersonDoc } from '../documents'
export { personTokens } from '../search-tokens'

export interface PersonFilter {
  institutionId: string
  /** null: every department. */
  departmentIds: readonly string[] | null
  tokens: readonly string[]
  presence: Presence | null
  employment: Employment | null
}

const whereOf = ({ institutionId, departmentIds, tokens, presence, employment }: PersonFilter): Where => ({
  ...ofInstitution(institutionId),
  ...(departmentIds && { departmentId: { in: departmentIds } }),
  ...(tokens.length > 0 && { tokens: { all: tokens } }),
  ...(presence && { presence }),
  ...(employment && { employment }),
})

/** By name. */
export async function peoplePage(store: DocumentStore, filter: PersonFilter, slice: { skip: number; limit: number }): Promise<{ docs: PersonDoc[]; total: number }> {
  const where = whereOf(filter)
  const [docs, total] = await Promise.all([store.find('people', where, { sort: [['name', 1]], ...slice }), store.count('people', where)])
  return { docs, total }
}

export async function personByStaffNumber(store: DocumentStore, institutionId: string, staffNumber: string): Promise<PersonDoc | null> {
  const [found] = await store.find('people', { ...ofInstitution(institutionId), staffNumber }, { limit: 1 })
  return found ?? null
}

/** The account that belongs to a person's record; one at most. */
export async function accountOfPerson(store: DocumentStore, institutionId: string, personId: string): Promise<AccountDoc | null> {
  const [found] = await store.find('accounts', { ...ofInstitution(institutionId), personId }, { limit: 1 })
  return found ?? null
}

/** By id, in no order; ids of another institution are left out. */
export const peopleByIds = async (store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<PersonDoc[]> =>
  (ids.length === 0 ? [] : store.find('people', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length }))

/** Of these people, those whose account is in use and has a phone. */
export async function reachableByPhone(store: DocumentStore, institutionId: string, personIds: readonly string[]): Promise<ReadonlySet<string | null>> {
  if (personIds.length === 0) return new Set()
  const found = await store.find('accounts', { ...ofInstitution(institutionId), personId: { in: personIds } }, { limit: personIds.length, fields: ['_id', 'personId', 'phone', 'active'] })
  return new Set(found.filter(({ phone, active }) => active && phone !== '').map(({ personId }) => personId))
}

/** Of these people, those who have an account. */
export async function peopleWithAccount(store: DocumentStore, institutionId: string, personIds: readonly string[]): Promise<ReadonlySet<string | null>> {
  if (personIds.length === 0) return new Set()
  const found = await store.find('accounts', { ...ofInstitution(institutionId), personId: { in: personIds } }, { limit: personIds.length, fields: ['_id', 'personId'] })
  return new Set(found.map(({ personId }) => personId))
}

interface Person { institutionId: string; personId: string }

/** His certificates, soonest first. */
export const certificatesOf = (store: DocumentStore, { institutionId, personId }: Person, limit: number): Promise<CertificateDoc[]> =>
  store.find('certificates', { ...ofInstitution(institutionId), personId }, { sort: [['expiresOn', 1]], limit })
export const countCertificatesOf = (store: DocumentStore, { institutionId, personId }: Person): Promise<number> =>
  store.count('certificates', { ...ofInstitution(institutionId), personId })

/** Certificates with that name that are nobody's yet. */
export const namesakesOf = (store: DocumentStore, { institutionId, name }: { institutionId: string; name: string }, limit: number): Promise<CertificateDoc[]> =>
  store.find('certificates', { ...ofInstitution(institutionId), holderName: name, personId: null }, { limit })
