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
