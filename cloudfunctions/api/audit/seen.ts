import { mayManagePeople } from '../../../domain/account/permissions'
import { dayOf } from '../../../domain/kernel/civil-day'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { isStoreError } from '../../../cloud/store-error'

/** `operation` is the reading one; `what`, in the audit's words, was seen of `subject`. */
export interface View { operation: string; subject: string; what: 'record' | 'people' | 'papers' | 'handed-in' }

/**
 * Puts on record that somebody who manages people looked at what is personal (B25, PIPL art. 54 and 64: who handled whose data). One entry for a viewer, a thing and a day of the hospital: who
 * comes back to a page all day is one looker, and an entry per tap would bury the others. The day's key is the entry's id, so that two at once are one. It is asked for beside the questions
 * of the reading itself, never after them; once told, a look costs one read by id.
 */
export async function noteSeen({ operation, subject, what }: View, caller: SignedIn, { store, secrets, now }: Scene): Promise<void> {
  const { institutionId, accountId, name, role } = caller
  if (!mayManagePeople(role)) return
  const _id = secrets.sha256(`seen\n${institutionId}\n${accountId}\n${operation}\n${subject}\n${dayOf(now)}`)
  if (await store.get('audit', _id)) return
  const entry = { _id, schema: 1 as const, institutionId, at: now, accountId, accountName: name, operation, subject, before: null, after: { seen: what } }
  await store.add('audit', [entry]).catch((thrown: unknown) => {
    if (!isStoreError(thrown, 'duplicate')) throw thrown
  })
}
