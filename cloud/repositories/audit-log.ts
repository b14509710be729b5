import { addDays, instantOf, type CivilDay } from '../../domain/kernel/civil-day'
import { numberFor } from '../../domain/account/personal'
import type { Role } from '../../domain/account/role'
import { foldForSearch } from '../../domain/device/search'
import type { AuditDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { inParts } from './due'
import { ofInstitution } from './of-institution'

export type { AuditDoc } from '../documents'

export interface AuditFilter {
  institutionId: string
  /** null: everybody. */
  accountIds: readonly string[] | null
  operations: readonly string[] | null
  subject: string | null
  from: CivilDay | null
  to: CivilDay | null
}

/** Accounts of one institution, those switched off too. */
const MOST = 5000
/** As many as one condition names; a word that fits more people is too short to ask by. */
const MOST_NAMED = 100

const MIDNIGHT = '00:00:00'
const spanOf = ({ from, to }: AuditFilter): Where => (from === null && to === null ? {} : {
  at: { ...(from !== null && { from: instantOf(from, MIDNIGHT) }), ...(to !== null && { before: instantOf(addDays(to, 1), MIDNIGHT) }) },
})

const whereOf = (filter: AuditFilter): Where => ({
  ...ofInstitution(filter.institutionId),
  ...(filter.subject !== null && { subject: filter.subject }),
  ...(filter.accountIds && { accountId: { in: filter.accountIds } }),
  ...(filter.operations && { operation: { in: filter.operations } }),
  ...spanOf(filter),
})

/** Newest first. */
export async function auditEntries(store: DocumentStore, filter: AuditFilter, slice: { skip: number; limit: number }): Promise<{ docs: AuditDoc[]; total: number }> {
  const where = whereOf(filter)
  const [docs, total] = await Promise.all([store.find('audit', where, { sort: [['at', -1]], ...slice }), store.count('audit', where)])
  return { docs, total }
}

/** Ids of the accounts whose name or log-in name holds the words. */
export async function accountsCalled(store: DocumentStore, institutionId: string, words: string): Promise<string[]> {
  const wanted = foldForSearch(words)
  const all = await store.find('accounts', ofInstitution(institutionId), { sort: [['name', 1]], limit: MOST, fields: ['_id', 'name', 'loginName'] })
  return all.filter(({ name, loginName }) => [name, loginName].some((text) => foldForSearch(text).includes(wanted))).slice(0, MOST_NAMED).map(({ _id }) => _id)
}

type Named = readonly [id: string, name: string]

/** What things of an institution are called for somebody of this role, by id: accounts, people, certificates, devices and departments among these ids. */
export async function namesOf(store: DocumentStore, { institutionId, role }: { institutionId: string; role: Role }, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const told = numberFor(role)
  const found = await Promise.all(inParts([...new Set(ids)]).map(async (part): Promise<Named[]> => {
    const where = { ...ofInstitution(institutionId), _id: { in: part } }
    const options = { limit: part.length }
    const [accounts, people, certificates, devices, departments] = await Promise.all([
      store.find('accounts', where, { ...options, fields: ['name', 'loginName'] }), store.find('people', where, { ...options, fields: ['name', 'staffNumber'] }),
      store.find('certificates', where, { ...options, fields: ['number', 'holderName'] }), store.find('devices', where, { ...options, fields: ['code', 'fields'] }),
      store.find('departments', where, { ...options, fields: ['name'] }),
    ])
    return [
      ...accounts.map(({ _id, name, loginName }): Named => [_id, `${name}（${loginName}）`]), ...people.map(({ _id, name, staffNumber }): Named => [_id, `${name}（${staffNumber}）`]),
      ...certificates.map(({ _id, number, holderName }): Named => [_id, [told(number), holderName].filter((word) => word !== '').join(' ')]),
      ...devices.map(({ _id, code, fields }): Named => [_id, `${fields.name} ${code}`]), ...departments.map(({ _id, name }): Named => [_id, name]),
    ]
  }))
  return new Map(found.flat())
}
