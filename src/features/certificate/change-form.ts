import { emptyForm, type CertificateForm, type RelatedRole } from '../../../domain/certificate/certificate'
import type { Channel } from '../../../domain/reminder/channel'

/** A change to some fields, as a person makes it. */
export type FormChange = Partial<CertificateForm>

/**
 * What the form of a new certificate starts with. The guide prints the channels unticked; 首页 and 微信 cost nothing and reach
 * most, so they start ticked and nobody saves a certificate that reminds of nothing by leaving a line untouched.
 */
export const newForm = (deviceIds: string[] = []): CertificateForm => ({ ...emptyForm(), deviceIds, channels: { home: true, sms: false, wechat: true } })

/** Form A shows 签发日期 only: 生效日期 follows it as long as the two are the same (S49). 长期有效 and 有效期至 shut each other out. */
export function changeForm(form: CertificateForm, change: FormChange): CertificateForm {
  const next = { ...form, ...change }
  if (change.issuedOn !== undefined && form.validFrom === form.issuedOn) next.validFrom = change.issuedOn
  if (change.longTerm === true) next.expiresOn = null
  if (change.expiresOn !== undefined && change.expiresOn !== null) next.longTerm = false
  return next
}

export const toggleChannel = (form: CertificateForm, channel: Channel): CertificateForm =>
  ({ ...form, channels: { ...form.channels, [channel]: !form.channels[channel] } })

const toggled = <T>(all: readonly T[], one: T): T[] => (all.includes(one) ? all.filter((each) => each !== one) : [...all, one])

export const toggleRole = (form: CertificateForm, role: RelatedRole): CertificateForm => ({ ...form, relatedRoles: toggled(form.relatedRoles, role) })

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const FIELDS = Object.keys(emptyForm()) as Array<keyof CertificateForm>

/** Which fields of the two differ, in the form's order. */
export const changedFields = (before: CertificateForm, after: CertificateForm): Array<keyof CertificateForm> =>
  FIELDS.filter((field) => !same(before[field], after[field]))

export interface Rebased {
  form: CertificateForm
  /** Both changed these, differently: mine stand. */
  clashes: Array<keyof CertificateForm>
}

/** My changes on top of what somebody else saved meanwhile: what I did not touch becomes his. */
export function rebase(mine: CertificateForm, base: CertificateForm, theirs: CertificateForm): Rebased {
  const touched = changedFields(base, mine)
  const form = { ...theirs, ...Object.fromEntries(touched.map((field) => [field, mine[field]])) }
  return { form, clashes: touched.filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field])) }
}

/** What `certificate.save` can refuse as a whole and yet belongs to one field. */
const FIELD_OF_FAILURE: Readonly<Record<string, keyof CertificateForm>> = {
  'device.not-found': 'deviceIds',
  'attachment.not-staged': 'attachmentIds',
  'account.not-found': 'recipientIds',
  'certificate.number-taken': 'number',
}

/** Field → code of a refused save; `null`: it is not about the fields. */
export function fieldsOfFailure({ code, detail }: { code: string; detail: Readonly<Record<string, unknown>> }): Record<string, string> | null {
  const field = FIELD_OF_FAILURE[code]
  if (field !== undefined) return { [field]: code }
  if (code !== 'invalid-input') return null
  const fields = detail.fields as Record<string, string> | undefined
  return fields !== undefined && Object.keys(fields).length > 0 ? byFirstName(fields) : null
}

/** The server may name a field by its path, `form.expiresOn`. */
const byFirstName = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([path, code]) => [path.replace(/^form\./, '').split('.')[0] ?? path, code]))

/** 生效日期 has no field of its own in form A: what is wrong with it is said at 签发日期. */
export const shownFields = (codes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  codes.validFrom !== undefined && codes.issuedOn === undefined ? { ...codes, issuedOn: codes.validFrom } : codes
