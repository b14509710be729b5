import { transferPerson } from '../../../contract/person'
import { may } from '../../../domain/account/permissions'
import { isAbove, seesWholeInstitution } from '../../../domain/account/role'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { departmentInUse } from '../../../cloud/repositories/departments'
import { accountOfPerson } from '../../../cloud/repositories/people'
import { personNote, writablePerson } from './row'

/** Whether the scope of his account moves with him: only who may change the account moves it, and never his own. */
async function mayMove(account: AccountDoc | null, caller: SignedIn, { tx }: Work<unknown>): Promise<AccountDoc | null> {
  const present = account && await tx.get('accounts', account._id)
  if (!present || present._id === caller.accountId || seesWholeInstitution(present.role)) return null
  return may(caller, 'account.write', { institutionId: present.institutionId }).allowed && !isAbove(present.role, caller.role) ? present : null
}

/** 转科 of a person: his certificates stay with their devices, and who answers for them decides what becomes of them (B27). */
export const transfer = changes(transferPerson, {
  prepare: async ({ id }, { institutionId }, { store }) => ({ account: await accountOfPerson(store, institutionId, id) }),
  async run({ id, version, departmentId }, caller, work) {
    const { tx } = work
    const before = await writablePerson({ id, version }, caller, work)
    if (before.departmentId === departmentId) fail('person.same-department')
    if (!await departmentInUse(tx, departmentId, caller.institutionId)) fail('department.not-found')
    const after = { ...before, departmentId, version: version + 1 }
    await tx.set('people', after)
    const audit = [{ subject: id, before: personNote(before), after: personNote(after) }]
    const account = await mayMove(work.prepared.account, caller, work)
    if (account === null) return { output: { version: after.version, accountMoved: false }, audit }
    await tx.change('accounts', account._id, { set: { departmentId, version: (account.version ?? 0) + 1 } })
    const moved = { subject: account._id, before: { name: account.name, departmentId: account.departmentId }, after: { name: account.name, departmentId } }
    return { output: { version: after.version, accountMoved: true }, audit: [...audit, moved] }
  },
})
