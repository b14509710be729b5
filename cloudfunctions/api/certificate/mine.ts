import { myCertificates, type MyCertificate } from '../../../contract/person-account'
import { MOST_SHOWN } from '../../../contract/person'
import { may } from '../../../domain/account/permissions'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { certificatesOf, type PersonDoc } from '../../../cloud/repositories/people'
import { attachmentViews } from '../attachment/view'
import { certificateEntries } from './entry'
import { certificateSubject } from './subject'
import { waitingOf } from './waiting'

/** The caller's own record; null while nobody has said which is his. */
export async function ownPerson({ accountId, institutionId }: SignedIn, { store }: Pick<Scene, 'store'>): Promise<PersonDoc | null> {
  const account = await store.get('accounts', accountId)
  return account?.personId ? ownedBy(await store.get('people', account.personId), institutionId) : null
}

async function personView({ _id, name, staffNumber, title, departmentId }: PersonDoc, { store }: Scene) {
  const department = await store.get('departments', departmentId)
  return { id: _id, name, staffNumber, title, department: department && { id: departmentId, name: department.name } }
}

interface Found { entry: MyCertificate['entry']; certificate: CertificateDoc; waiting: MyCertificate['waiting'] }

const rowOf = async ({ entry, certificate, waiting }: Found, caller: SignedIn, scene: Scene): Promise<MyCertificate> => ({
  entry, waiting, issuedOn: certificate.issuedOn, attachments: await attachmentViews(scene, caller.institutionId, certificate.attachments),
  mayOpen: may(caller, 'certificate.read', certificateSubject(certificate)).allowed,
})

/** 我的证书 (B27): what is his by somebody's word, never by the name alone. */
export const mine = reads(myCertificates, async (_input, caller, scene) => {
  const person = await ownPerson(caller, scene)
  if (person === null) return { today: scene.today, person: null, rows: [] }
  const found = await certificatesOf(scene.store, { institutionId: caller.institutionId, personId: person._id }, MOST_SHOWN)
  const [entries, waiting] = await Promise.all([certificateEntries(scene.store, found), waitingOf(scene.store, found)])
  const rows = entries.flatMap((entry, index) => {
    const certificate = found[index]
    return certificate ? [rowOf({ entry, certificate, waiting: waiting.get(entry.id) ?? null }, caller, scene)] : []
  })
  return { today: scene.today, person: await personView(person, scene), rows: await Promise.all(rows) }
})
