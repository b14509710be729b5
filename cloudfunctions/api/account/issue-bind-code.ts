import { issueBindCode as issueOperation } from '../../../contract/account'
import { BIND_CODE_LENGTH, bindCodeExpiry, bindCodeFrom } from '../../../domain/account/bind-code'
import { isAbove } from '../../../domain/account/role'
import { fail } from '../../../domain/kernel/failure'
import { mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { bindCodeId, openCodesOf } from '../../../cloud/repositories/bind-codes'

/** A one-time code for an account; an earlier one that was not used is void. */
export const issueBindCode = changes(issueOperation, {
  secret: true,
  async run({ accountId }, caller, { tx, store, chance, secrets, now }) {
    const found = await tx.get('accounts', accountId)
    const account = mustSee(found, ({ institutionId }) => ({ institutionId }), { caller, action: 'account.read' })
    if (!account.active) fail('account.off')
    // A code opens the account.
    if (isAbove(account.role, caller.role)) fail('forbidden', { reason: 'role' })
    for (const { _id } of await openCodesOf(store, caller.institutionId, accountId)) await tx.remove('bind_codes', _id)
    const code = bindCodeFrom(chance.bytes(BIND_CODE_LENGTH))
    const expiresAt = bindCodeExpiry(now)
    await tx.add('bind_codes', {
      _id: bindCodeId(code, secrets) ?? fail('bind-code.wrong'), schema: 1, institutionId: caller.institutionId,
      accountId, loginName: account.loginName, expiresAt, usedAt: null, createdBy: caller.accountId,
    })
    return {
      output: { code, loginName: account.loginName, expiresAt: expiresAt.toISOString() },
      audit: [{ subject: accountId, before: null, after: { expiresAt } }],
    }
  },
})
