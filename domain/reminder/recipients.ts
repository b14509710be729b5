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

/** Who is told in the place of somebody who has left (B20). */
export type Successors = ReadonlyMap<string, string>
const NOBODY_LEFT: Successors = new Map()

export interface ResolvedRecipient {
  accountId: string
  /** Every reason why he is told. */
  because: Because[]
}

/** Who is told, resolved now (S39): roles first, then named accounts, each account once (S40), a leaver's successor in his place (B20). */
export function resolveRecipients(facts: RecipientFacts, successors: Successors = NOBODY_LEFT): ResolvedRecipient[] {
  const reasons = new Map<string, Because[]>()
  const add = (named: string, because: Because): void => {
    const accountId = successors.get(named) ?? named
    reasons.set(accountId, [...(reasons.get(accountId) ?? []), because])
  }
  if (facts.relatedRoles.includes('creator')) add(facts.createdBy, 'creator')
  if (facts.relatedRoles.includes('editor')) add(facts.updatedBy, 'editor')
  for (const accountId of new Set(facts.recipientIds)) add(accountId, 'named')
  return [...reasons].map(([accountId, because]) => ({ accountId, because }))
}
