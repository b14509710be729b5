import { DEVICE_OPERATOR, leadAfterChoice, type CertificateType } from '../../../domain/certificate/type'
import { newDraft, type DeviceCard, type Draft } from './draft'
import { templateFor } from '../../../domain/certificate/template'
import { changeForm } from './change-form'

/** A lead is somebody's own when it was saved, or differs from what the type before had put there. */
const isTouched = ({ id, base, form }: Draft, before: CertificateType): boolean =>
  id !== null || ![base.leadDays, leadAfterChoice(before, { days: base.leadDays, touched: false })].includes(form.leadDays)

/** 证件类型 chosen anew: a lead that nobody touched becomes the review window and 30 days (B32), an untouched sentence the type's. */
export function chooseType(draft: Draft, before: CertificateType, chosen: CertificateType): Draft {
  const untouched = leadAfterChoice(chosen, { days: draft.form.leadDays, touched: false })
  const leadDays = isTouched(draft, before) ? draft.form.leadDays : untouched
  const template = draft.form.template === templateFor(before) ? templateFor(chosen) : draft.form.template
  return { ...draft, form: changeForm(draft.form, { typeId: chosen.id, leadDays, template }) }
}

/** A new certificate of this type, perhaps for a device, with its lead: nothing of that is a change somebody made. */
export function newDraftOf(type: CertificateType, devices: readonly DeviceCard[] = []): Draft {
  const { form, ...rest } = chooseType(newDraft(devices), DEVICE_OPERATOR, type)
  return { ...rest, base: form, form }
}
