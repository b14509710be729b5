import { accountsForPerson, MOST_PROPOSED } from '../../../contract/person-account'
import { byLikeness, likeness } from '../../../domain/person/likeness'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import { accountsLike } from '../../../cloud/repositories/account-table'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { personSubject } from './row'

/** Accounts that nobody's record has yet, the likeliest first (B27). Without a keyword only those that are alike in something. */
export const accounts = reads(accountsForPerson, async ({ id, keyword }, caller, { store }) => {
  const { institutionId } = caller
  const person = mustSee(await store.get('people', id), personSubject, { caller, action: 'account.write' })
  const [found, departments] = await Promise.all([accountsLike(store, institutionId, { keyword, departmentIds: null, role: null, active: true }), departmentsOf(store, institutionId)])
  const names = new Map(departments.map(({ _id, name }) => [_id, name]))
  const free = found.filter(({ personId }) => personId === null).map((account) => ({ account, why: likeness(account, person) }))
  const proposed = byLikeness(keyword.trim() === '' ? free.filter(({ why }) => why.length > 0) : free).slice(0, MOST_PROPOSED)
  return {
    rows: proposed.map(({ account, why }) => ({
      id: account._id, name: account.name, loginName: account.loginName, role: account.role, department: names.get(account.departmentId ?? '') ?? '', why,
    })),
  }
})
