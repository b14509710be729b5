import { createAccount, updateAccount, type AccountForm } from '../../../contract/account-admin'
import { NOT_LOCKED } from '../../../domain/account/lockout'
import { checkAccount, tidyAccount } from '../../../domain/account/account-form'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { accountByLoginName } from '../../../cloud/repositories/accounts'
import { departmentInUse } from '../../../cloud/repositories/departments'
import { accountNote, mustAllow, mustFindAccount } from './managed'

/** The form as it is stored. `id`: the account that may keep its own log-in name. */
async function checked({ form, id }: { form: AccountForm; id: string | null }, { institutionId }: SignedIn, { store }: Scene) {
  const tidied = tidyAccount(form)
  failOnFields('invalid-input', checkAccount(tidied))
  const namesake = await accountByLoginName(store, institutionId, tidied.loginName)
  if (namesake && namesake._id !== id) fail('account.login-name-taken')
  const department = tidied.departmentId === null ? null : await departmentInUse(store, tidied.departmentId, institutionId)
  if (tidied.departmentId !== null && department === null) fail('department.not-found')
  return tidied
}

export const create = changes(createAccount, {
  prepare: ({ form }, caller, scene) => checked({ form, id: null }, caller, scene),
  async run(_input, caller, work) {
    const { phone, ...form } = work.prepared
    await mustAllow({ before: null, after: { role: form.role, active: true } }, caller, work)
    const account = {
      _id: work.chance.newId(), schema: 1 as const, institutionId: caller.institutionId, ...form, phone: phone ?? '', personId: null, passwordHash: '', active: true,
      version: 1, lockout: NOT_LOCKED,
    }
    await work.tx.add('accounts', account)
    return { output: { id: account._id }, audit: [{ subject: account._id, before: null, after: accountNote(account) }] }
  },
})

/** What an administrator changes of an account; its ways in stay as they are. */
export const update = changes(updateAccount, {
  prepare: ({ id, form }, caller, scene) => checked({ form, id }, caller, scene),
  async run({ id, version }, caller, work) {
    const account = await mustFindAccount(id, caller, work)
    const present = account.version ?? 0
    if (present !== version) fail('account.changed-meanwhile', { version: present })
    const { phone, ...form } = work.prepared
    await mustAllow({ before: account, after: { role: form.role, active: account.active } }, caller, work)
    const after = { ...form, phone: phone ?? account.phone }
    await work.tx.change('accounts', id, { set: { ...after, version: version + 1 } })
    return { output: { version: version + 1 }, audit: [{ subject: id, before: accountNote(account), after: accountNote({ ...account, ...after }) }] }
  },
})
