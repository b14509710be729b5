import { unmaskCertificate } from '../../../contract/certificate'
import { mustSee } from '../../../cloud/gate/permission'
import { changes } from '../../../cloud/gate/verb'
import { certificateSubject } from './subject'

/** What is masked, whole, for whoever may read the certificate; who looked is on record. */
export const unmask = changes(unmaskCertificate, {
  secret: true,
  async run({ id }, caller, { tx }) {
    const { number, birthMonth, holderName } = mustSee(await tx.get('certificates', id), certificateSubject, { caller, action: 'certificate.read' })
    return { output: { number, birthMonth }, audit: [{ subject: id, before: null, after: { holderName, seen: 'certificate' } }] }
  },
})
