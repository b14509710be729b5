import type { AttachmentView } from '../../../../contract/attachment'
import { emptyForm, type CertificateForm } from '../../../../domain/certificate/certificate'
import { nextDue } from '../../../../domain/certificate/device-plan'
import { templateFor } from '../../../../domain/certificate/template'
import { leadAfterChoice, usualExpiry, type CertificateType } from '../../../../domain/certificate/type'
import { isPlanMenu } from '../../../../domain/certificate/type-menu'

/** Somebody who is told by name, as he is shown. */
export interface Named { id: string; name: string }

/** A paper of a device while it is filled in: its form and what the form shows beside ids. */
export interface Paper {
  form: CertificateForm
  people: readonly Named[]
  files: readonly AttachmentView[]
}

export type PaperType = Pick<CertificateType, 'id' | 'name' | 'menu' | 'needsDevice' | 'needsPerson' | 'requiredFields' | 'validityMonths' | 'leadDays' | 'reviewDays'>

/** Months that a plan starts with when its type says nothing. */
const USUAL_CYCLE = 12

/** A new paper of this type: the type's lead, sentence and cycle; 首页 and 微信, which cost nothing, are ticked. */
export const newPaper = (type: PaperType): Paper => ({
  form: {
    ...emptyForm(), typeId: type.id, leadDays: leadAfterChoice(type, { days: 0, touched: false }), template: templateFor(type), channels: { home: true, sms: false, wechat: true },
    ...(isPlanMenu(type.menu) && { cycleMonths: type.validityMonths ?? USUAL_CYCLE }),
  },
  people: [], files: [],
})

/** The end that follows from what is filled in; `null`: nothing does. */
const proposedEnd = ({ menu, validityMonths }: PaperType, { issuedOn, cycleMonths }: CertificateForm): string | null =>
  (isPlanMenu(menu) ? nextDue(menu, issuedOn, cycleMonths) : usualExpiry({ validityMonths }, issuedOn))

/** A change by hand. 下次到期 follows 上次日期 and 周期 as long as nobody wrote another day there. */
export function changePaper(type: PaperType, form: CertificateForm, change: Partial<CertificateForm>): CertificateForm {
  const next = { ...form, ...change }
  if (change.expiresOn !== undefined) return change.expiresOn === null ? next : { ...next, longTerm: false }
  if (change.longTerm === true) return { ...next, expiresOn: null }
  const own = form.longTerm || (form.expiresOn !== null && form.expiresOn !== proposedEnd(type, form))
  return own ? next : { ...next, expiresOn: proposedEnd(type, next) ?? form.expiresOn }
}

/** Whether anything was filled in; people, files and ids of the form say the same thing twice. */
export const isTouched = (paper: Paper, type: PaperType): boolean => JSON.stringify(paper) !== JSON.stringify(newPaper(type))

/** The form as it is sent. A number that is none yet stays NaN, which JSON would make null: the check has told it before. */
export const formToSend = ({ form, people, files }: Paper): CertificateForm =>
  ({ ...form, recipientIds: people.map(({ id }) => id), attachmentIds: files.map(({ id }) => id) })

/** Another type: what nobody touched becomes the new type's own. */
export function chooseType({ form, ...rest }: Paper, before: PaperType, chosen: PaperType): Paper {
  const [was, will] = [newPaper(before).form, newPaper(chosen).form]
  const own = <Field extends 'leadDays' | 'template' | 'cycleMonths'>(field: Field) => (form[field] === was[field] ? will[field] : form[field])
  return { ...rest, form: { ...form, typeId: chosen.id, leadDays: own('leadDays') ?? form.leadDays, template: own('template') ?? form.template, ...(will.cycleMonths !== undefined && { cycleMonths: own('cycleMonths') }) } }
}
