import { logIn as logInOperation } from '../../../contract/account'
import { PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { fail } from '../../../domain/kernel/failure'
import { changesForAnyone, type Scene } from '../../../cloud/gate/verb'
import type { Arrival } from '../../../cloud/gate/visitor'
import type { Counter } from '../../../cloud/repositories/attempts'
import { checkCredentials, judge, type Credentials } from './credentials'
import { openSession } from './open-session'

/** A hospital shares one address: only much guessing from it locks it as a whole. */
const ADDRESS_LOCKOUT = { tries: 50, minutes: 15 }

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
    return openSession(verdict.account, work)
  },
})
