import { getAccount } from '../../../contract/account-admin'
import { isAbove, ROLES } from '../../../domain/account/role'
import { mustSee } from '../../../cloud/gate/permission'
import { reads } from '../../../cloud/gate/verb'
import type { DocumentStore } from '../../../cloud/ports'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { sessionsOf } from '../../../cloud/repositories/sessions'
import { certificatesAround } from '../../../cloud/repositories/told'
import { linksOf } from '../../../cloud/repositories/wechat-links'
import { handedOver } from '../../../domain/job/hand-over'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { managedView } from './managed'
import { NO_REACH } from './self'

/** More than a job holds rows: such a number is told as it is. */
const MOST_TOLD = 5001

async function personOf({ personId, institutionId }: AccountDoc, store: DocumentStore) {
  const person = personId === null ? null : ownedBy(await store.get('people', personId), institutionId)
  return person && { id: person._id, version: person.version ?? 0, name: person.name, staffNumber: person.staffNumber }
}

/** One account with its ways in and what hangs on it. */
export const get = reads(getAccount, async ({ id }, caller, scene) => {
  const { store, now } = scene
  const { institutionId, accountId, role } = caller
  const account = mustSee(await store.get('accounts', id), (doc) => ({ institutionId: doc.institutionId }), { caller, action: 'account.write' })
  const [departments, links, sessions, around] = await Promise.all([
    departmentsOf(store, institutionId), linksOf(store, institutionId, [id]), sessionsOf(store, { institutionId, accountId: id }),
    certificatesAround(store, { institutionId, accountId: id }, MOST_TOLD),
  ])
  const reach = (await reachOfAccounts(scene, institutionId, [account])).get(id) ?? NO_REACH
  const successor = account.successorAccountId ? await store.get('accounts', account.successorAccountId) : null
  return {
    account: managedView(account, { reach, departments: new Map(departments.map(({ _id, name }) => [_id, name])), caller }),
    version: account.version ?? 0,
    hasPassword: account.passwordHash !== '',
    sessions: sessions.filter(({ expiresAt }) => expiresAt > now).length,
    boundAt: links[0]?.boundAt.toISOString() ?? null,
    successor: successor && { id: successor._id, name: successor.name },
    person: await personOf(account, store),
    told: around.filter((certificate) => handedOver(certificate, { from: id, to: '' }) !== null).length,
    roles: ROLES.filter((each) => !isAbove(each, role)),
    isSelf: id === accountId,
  }
})
