import { isCivilDay, isCivilMonth, type CivilDay } from '../kernel/civil-day'
import { isSendTime } from '../kernel/send-time'
import { lengthOf, tidy } from '../kernel/text'
import { CERTIFICATE_LIMITS, type CertificateForm } from './certificate'
import { isCycle } from './device-plan'
import { DEVICE_OPERATOR, isTooShortForReview, type CertificateType } from './type'
import { isPlanMenu } from './type-menu'

type Field = keyof CertificateForm
type Codes = Partial<Record<Field, string>>

export interface FormContext {
  today: CivilDay
  /** What the chosen type demands (B32); left out: 设备操作证. */
  type?: Pick<CertificateType, 'needsDevice' | 'needsPerson' | 'requiredFields' | 'reviewDays'> & Partial<Pick<CertificateType, 'menu'>>
}

/** The fields that are judged alone before they are compared with others. */
const TEXTS = ['issuer', 'number', 'holderName', 'title', 'operableDevice', 'description', 'template'] as const
const LISTS = [['deviceIds', 'devices'], ['recipientIds', 'recipients'], ['attachmentIds', 'attachments']] as const
const DATES = ['issuedOn', 'validFrom', 'expiresOn'] as const

/** Field → code; empty when it may be saved (S31). What is only worth a warning is not here, see `warnForm`. */
export function checkForm(form: CertificateForm, { today, type = DEVICE_OPERATOR }: FormContext): Codes {
  const checks = [sizes(form), numbers(form), dates(form, today), subjectOf(form, type), isPlanMenu(type.menu) ? comingRound(form) : named(form), needed(form), demanded(form, type)]
  return checks.reduce((all, found) => ({ ...found, ...all }), {})
}

function sizes(form: CertificateForm): Codes {
  const codes: Codes = {}
  for (const field of TEXTS) {
    if (lengthOf(form[field]) > CERTIFICATE_LIMITS[field]) codes[field] = 'certificate.text-too-long'
  }
  for (const [field, limit] of LISTS) {
    if (form[field].length > CERTIFICATE_LIMITS[limit]) codes[field] = `certificate.too-many-${limit}`
  }
  return codes
}

function numbers(form: CertificateForm): Codes {
  const codes: Codes = {}
  const { leadDays } = form
  if (!Number.isInteger(leadDays)) codes.leadDays = 'certificate.lead-not-whole'
  else if (leadDays < 0 || leadDays > CERTIFICATE_LIMITS.leadDays) codes.leadDays = 'certificate.lead-out-of-range'
  if (!isSendTime(form.sendTime)) codes.sendTime = 'send-time.invalid'
  return codes
}

function dates(form: CertificateForm, today: CivilDay): Codes {
  const codes: Codes = {}
  for (const field of DATES) {
    const day = form[field]
    if (day !== null && !isCivilDay(day)) codes[field] = 'day.invalid'
  }
  if (form.birthMonth !== null && !isBirthMonth(form.birthMonth, today)) codes.birthMonth = 'certificate.birth-month-invalid'
  return { ...order(form), ...codes }
}

const isBirthMonth = (month: string, today: CivilDay): boolean => isCivilMonth(month) && month <= today.slice(0, 7)

const precedes = (day: CivilDay | null, other: CivilDay | null): boolean => day !== null && other !== null && day < other

function order({ issuedOn, validFrom, expiresOn, longTerm }: CertificateForm): Codes {
  const codes: Codes = {}
  const end = longTerm ? null : expiresOn
  if (precedes(end, validFrom)) codes.expiresOn = 'certificate.expires-before-valid-from'
  if (precedes(end, issuedOn)) codes.expiresOn = 'certificate.expires-before-issue'
  if (precedes(validFrom, issuedOn)) codes.validFrom = 'certificate.valid-from-before-issue'
  return codes
}

const anyTicked = ({ channels }: CertificateForm): boolean => channels.home || channels.sms || channels.wechat

type Demands = NonNullable<FormContext['type']>

const isEmpty = (value: CertificateForm[Field]): boolean => (typeof value === 'string' ? tidy(value) === '' : value === null || (Array.isArray(value) && value.length === 0))

/** Fields that the type wants filled in, beside those that every certificate needs. */
function demanded(form: CertificateForm, { requiredFields }: Demands): Codes {
  return Object.fromEntries(requiredFields.filter((field) => isEmpty(form[field])).map((field) => [field, 'certificate.field-missing']))
}

/** Whom and what the certificate is about. */
function subjectOf(form: CertificateForm, { needsDevice, needsPerson }: Demands): Codes {
  const codes: Codes = {}
  if (needsPerson && tidy(form.holderName) === '') codes.holderName = 'certificate.field-missing'
  if (needsDevice && form.deviceIds.length === 0) codes.deviceIds = 'certificate.devices-missing'
  return codes
}

const named = (form: CertificateForm): Codes =>
  (tidy(form.number) === '' && tidy(form.holderName) === '' ? { number: 'certificate.number-or-name-missing' } : {})

/**
 * A plan has neither number nor holder; it comes round, so it has a cycle and an end (S48). The text that the provider of SMS has approved speaks
 * of 操作证, so a plan is told by the other channels.
 */
function comingRound({ cycleMonths, longTerm, channels }: CertificateForm): Codes {
  const codes: Codes = {}
  if (!isCycle(cycleMonths)) codes.cycleMonths = 'plan.cycle-invalid'
  if (longTerm) codes.expiresOn = 'certificate.expiry-missing'
  if (channels.sms) codes.channels = 'plan.no-sms'
  return codes
}

function needed(form: CertificateForm): Codes {
  const codes: Codes = {}
  if (form.expiresOn === null && !form.longTerm) codes.expiresOn = 'certificate.expiry-missing'
  if (anyTicked(form) && tidy(form.template) === '') codes.template = 'certificate.template-missing'
  return codes
}

export type FormWarning = 'certificate.already-expired' | 'certificate.reminds-nobody' | 'certificate.too-late-for-review'

/** What may be saved but should be said first: 「此证不会提醒任何人」 (B34), a certificate that has expired already, 「来不及复审」 (B32). */
export function warnForm(form: CertificateForm, { today, type = DEVICE_OPERATOR }: FormContext): FormWarning[] {
  if (form.longTerm) return []
  const alone = form.relatedRoles.length === 0 && form.recipientIds.length === 0
  const warnings: Array<readonly [holds: boolean, warning: FormWarning]> = [
    [form.expiresOn !== null && form.expiresOn < today, 'certificate.already-expired'],
    [alone || !anyTicked(form), 'certificate.reminds-nobody'],
    [isTooShortForReview(type, form.leadDays), 'certificate.too-late-for-review'],
  ]
  return warnings.filter(([holds]) => holds).map(([, warning]) => warning)
}

/** As it is stored: visible characters, each device and recipient once, a long-term certificate without 有效期至, 生效日期 filled (S49). */
export function tidyForm(form: CertificateForm): CertificateForm {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, field === 'template' || field === 'description' ? form[field].trim() : tidy(form[field])]))
  return {
    ...form,
    ...texts,
    deviceIds: [...new Set(form.deviceIds)],
    recipientIds: [...new Set(form.recipientIds)],
    attachmentIds: [...new Set(form.attachmentIds)],
    relatedRoles: [...new Set(form.relatedRoles)],
    expiresOn: form.longTerm ? null : form.expiresOn,
    validFrom: form.validFrom ?? form.issuedOn,
  }
}
