import { eraseOwnData } from '../../../contract/account-own'
import { refusalOfErasing } from '../../../domain/account/guard'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { endBondsOf } from '../../../cloud/end-bonds'
import { countAdminChange, otherAdmins } from '../../../cloud/repositories/account-table'
import { forgetMessages, forgetWechat, forgotten } from '../../../cloud/repositories/forget-account'
import { removeUndecided } from '../../../cloud/repositories/own-undecided'
import { accountNote, shutOut } from './managed'

async function mustErase({ role, institutionId, accountId }: SignedIn, { store }: Pick<Scene, 'store'>): Promise<void> {
  const code = refusalOfErasing({ role, otherAdmins: await otherAdmins(store, institutionId, accountId) })
  if (code !== null) fail(code)
}

/**
 * 删除我的数据. What may be much goes first, in steps that may be taken again; then the account in one transaction. The record of a person is the hospital's: it stays, and nothing ties
 * the account to it any more.
 */
export const eraseOwn = changes(eraseOwnData, {
  async prepare(_input, caller, scene) {
    await mustErase(caller, scene)
    const submissions = await removeUndecided(scene.store, caller)
    await forgetMessages(scene.store, { institutionId: caller.institutionId, _id: caller.accountId })
    return { submissions }
  },
  async run(_input, caller, work) {
    await mustErase(caller, work)
    const account = await work.tx.get('accounts', caller.accountId) ?? fail('not-found')
    const after = forgotten(account)
    await shutOut(account, work)
    await forgetWechat(work, account)
    await work.tx.set('accounts', after)
    if (account.role === 'hospital-admin') await countAdminChange(work.tx, caller.institutionId)
    return {
      output: {}, audit: [{ subject: account._id, before: accountNote(account), after: { ...accountNote(after), submissions: work.prepared.submissions } }],
      afterwards: async () => { await endBondsOf(work, caller.institutionId, caller.accountId) },
    }
  },
})
