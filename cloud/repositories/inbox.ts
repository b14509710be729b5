import type { InboxDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { InboxDoc } from '../documents'

interface Owner { institutionId: string; accountId: string }
interface Slice { skip: number; limit: number }

const ownedBy = ({ institutionId, accountId }: Owner) => ({ ...ofInstitution(institutionId), accountId })

/** Newest first. */
export async function inboxPage(store: DocumentStore, owner: Owner, slice: Slice): Promise<{ docs: InboxDoc[]; total: number }> {
  const [docs, total] = await Promise.all([store.find('inbox', ownedBy(owner), { sort: [['at', -1]], ...slice }), store.count('inbox', ownedBy(owner))])
  return { docs, total }
}

export const countUnread = (store: DocumentStore, owner: Owner): Promise<number> => store.count('inbox', { ...ownedBy(owner), readAt: null })
