import { resetAccount, seePhone } from '../../../contract/account-admin'
import { NOT_LOCKED } from '../../../domain/account/lockout'
import { isAbove } from '../../../domain/account/role'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { mustFindAccount, shutOut } from './managed'

/** Every way in is taken, as when a phone is lost; one's own would lock oneself out. */
export const reset = changes(resetAccount, {
  async run({ id }, caller, work) {
    const account = await mustFindAccount(id, caller, work)
    if (isAbove(account.role, caller.role)) fail('account.above-you')
    if (id === caller.accountId) fail('account.oneself')
    const links = await linksOf(work.store, caller.institutionId, [id])
    for (const { _id } of links) await work.tx.remove('wechat_links', _id)
    await shutOut(account, work)
    await work.tx.change('accounts', id, { set: { passwordHash: '', lockout: NOT_LOCKED, version: (account.version ?? 0) + 1 } })
    const before = { name: account.name, bound: links.length > 0, hasPassword: account.passwordHash !== '' }
    return { output: {}, audit: [{ subject: id, before, after: { name: account.name, bound: false, hasPassword: false } }] }
  },
})

/** A whole phone number, for those who call somebody; who looked is on record. */
export const phone = changes(seePhone, {
  secret: true,
  async run({ id }, caller, work) {
    const account = await mustFindAccount(id, caller, work)
    if (isAbove(account.role, caller.role)) fail('account.above-you')
    return { output: { phone: account.phone }, audit: [{ subject: id, before: null, after: { name: account.name, seen: 'phone' } }] }
  },
})
