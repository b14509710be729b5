import { setPassword as setOperation } from '../../../contract/account-own'
import { BIND_CODE_LOCKOUT, NOT_LOCKED } from '../../../domain/account/lockout'
import { checkPassword } from '../../../domain/account/password'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { changesForAnyone, type Scene, type Work } from '../../../cloud/gate/verb'
import type { Arrival } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import type { Counter } from '../../../cloud/repositories/attempts'
import { bindCodeId } from '../../../cloud/repositories/bind-codes'
import { sessionsOf } from '../../../cloud/repositories/sessions'
import { judgeCode } from './code-proof'

/** A hospital shares one address: only much guessing from it locks it as a whole. */
const ADDRESS_LOCKOUT = { tries: 50, minutes: 60 }

function countersOf(loginName: string, { visitor }: Arrival, { secrets }: Scene): Counter[] {
  if (visitor.way !== 'web') return fail('account.web-only')
  const name = secrets.sha256(JSON.stringify([visitor.key, loginName.toLowerCase()]))
  return [{ id: `set-password:${name}`, rule: BIND_CODE_LOCKOUT }, { id: `set-password:${visitor.key}`, rule: ADDRESS_LOCKOUT }]
}

/** Field and code of a password that may not be used. */
export const failOnPassword = (password: string, loginName: string): void => {
  const code = checkPassword(password, loginName)
  failOnFields('invalid-input', code === null ? {} : { password: code })
}

/** The new password; every session that was open with the old one ends, and the account's holder is told. `keep`: the session that may stay. */
export async function storePassword(account: AccountDoc, { passwordHash, keep }: { passwordHash: string; keep?: string }, { store, tx, now, chance }: Work<unknown>): Promise<void> {
  const { _id: accountId, institutionId } = account
  await tx.change('accounts', accountId, { set: { passwordHash, lockout: NOT_LOCKED } })
  for (const { _id } of await sessionsOf(store, { institutionId, accountId })) {
    if (_id !== keep) await tx.remove('sessions', _id)
  }
  await tx.add('inbox', {
    _id: chance.newId(), schema: 1, institutionId, accountId, deliveryId: `password-${chance.newId()}`, at: now, items: [], readAt: null,
    title: '网页登录密码已更换', text: '这个账号的网页登录密码刚刚更换，别处的网页登录已全部退出。不是您本人办理的，请马上联系设备科。',
  })
}

/** The first password, or a new one when it was forgotten: whoever holds a one-time code of the account chooses it (S42). */
export const setPassword = changesForAnyone(setOperation, {
  secret: true,
  async prepare({ password, loginName, code }, _arrival, { secrets }) {
    failOnPassword(password, loginName)
    return { codeId: bindCodeId(code, secrets), passwordHash: await secrets.hashPassword(password) }
  },
  async run({ loginName }, arrival, work) {
    const { codeId, passwordHash } = work.prepared
    const verdict = await judgeCode({ codeId, loginName }, countersOf(loginName, arrival, work), work)
    if ('refused' in verdict) return verdict
    const { account } = verdict
    await storePassword(account, { passwordHash }, work)
    const by = { institutionId: account.institutionId, accountId: account._id, name: account.name }
    return { output: {}, audit: [{ subject: account._id, before: { hasPassword: account.passwordHash !== '' }, after: { hasPassword: true }, by }] }
  },
})
