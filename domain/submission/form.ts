import { emptyForm, type CertificateForm } from '../certificate/certificate'
import { checkForm, tidyForm } from '../certificate/form'
import { templateFor } from '../certificate/template'
import { leadAfterChoice, type CertificateType } from '../certificate/type'
import { lengthOf } from '../kernel/text'
import type { CivilDay } from '../kernel/civil-day'
import { SUBMISSION_LIMITS, type SubmissionForm, type SubmissionKind } from './submission'

export type SubmissionField = keyof SubmissionForm
type Codes = Partial<Record<SubmissionField, string>>

interface Context {
  kind: SubmissionKind
  today: CivilDay
  type: CertificateType
  /** 有效期至 that stands now; null: none. */
  oldExpiry: CivilDay | null
}

/**
 * The certificate that an approved submission enters: with what its type starts with, who approves and who submitted told (S27, S38, S39, B32).
 * Everything else of it is 设备科's to add.
 */
export const certificateFormOf = (form: SubmissionForm, { type, submitterId }: { type: CertificateType; submitterId: string }): CertificateForm => tidyForm({
  ...emptyForm(),
  typeId: form.typeId, deviceIds: form.deviceIds, holderName: form.holderName, number: form.number, issuer: form.issuer,
  issuedOn: form.issuedOn, validFrom: form.issuedOn, expiresOn: form.expiresOn, longTerm: form.longTerm, description: form.note, attachmentIds: form.attachmentIds,
  leadDays: leadAfterChoice(type, { days: type.leadDays, touched: false }),
  channels: { home: true, sms: false, wechat: true },
  recipientIds: [submitterId],
  template: templateFor(type),
})

/** What only 设备科 knows, or what can be seen on the photo, is not asked of the holder. */
const ASKED: readonly SubmissionField[] = ['typeId', 'deviceIds', 'holderName', 'number', 'issuer', 'issuedOn', 'expiresOn', 'attachmentIds']

function common({ note, attachmentIds, deviceIds }: SubmissionForm): Codes {
  const codes: Codes = {}
  if (lengthOf(note) > SUBMISSION_LIMITS.note) codes.note = 'certificate.text-too-long'
  if (attachmentIds.length === 0) codes.attachmentIds = 'submission.photo-missing'
  if (deviceIds.length > SUBMISSION_LIMITS.devices) codes.deviceIds = 'certificate.too-many-devices'
  return codes
}

/** A new card ends later than the old one (B13). */
const later = ({ longTerm, expiresOn }: SubmissionForm, { kind, oldExpiry }: Context): Codes =>
  (kind === 'renewal' && !longTerm && expiresOn !== null && oldExpiry !== null && expiresOn <= oldExpiry ? { expiresOn: 'handling.expiry-not-later' } : {})

/** Field → code; empty when it may be submitted. A renewal needs its photo and its days; whom it is about stands on the certificate. */
export function checkSubmission(form: SubmissionForm, context: Context): Codes {
  const { kind, type, today } = context
  const asIfNew = certificateFormOf(form, { type, submitterId: 'x' })
  const demands = kind === 'new' ? type : { ...type, needsDevice: false, needsPerson: false, requiredFields: [] }
  const named = kind === 'new' || form.number !== '' ? asIfNew : { ...asIfNew, number: '-' }
  const found = Object.fromEntries(Object.entries(checkForm(named, { today, type: demands })).filter(([field]) => ASKED.includes(field as SubmissionField)))
  return { ...later(form, context), ...found, ...common(form) }
}
