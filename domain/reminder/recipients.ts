import type { RelatedRole } from '../certificate/certificate'

export interface RecipientFacts {
  /** 录入人 */
  createdBy: string
  /** 修改人: who saved it last; it changes when somebody edits (S39). */
  updatedBy: string
  relatedRoles: readonly RelatedRole[]
  /** 指定人员 (S40). */
  recipientIds: readonly string[]
}

export type Because = RelatedRole | 'named'

export interface ResolvedRecipient {
  accountId: string
  /** Every reason why he is told. */
  because: Because[]
}

/** Who is told, resolved now (S39): roles first, then named accounts, each account once (S40). */
export function resolveRecipients(facts: RecipientFacts): ResolvedRecipient[] {
  const reasons = new Map<string, Because[]>()
  const add = (accountId: string, because: Because): void => {
    reasons.set(accountId, [...(reasons.get(accountId) ?? []), because])
  }
  if (facts.relatedRoles.includes('creator')) add(facts.createdBy, 'creator')
  if (facts.relatedRoles.includes('editor')) add(facts.updatedBy, 'editor')
  for (const accountId of new Set(facts.recipientIds)) add(accountId, 'named')
  return [...reasons].map(([accountId, because]) => ({ accountId, because }))
}
