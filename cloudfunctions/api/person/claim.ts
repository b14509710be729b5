import { claimCertificate } from '../../../contract/person'
import { fail } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { refreshCoversOf } from '../../../cloud/repositories/covers'
import type { PersonDoc } from '../../../cloud/repositories/people'
import { certificateSubject } from '../certificate/subject'
import { personSubject } from './row'

const failUnlessFree = (certificate: CertificateDoc, person: PersonDoc): void => {
  if (certificate.personId !== null && certificate.personId !== person._id) fail('person.claimed-already')
  if (certificate.holderName !== person.name) fail('person.other-name')
}

/** Ties a certificate to a person by somebody's word, never by the name alone: two 张伟 stay two (B27). Whoever holds it counts once per device. */
export const claim = changes(claimCertificate, {
  async run({ id, certificateId, theirs }, caller, { tx, store, today }) {
    const person = mustSee(await tx.get('people', id), personSubject, { caller, action: 'person.read' })
    mustDo(personSubject(person), { caller, action: 'person.write' })
    const certificate = mustSee(await tx.get('certificates', certificateId), certificateSubject, { caller, action: 'certificate.read' })
    mustDo(certificateSubject(certificate), { caller, action: 'certificate.write' })
    if (theirs) failUnlessFree(certificate, person)
    else if (certificate.personId !== id) fail('not-found')
    const personId = theirs ? id : null
    await tx.change('certificates', certificateId, { set: { personId, version: certificate.version + 1 } })
    return {
      output: {},
      audit: [{ subject: certificateId, before: { personId: certificate.personId }, after: { personId, holderName: person.name, staffNumber: person.staffNumber } }],
      afterwards: () => refreshCoversOf(store, { institutionId: certificate.institutionId, deviceIds: certificate.deviceIds }, today),
    }
  },
})
