import type { InboxDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { addMissing } from './add-missing'

export type Notice = Omit<InboxDoc, 'schema' | 'readAt' | '_id'>

const document = (notice: Notice): InboxDoc => ({ _id: notice.deliveryId, schema: 1, ...notice, readAt: null })

/** Puts notices on home pages (S43), once per delivery however often it is repeated: the delivery's id is the notice's. */
export const writeNotices = (store: DocumentStore, notices: readonly Notice[]): Promise<void> =>
  addMissing(store, 'inbox', notices.map(document))

/** Of these deliveries, those whose notice is there. */
export async function noticesAmong(store: DocumentStore, deliveryIds: readonly string[]): Promise<Set<string>> {
  if (deliveryIds.length === 0) return new Set()
  const found = await store.find('inbox', { _id: { in: deliveryIds } }, { limit: deliveryIds.length, fields: ['_id'] })
  return new Set(found.map(({ _id }) => _id))
}
