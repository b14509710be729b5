import { MOST_PROPOSED, peopleForAccount } from '../../../contract/person-account'
import { byLikeness, likeness } from '../../../domain/person/likeness'
import { queryTokens } from '../../../domain/device/search'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import type { DocumentStore } from '../../../cloud/ports'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { peoplePage, peopleWithAccount, type PersonDoc } from '../../../cloud/repositories/people'

/** People of one name that are looked through. */
const LOOKED_THROUGH = 100

async function named(store: DocumentStore, institutionId: string, words: readonly string[]): Promise<PersonDoc[]> {
  const asked = words.map(queryTokens).filter((tokens) => tokens.length > 0)
  const pages = await Promise.all(asked.map((tokens) =>
    peoplePage(store, { institutionId, departmentIds: null, tokens, presence: null, employment: null }, { skip: 0, limit: LOOKED_THROUGH })))
  return [...new Map(pages.flatMap(({ docs }) => docs).map((person) => [person._id, person])).values()]
}

/** People without an account, by the account's name and log-in name or by what was typed, the likeliest first (B27); who has left has none. */
export const people = reads(peopleForAccount, async ({ id, keyword }, caller, { store }) => {
  const { institutionId } = caller
  const account = mustSee(await store.get('accounts', id), (doc) => ({ institutionId: doc.institutionId }), { caller, action: 'account.write' })
  const typed = keyword.trim() !== ''
  const [found, departments] = await Promise.all([named(store, institutionId, typed ? [keyword] : [account.name, account.loginName]), departmentsOf(store, institutionId)])
  const taken = await peopleWithAccount(store, institutionId, found.map(({ _id }) => _id))
  const names = new Map(departments.map(({ _id, name }) => [_id, name]))
  const free = found.filter(({ _id, presence }) => presence !== 'left' && !taken.has(_id)).map((person) => ({ person, why: likeness(account, person) }))
  return {
    rows: byLikeness(typed ? free : free.filter(({ why }) => why.length > 0)).slice(0, MOST_PROPOSED).map(({ person, why }) => ({
      id: person._id, version: person.version ?? 0, name: person.name, staffNumber: person.staffNumber, title: person.title, department: names.get(person.departmentId) ?? '', why,
    })),
  }
})
