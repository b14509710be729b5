import { changePassword as changeOperation } from '../../../contract/account-own'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { sessionIdOf } from '../../../cloud/repositories/sessions'
import { refusalOfOwnPassword } from './own-password'
import { failOnPassword, storePassword } from './set-password'

interface Prepared { passwordHash: string; fits: boolean }

const keptSession = ({ visitor }: SignedIn, { secrets }: Scene): string | undefined => (visitor.way === 'web' ? sessionIdOf(visitor.token, secrets) : undefined)

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
    const refused = await refusalOfOwnPassword(work.prepared.fits, caller, work)
    if (refused) return { refused }
    const account = await work.tx.get('accounts', caller.accountId) ?? fail('not-found')
    await storePassword(account, { passwordHash: work.prepared.passwordHash, keep: keptSession(caller, work) }, work)
    return { output: {}, audit: [{ subject: account._id, before: { hasPassword: account.passwordHash !== '' }, after: { hasPassword: true } }] }
  },
})
