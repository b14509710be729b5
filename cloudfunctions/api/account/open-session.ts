import type { OutputOf } from '../../../contract/operation'
import type { logIn } from '../../../contract/web-log-in'
import type { AuditNote, Work } from '../../../cloud/gate/verb'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { newSession, oneTooMany, sessionsOf, tokenFrom } from '../../../cloud/repositories/sessions'
import { accountSelf } from './self'

const TOKEN_BYTES = 32

/** Opens a session of the web edition for an account that has proved itself; its token is in the answer and nowhere else. */
export async function openSession(account: AccountDoc, work: Work<unknown>): Promise<{ output: Extract<OutputOf<typeof logIn>, { state: 'in' }>; audit: AuditNote[] }> {
  const token = tokenFrom(work.chance.bytes(TOKEN_BYTES))
  const session = newSession({ token, institutionId: account.institutionId, accountId: account._id, now: work.now }, work.secrets)
  // Whatever ends all sessions of an account must find them all, however often somebody logged in.
  for (const { _id } of oneTooMany(await sessionsOf(work.store, session))) await work.tx.remove('sessions', _id)
  await work.tx.add('sessions', session)
  const by = { institutionId: account.institutionId, accountId: account._id, name: account.name }
  return {
    output: { state: 'in', token, expiresAt: session.expiresAt.toISOString(), account: await accountSelf(work, account) },
    audit: [{ subject: account._id, before: null, after: { until: session.expiresAt }, by }],
  }
}
