import type { DocumentStore } from '../ports'

/** What a provider tells later of a message that it took. */
export interface Receipt { providerId: string; route: 'sms' | 'official-account' | 'subscribe-message'; reason: string; at: Date; institutionId: string | null }

/** More attempts than can share a provider's number. */
const MOST = 5

/**
 * A message that its provider took and could not deliver becomes `failed`, with the reason. Only a delivery that we know by this number and that
 * counts as sent is changed; anything else, and the same receipt again, changes nothing. Answers whether something changed.
 */
export async function recordFailedReceipt(store: DocumentStore, { providerId, route, reason, at, institutionId }: Receipt): Promise<boolean> {
  if (providerId === '') return false
  const attempts = await store.find('delivery_attempts', { providerId, route, ok: true }, { limit: MOST })
  const known = attempts.filter((attempt) => institutionId === null || attempt.institutionId === institutionId)
  let changed = 0
  for (const { deliveryId, institutionId: owner } of known) {
    const where = { _id: deliveryId, institutionId: owner, providerId, state: 'sent' }
    changed += await store.update('deliveries', where, { set: { state: 'failed', reason, settledAt: at } })
  }
  return changed > 0
}
