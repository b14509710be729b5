import { getInboxMessage } from '../../../contract/inbox'
import { fail } from '../../../domain/kernel/failure'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { inboxMessages } from './message'
import { inboxSubject } from './subject'

export const get = reads(getInboxMessage, async ({ id }, caller, { store, today }) => {
  const found = mustSee(await store.get('inbox', id), inboxSubject, { caller, action: 'inbox.read' })
  const [message] = await inboxMessages(store, [found], today)
  return { message: message ?? fail('not-found'), today }
})
