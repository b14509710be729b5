import type { CertificateForm } from '../../../domain/certificate/certificate'
import { toldOnAfterChange } from '../../../domain/reminder/plan'
import type { LoadedCertificate } from './draft'
import { NO_HISTORY, type PlanHistory } from './plan-words'

type Known = Pick<LoadedCertificate, 'form' | 'handling' | 'toldOn' | 'cycle'>

const audienceOf = ({ recipientIds, relatedRoles, channels }: CertificateForm, cycle: number) =>
  ({ recipientIds: [...recipientIds, ...relatedRoles], channels, cycle })

/** A handling answered the warning of the old dates: other dates warn anew. 注销 stays. */
function handlingAfter({ form: before, handling }: Known, after: CertificateForm): PlanHistory['handling'] {
  const sameDates = before.expiresOn === after.expiresOn && before.longTerm === after.longTerm
  return sameDates || handling?.kind === 'revoked' ? handling : null
}

/** What the plan of a changed form goes on from: nobody is told twice today, and somebody new opens the day again for himself. */
export function historyOf(certificate: Known | null, form: CertificateForm): PlanHistory {
  if (certificate === null) return NO_HISTORY
  const { cycle, toldOn } = certificate
  return { handling: handlingAfter(certificate, form), toldOn: toldOnAfterChange(toldOn, audienceOf(certificate.form, cycle), audienceOf(form, cycle)) }
}
