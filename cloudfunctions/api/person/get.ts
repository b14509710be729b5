import { getPerson, MOST_SHOWN } from '../../../contract/person'
import { may } from '../../../domain/account/permissions'
import { isAbove } from '../../../domain/account/role'
import { handedOver } from '../../../domain/job/hand-over'
import { mustSee } from '../../../cloud/gate/permission'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import { certificatesByIds, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { accountOfPerson, certificatesOf, countCertificatesOf, namesakesOf } from '../../../cloud/repositories/people'
import { certificatesAround } from '../../../cloud/repositories/told'
import { noteSeen } from '../audit/seen'
import { certificateEntries } from '../certificate/entry'
import { certificateSubject } from '../certificate/subject'
import { personRow, personSubject } from './row'

const MOST_TOLD = 5001

/** Those that the caller may see, as entries. */
const entriesOf = (store: Scene['store'], found: readonly CertificateDoc[], caller: SignedIn) =>
  certificateEntries(store, found.filter((doc) => may(caller, 'certificate.read', certificateSubject(doc)).allowed).slice(0, MOST_SHOWN))

/** Ids of certificates that tell the account. */
async function tellingIds(store: Scene['store'], account: AccountDoc | null): Promise<string[]> {
  if (account === null) return []
  const around = await certificatesAround(store, { institutionId: account.institutionId, accountId: account._id }, MOST_TOLD)
  return around.filter((certificate) => handedOver(certificate, { from: account._id, to: '' }) !== null).map(({ _id }) => _id)
}

async function accountView(store: Scene['store'], account: AccountDoc | null) {
  if (account === null) return null
  const successor = account.successorAccountId ? await store.get('accounts', account.successorAccountId) : null
  return { id: account._id, name: account.name, loginName: account.loginName, active: account.active, successor: successor && { id: successor._id, name: successor.name } }
}

/** A person and everything that a leave or a move touches (B27). */
export const get = reads(getPerson, async ({ id }, caller, scene) => {
  const { institutionId } = caller
  const { store } = scene
  const person = mustSee(await store.get('people', id), personSubject, { caller, action: 'person.read' })
  const [departments, account, his, count, same] = await Promise.all([
    departmentsOf(store, institutionId), accountOfPerson(store, institutionId, id),
    certificatesOf(store, { institutionId, personId: id }, MOST_SHOWN), countCertificatesOf(store, { institutionId, personId: id }),
    namesakesOf(store, { institutionId, name: person.name }, MOST_SHOWN), noteSeen({ operation: 'person.get', subject: id, what: 'record' }, caller, scene),
  ])
  const telling = await tellingIds(store, account)
  const told = await certificatesByIds(store, institutionId, telling.slice(0, MOST_SHOWN))
  const [certificates, namesakes, toldEntries, accountSeen] = await Promise.all([
    entriesOf(store, his, caller), entriesOf(store, same, caller), entriesOf(store, told, caller), accountView(store, account),
  ])
  return {
    person: personRow(person, new Map(departments.map(({ _id, name }) => [_id, name]))),
    version: person.version ?? 0,
    account: accountSeen, certificates, namesakes, told: toldEntries,
    counts: { certificates: count, namesakes: same.length, told: telling.length },
    mayWrite: may(caller, 'person.write', personSubject(person)).allowed,
    maySwitchOff: account !== null && account._id !== caller.accountId && !isAbove(account.role, caller.role) && may(caller, 'account.write', { institutionId }).allowed,
  }
})
