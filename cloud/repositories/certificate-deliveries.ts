import type { DeliveryDoc, InboxDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { DeliveryDoc } from '../documents'

interface Slice { skip: number; limit: number }

/** Who was told of one certificate, newest first (B7). */
export async function deliveriesAbout(store: DocumentStore, about: { institutionId: string; certificateId: string }, slice: Slice): Promise<{ docs: DeliveryDoc[]; total: number }> {
  const where = { ...ofInstitution(about.institutionId), certificateIds: about.certificateId }
  const [docs, total] = await Promise.all([
    store.find('deliveries', where, { sort: [['createdAt', -1]], ...slice }),
    store.count('deliveries', where),
  ])
  return { docs, total }
}

/** When the home-page notices of these deliveries were read, by delivery id. */
export async function readTimes(store: DocumentStore, institutionId: string, deliveryIds: readonly string[]): Promise<Map<string, Date | null>> {
  if (deliveryIds.length === 0) return new Map()
  const notices: InboxDoc[] = await store.find('inbox', { ...ofInstitution(institutionId), deliveryId: { in: deliveryIds } }, { limit: deliveryIds.length })
  return new Map(notices.map(({ deliveryId, readAt }) => [deliveryId, readAt]))
}
