import type { CertificateForm } from '../../../domain/certificate/certificate'
import { dayOf, type CivilDay } from '../../../domain/kernel/civil-day'
import { toldOnAfterChange, windowOf } from '../../../domain/reminder/plan'
import type { LoadedCertificate } from './draft'
import { NO_HISTORY, type PlanHistory } from './plan-words'

type Known = Pick<LoadedCertificate, 'form' | 'handling' | 'nextSendAt' | 'holdReason' | 'cycle'>

/** The server does not say when it last told, but a next send after today, within the days of the rule, says that today is done. */
function toldOn({ form, nextSendAt, holdReason }: Known, today: CivilDay): CivilDay | null {
  if (holdReason === 'last-told') return today
  const open = (windowOf(form)?.first ?? today) <= today
  return nextSendAt !== null && open && dayOf(new Date(nextSendAt)) > today ? today : null
}

const audienceOf = ({ recipientIds, relatedRoles, channels }: CertificateForm, cycle: number) =>
  ({ recipientIds: [...recipientIds, ...relatedRoles], channels, cycle })

/** A handling answered the warning of the old dates: other dates warn anew. 注销 stays. */
function handlingAfter({ form: before, handling }: Known, after: CertificateForm): PlanHistory['handling'] {
  const sameDates = before.expiresOn === after.expiresOn && before.longTerm === after.longTerm
  return sameDates || handling?.kind === 'revoked' ? handling : null
}

/** What the plan of a changed form goes on from: nobody is told twice today, and somebody new opens the day again for himself. */
export function historyOf(certificate: Known | null, form: CertificateForm, today: CivilDay): PlanHistory {
  if (certificate === null) return NO_HISTORY
  const { cycle } = certificate
  return { handling: handlingAfter(certificate, form), toldOn: toldOnAfterChange(toldOn(certificate, today), audienceOf(certificate.form, cycle), audienceOf(form, cycle)) }
}
