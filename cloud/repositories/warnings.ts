import type { CivilDay } from '../../domain/kernel/civil-day'
import type { CertificateDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { ofInstitution } from './of-institution'

interface Scope { institutionId: string; departmentIds: readonly string[] | null }

const scopeWhere = ({ institutionId, departmentIds }: Scope): Where => ({ ...ofInstitution(institutionId), ...(departmentIds && { departmentIds: { in: departmentIds } }) })

/** Nobody handled it; said by its kind, because that is what the index holds. */
const UNHANDLED: Where = { 'handling.kind': null }

/**
 * What needs somebody: the warning has begun or the last day has passed, and nobody handled it (or the silence is over); and what was only
 * marked as handled and has expired, because red goes by 换证 or 注销 alone (B30). Three questions, because a condition has no «or»; soonest first.
 */
export async function openWarnings(store: DocumentStore, scope: Scope, ask: { today: CivilDay; limit: number }): Promise<{ docs: CertificateDoc[]; total: number }> {
  const begun: Where = { ...scopeWhere(scope), warnFrom: { to: ask.today } }
  const onlyNoted: Where = { ...scopeWhere(scope), 'handling.kind': 'noted', longTerm: false, expiresOn: { before: ask.today } }
  const open: Where[] = [{ ...begun, ...UNHANDLED }, { ...begun, 'handling.until': { to: ask.today } }, onlyNoted]
  const found = await Promise.all(open.map(async (where) => ({
    docs: await store.find('certificates', where, { sort: [['expiresOn', 1]], limit: ask.limit }),
    total: await store.count('certificates', where),
  })))
  const docs = found.flatMap((part) => part.docs).sort((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? -1 : 1))
  return { docs: docs.slice(0, ask.limit), total: found.reduce((sum, part) => sum + part.total, 0) }
}
