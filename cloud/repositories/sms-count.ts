import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

/** More than an institution sends in a day. */
const MOST = 100_000

/** How many SMS left, or may have left, for each account on one local day. */
export async function smsSentOn(store: DocumentStore, institutionId: string, day: CivilDay): Promise<Map<string, number>> {
  const where = { ...ofInstitution(institutionId), day, channel: 'sms', state: { in: ['sent', 'unknown'] } }
  const counts = new Map<string, number>()
  for (const { accountId } of await store.find('deliveries', where, { limit: MOST, fields: ['accountId'] })) counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  return counts
}
