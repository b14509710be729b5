import { linkAccount as linkOperation } from '../../../contract/person-account'
import { isAbove } from '../../../domain/account/role'
import { fail } from '../../../domain/kernel/failure'
import { endBondsOf } from '../../../cloud/end-bonds'
import { mustDo } from '../../../cloud/gate/permission'
import { changes, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { accountOfPerson, type PersonDoc } from '../../../cloud/repositories/people'
import { mustFindAccount } from '../account/managed'
import { writablePerson } from './row'

interface Prepared { had: AccountDoc | null }

/** Nobody touches an account above his own: whose it is decides whose certificates its holder sees. */
async function changeable(id: string, caller: SignedIn, work: Work<Prepared>): Promise<AccountDoc> {
  const account = await mustFindAccount(id, caller, work)
  return isAbove(account.role, caller.role) ? fail('account.above-you') : account
}

async function tied(accountId: string, person: PersonDoc, { caller, work }: { caller: SignedIn; work: Work<Prepared> }): Promise<AccountDoc> {
  const { had } = work.prepared
  if (had !== null) fail('person.has-account', { loginName: had.loginName })
  if (person.presence === 'left') fail('person.has-left')
  const account = await changeable(accountId, caller, work)
  return account.personId === null ? account : fail('person.account-taken')
}

const untied = ({ caller, work }: { caller: SignedIn; work: Work<Prepared> }): Promise<AccountDoc> => {
  const { had } = work.prepared
  return had === null ? fail('person.no-account') : changeable(had._id, caller, work)
}

/**
 * Ties an account to a person's record by somebody's word, or unties it (B27). The record is written too, so that of two who tie two accounts
 * to one person at the same moment the second is refused.
 */
export const linkAccount = changes(linkOperation, {
  prepare: async ({ id }, { institutionId }, { store }): Promise<Prepared> => ({ had: await accountOfPerson(store, institutionId, id) }),
  async run({ id, version, accountId }, caller, work) {
    const person = await writablePerson({ id, version }, caller, work)
    mustDo({ institutionId: caller.institutionId }, { caller, action: 'account.write' })
    const scene = { caller, work }
    const account = accountId === null ? await untied(scene) : await tied(accountId, person, scene)
    await work.tx.set('people', { ...person, version: version + 1 })
    await work.tx.change('accounts', account._id, { set: { personId: accountId === null ? null : id, version: (account.version ?? 0) + 1 } })
    const note = (tie: boolean) => ({ name: person.name, staffNumber: person.staffNumber, account: tie ? account.loginName : null })
    return {
      output: { version: version + 1 }, audit: [{ subject: id, before: note(accountId === null), after: note(accountId !== null) }],
      afterwards: async () => { await endBondsOf(work, caller.institutionId, account._id) },
    }
  },
})
