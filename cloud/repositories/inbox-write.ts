import type { InboxDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { addMissing } from './add-missing'

export type Notice = Omit<InboxDoc, 'schema' | 'readAt' | '_id'>

const document = (notice: Notice): InboxDoc => ({ _id: notice.deliveryId, schema: 1, ...notice, readAt: null })

/** Puts notices on home pages (S43), once per delivery however often it is repeated: the delivery's id is the notice's. */
export const writeNotices = (store: DocumentStore, notices: readonly Notice[]): Promise<void> =>
  addMissing(store, 'inbox', notices.map(document))
