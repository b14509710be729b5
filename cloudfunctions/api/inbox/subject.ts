import type { Subject } from '../../../domain/account/permissions'
import type { InboxDoc } from '../../../cloud/repositories/inbox'

/** A message is its addressee's and nobody else's. */
export const inboxSubject = ({ institutionId, accountId }: Pick<InboxDoc, 'institutionId' | 'accountId'>): Subject => ({ institutionId, ownerAccountId: accountId })
