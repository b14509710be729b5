import { listInbox } from '../../../contract/inbox'
import { reads } from '../../../cloud/gate/verb'
import { countUnread, inboxPage } from '../../../cloud/repositories/inbox'
import { inboxMessages } from './message'

/** 消息, newest first (S43). */
export const list = reads(listInbox, async ({ page, pageSize }, caller, { store, today }) => {
  const [{ docs, total }, unread] = await Promise.all([
    inboxPage(store, caller, { skip: (page - 1) * pageSize, limit: pageSize }),
    countUnread(store, caller),
  ])
  return { rows: await inboxMessages(store, docs, today), total, page, pageSize, unread }
})
