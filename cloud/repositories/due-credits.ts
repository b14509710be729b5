import type { DocumentStore } from '../ports'
import { creditId } from './due-recipients'
import { ofInstitution } from './of-institution'

/** The ledger of one-time subscription messages (B2), as the engine turns its pages. */
export interface Ledger { store: DocumentStore; institutionId: string; templateId: string }

const sameCount = (accountIds: readonly string[]): Map<number, string[]> => {
  const times = new Map<string, number>()
  for (const accountId of accountIds) times.set(accountId, (times.get(accountId) ?? 0) + 1)
  const byCount = new Map<number, string[]>()
  for (const [accountId, count] of times) byCount.set(count, [...(byCount.get(count) ?? []), accountId])
  return byCount
}

const idsIn = ({ institutionId, templateId }: Ledger, accountIds: readonly string[]) => ({
  ...ofInstitution(institutionId), _id: { in: accountIds.map((accountId) => creditId(accountId, templateId)) },
})

/**
 * Takes one credit for each entry of `accountIds` before its message is sent, never below zero: one guarded update for all that take the
 * same number. Answers how many accounts still had theirs; who had lost it meanwhile is refused by WeChat (43101), which corrects the ledger.
 */
export async function reserveCredits(ledger: Ledger, accountIds: readonly string[]): Promise<number> {
  let reserved = 0
  for (const [count, accounts] of sameCount(accountIds)) {
    const where = { ...idsIn(ledger, accounts), remaining: { from: count } }
    reserved += await ledger.store.update('subscription_credits', where, { increment: { remaining: -count, sent: count } })
  }
  return reserved
}

/** For messages that were not sent: WeChat keeps the consent. */
export async function giveCreditsBack(ledger: Ledger, accountIds: readonly string[]): Promise<void> {
  for (const [count, accounts] of sameCount(accountIds)) {
    await ledger.store.update('subscription_credits', idsIn(ledger, accounts), { increment: { remaining: count, sent: -count } })
  }
}

/** WeChat says that no consent is left (43101): it knows better than our count. */
export async function emptyCredits(ledger: Ledger, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length > 0) await ledger.store.update('subscription_credits', idsIn(ledger, accountIds), { set: { remaining: 0 } })
}
