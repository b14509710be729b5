import { normaliseBindCode } from '../../domain/account/bind-code'
import type { BindCodeDoc } from '../documents'
import type { DocumentStore, Secrets } from '../ports'
import { ofInstitution } from './of-institution'

export type { BindCodeDoc } from '../documents'

/** Open codes of one account: one, and what was left when a call was cut off. */
const MOST = 20

/** The code itself is stored nowhere. null: what was typed cannot be a code. */
export function bindCodeId(typed: string, secrets: Secrets): string | null {
  const code = normaliseBindCode(typed)
  return code === null ? null : secrets.sign('bind-code', code)
}

export const openCodesOf = (store: DocumentStore, institutionId: string, accountId: string): Promise<BindCodeDoc[]> =>
  store.find('bind_codes', { ...ofInstitution(institutionId), accountId, usedAt: null }, { limit: MOST })

/** Takes what is open of these accounts: a new code makes an earlier one void. */
export async function voidCodesOf(store: DocumentStore, institutionId: string, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length > 0) await store.remove('bind_codes', { ...ofInstitution(institutionId), accountId: { in: accountIds }, usedAt: null })
}
