import { logIn as logInOperation } from '../../../contract/account'
import { PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { fail } from '../../../domain/kernel/failure'
import { changesForAnyone, type Scene } from '../../../cloud/gate/verb'
import type { Arrival } from '../../../cloud/gate/visitor'
import type { Counter } from '../../../cloud/repositories/attempts'
import { newSession, oneTooMany, sessionsOf, tokenFrom } from '../../../cloud/repositories/sessions'
import { checkCredentials, judge, type Credentials } from './credentials'
import { accountSelf } from './self'

/** A hospital shares one address: only much guessing from it locks it as a whole. */
const ADDRESS_LOCKOUT = { tries: 50, minutes: 15 }
const TOKEN_BYTES = 32

/** Per name at this address, and per address. A name that does not exist is counted like one that does. */
function countersOf({ institution, loginName }: Credentials, { visitor }: Arrival, { secrets }: Scene): Counter[] {
  if (visitor.way !== 'web') return fail('account.web-only')
  const name = secrets.sha256(JSON.stringify([visitor.key, institution, loginName.toLowerCase()]))
  return [{ id: `log-in:${name}`, rule: PASSWORD_LOCKOUT }, { id: `log-in:${visitor.key}`, rule: ADDRESS_LOCKOUT }]
}

/** Opens a session of the web edition; its token is in the answer and nowhere else. */
export const logIn = changesForAnyone(logInOperation, {
  secret: true,
  prepare: (input, _arrival, scene) => checkCredentials(input, scene),
  async run(input, arrival, work) {
    const verdict = await judge(work.prepared, countersOf(input, arrival, work), work)
    if ('refused' in verdict) return verdict
    const { account } = verdict
    const token = tokenFrom(work.chance.bytes(TOKEN_BYTES))
    const session = newSession({ token, institutionId: account.institutionId, accountId: account._id, now: work.now }, work.secrets)
    // Whatever ends all sessions of an account must find them all, however often somebody logged in.
    for (const { _id } of oneTooMany(await sessionsOf(work.store, session))) await work.tx.remove('sessions', _id)
    await work.tx.add('sessions', session)
    const by = { institutionId: account.institutionId, accountId: account._id, name: account.name }
    return {
      output: { token, expiresAt: session.expiresAt.toISOString(), account: await accountSelf(work, account) },
      audit: [{ subject: account._id, before: null, after: { until: session.expiresAt }, by }],
    }
  },
})
