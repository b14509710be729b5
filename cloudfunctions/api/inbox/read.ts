import { readInboxMessage } from '../../../contract/inbox'
import { mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { inboxSubject } from './subject'

/** Marks a message as read; reading is not handling (S35, B1). The first reading counts. */
export const read = changes(readInboxMessage, {
  async run({ id }, caller, { tx, now }) {
    const message = mustSee(await tx.get('inbox', id), inboxSubject, { caller, action: 'inbox.read' })
    if (message.readAt === null) await tx.change('inbox', id, { set: { readAt: now } })
    return { output: {} }
  },
})
