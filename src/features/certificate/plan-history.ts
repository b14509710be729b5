import type { CertificateForm } from '../../../domain/certificate/certificate'
import { dayOf } from '../../../domain/kernel/civil-day'
import { channelsOn, toldOnAfterChange } from '../../../domain/reminder/plan'
import type { ReminderRules } from '../../../domain/reminder/rules'
import type { LoadedCertificate } from './draft'
import { isReckonable, NO_HISTORY, type PlanHistory } from './plan-words'

type Known = Pick<LoadedCertificate, 'form' | 'handling' | 'toldOn' | 'cycle'>

/** A handling answered the warning of the old dates: other dates warn anew. 注销 stays. */
function handlingAfter({ form: before, handling }: Known, after: CertificateForm): PlanHistory['handling'] {
  const sameDates = before.expiresOn === after.expiresOn && before.longTerm === after.longTerm
  return sameDates || handling?.kind === 'revoked' ? handling : null
}

/** What the plan of a changed form goes on from, as the functions will reckon it: nobody is told twice today, and somebody new, or a channel that did not speak today, opens the day again. */
export function historyOf(certificate: Known | null, form: CertificateForm, { now, rules }: { now: Date; rules?: ReminderRules }): PlanHistory {
  if (certificate === null) return NO_HISTORY
  const { cycle, toldOn } = certificate
  const today = dayOf(now)
  const handling = handlingAfter(certificate, form)
  if (toldOn !== today || !isReckonable(form)) return { handling, toldOn }
  const audienceOf = (each: CertificateForm, held: PlanHistory['handling']) =>
    ({ recipientIds: [...each.recipientIds, ...each.relatedRoles], channels: channelsOn({ ...each, handling: held, toldOn, rules }, today), cycle })
  return { handling, toldOn: toldOnAfterChange(toldOn, audienceOf(certificate.form, certificate.handling), audienceOf(form, handling)) }
}
