import { countUnread as countUnreadOperation } from '../../../contract/inbox'
import { reads } from '../../../cloud/gate/verb'
import { countUnread } from '../../../cloud/repositories/inbox'

export const unread = reads(countUnreadOperation, async (_input, caller, { store }) => ({ unread: await countUnread(store, caller) }))
