import { changePassword as changeOperation } from '../../../contract/account-own'
import { PASSWORD_LOCKOUT } from '../../../domain/account/lockout'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Scene, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { countWrong, forgetWrong, lockedUntil } from '../../../cloud/repositories/attempts'
import { sessionIdOf } from '../../../cloud/repositories/sessions'
import type { Failure } from '../../../domain/kernel/failure'
import { failOnPassword, storePassword } from './set-password'

interface Prepared { passwordHash: string; fits: boolean }

const keptSession = ({ visitor }: SignedIn, { secrets }: Scene): string | undefined => (visitor.way === 'web' ? sessionIdOf(visitor.token, secrets) : undefined)

/** null: he may. Whoever guesses at an open session is locked as at the door. */
async function refusalOf({ accountId }: SignedIn, { tx, now, prepared }: Work<Prepared>): Promise<Failure | null> {
  const counters = [{ id: `change-password:${accountId}`, rule: PASSWORD_LOCKOUT }]
  const until = await lockedUntil(tx, counters, now) ?? (prepared.fits ? null : await countWrong(tx, counters, now))
  if (until) return { code: 'account.locked', detail: { until: until.toISOString() } }
  if (!prepared.fits) return { code: 'account.wrong-password', detail: {} }
  await forgetWrong(tx, counters)
  return null
}

/** One's own password: on the web by the present one, on the phone by the bound WeChat. */
export const changePassword = changes(changeOperation, {
  secret: true,
  async prepare({ current, password }, caller, { store, secrets }): Promise<Prepared> {
    const account = await store.get('accounts', caller.accountId) ?? fail('not-found')
    failOnPassword(password, account.loginName)
    const fits = caller.visitor.way === 'wechat' || await secrets.checkPassword(current, account.passwordHash)
    return { passwordHash: await secrets.hashPassword(password), fits }
  },
  async run(_input, caller, work) {
    const refused = await refusalOf(caller, work)
    if (refused) return { refused }
    const account = await work.tx.get('accounts', caller.accountId) ?? fail('not-found')
    await storePassword(account, { passwordHash: work.prepared.passwordHash, keep: keptSession(caller, work) }, work)
    return { output: {}, audit: [{ subject: account._id, before: { hasPassword: account.passwordHash !== '' }, after: { hasPassword: true } }] }
  },
})
