import * as v from 'valibot'
import { attachmentView, type AttachmentView } from '../../../contract/attachment'
import { reach } from '../../../contract/account'
import type { getCertificate } from '../../../contract/certificate'
import type { OutputOf } from '../../../contract/operation'
import { certificateFormSchema, type CertificateForm } from '../../../domain/certificate/certificate'
import { changedFields, newForm, rebase } from './change-form'

export type LoadedCertificate = OutputOf<typeof getCertificate>['certificate']

/** What the form shows of a device, and of an account. */
const deviceCard = v.object({ id: v.string(), code: v.string(), name: v.string(), department: v.object({ id: v.string(), name: v.string() }) })
export type DeviceCard = v.InferOutput<typeof deviceCard>
const personCard = v.object({ id: v.string(), name: v.string(), reach })
export type PersonCard = v.InferOutput<typeof personCard>

/** While somebody types, a number may be missing and a day unfinished; that too must survive leaving the page. */
const typedForm = v.object({
  ...certificateFormSchema.entries,
  leadDays: v.pipe(v.nullable(v.number()), v.transform((days) => days ?? NaN)),
  birthMonth: v.nullable(v.string()), issuedOn: v.nullable(v.string()), validFrom: v.nullable(v.string()), expiresOn: v.nullable(v.string()),
})

export const draftSchema = v.object({
  /** `null`: a certificate that is entered for the first time. */
  id: v.nullable(v.string()),
  version: v.nullable(v.number()),
  /** The form as it was opened. */
  base: typedForm,
  form: typedForm,
  /** Cards of everything that was ever chosen, so that ids can be shown. */
  devices: v.array(deviceCard),
  people: v.array(personCard),
  attachments: v.array(attachmentView),
  /** The shared certificate that loses this one's device once this is saved (S50); `null`: none. */
  splitFrom: v.nullable(v.string()),
})
export type Draft = v.InferOutput<typeof draftSchema>

export const newDraft = (devices: readonly DeviceCard[] = []): Draft => {
  const form = newForm(devices.map(({ id }) => id))
  return { id: null, version: null, base: form, form, devices: [...devices], people: [], attachments: [], splitFrom: null }
}

export const draftOf = (certificate: LoadedCertificate): Draft => ({
  id: certificate.id, version: certificate.version, base: certificate.form, form: certificate.form,
  devices: certificate.devices, people: certificate.recipients, attachments: certificate.attachments, splitFrom: null,
})

/**
 * 「仅本设备另存」 (S50): a certificate of its own for one device of a shared one. The number stays with the shared one, since two
 * certificates of one number are one entered twice (B33), and so do its scans.
 */
export const splitOff = (draft: Draft, deviceId: string): Draft => ({
  ...draft, id: null, version: null, splitFrom: draft.id,
  base: newForm([deviceId]), form: { ...draft.form, deviceIds: [deviceId], number: '', attachmentIds: [] },
})

export const isDirty = ({ base, form }: Draft): boolean => changedFields(base, form).length > 0

/** Cards by id, the later ones fresher. */
const merged = <Card extends { id: string }>(before: readonly Card[], fresh: readonly Card[]): Card[] =>
  [...new Map([...before, ...fresh].map((card) => [card.id, card])).values()]

export const withForm = (draft: Draft, form: CertificateForm): Draft => ({ ...draft, form })

export const withDevices = (draft: Draft, devices: readonly DeviceCard[]): Draft =>
  ({ ...draft, devices: merged(draft.devices, devices), form: { ...draft.form, deviceIds: devices.map(({ id }) => id) } })

export const withPeople = (draft: Draft, people: readonly PersonCard[]): Draft =>
  ({ ...draft, people: merged(draft.people, people), form: { ...draft.form, recipientIds: people.map(({ id }) => id) } })

/** At the end, or in the place of another that is still there. */
export const withAttachment = (draft: Draft, attachment: AttachmentView, insteadOf: string | null = null): Draft => {
  const replaced = draft.form.attachmentIds.map((id) => (id === insteadOf ? attachment.id : id))
  return { ...draft, attachments: merged(draft.attachments, [attachment]), form: { ...draft.form, attachmentIds: [...new Set([...replaced, attachment.id])] } }
}

/** One place forward (-1) or back (1); at the end of the row it stays. */
export const withMovedAttachment = (draft: Draft, id: string, by: -1 | 1): Draft => {
  const ids = draft.form.attachmentIds
  const from = ids.indexOf(id)
  const other = ids[from + by]
  if (from < 0 || other === undefined) return draft
  return { ...draft, form: { ...draft.form, attachmentIds: ids.map((each) => (each === id ? other : each === other ? id : each)) } }
}

export const withoutAttachment = (draft: Draft, id: string): Draft =>
  ({ ...draft, form: { ...draft.form, attachmentIds: draft.form.attachmentIds.filter((each) => each !== id) } })

/** Who touched it last: a handling is no edit, and yet a change. */
export const lastTouch = ({ handling, updatedBy, updatedAt }: LoadedCertificate): { by: string; at: string } =>
  (handling !== null && handling.at > updatedAt ? { by: handling.by, at: handling.at } : { by: updatedBy, at: updatedAt })

/** Fresh links and names for what the draft shows already. */
export const withCards = (draft: Draft, { attachments }: Pick<Draft, 'attachments'>): Draft => ({ ...draft, attachments: merged(draft.attachments, attachments) })

/** Files that were uploaded for this draft and are on no certificate yet. */
export const stagedIds = ({ base, form }: Draft): string[] => form.attachmentIds.filter((id) => !base.attachmentIds.includes(id))

/** My changes on top of the version that somebody else saved meanwhile. */
export function onTopOf(draft: Draft, certificate: LoadedCertificate): { draft: Draft; clashes: Array<keyof CertificateForm> } {
  const fresh = draftOf(certificate)
  const { form, clashes } = rebase(draft.form, draft.base, certificate.form)
  return {
    draft: {
      ...fresh, form, devices: merged(draft.devices, fresh.devices), people: merged(draft.people, fresh.people),
      attachments: merged(draft.attachments, fresh.attachments),
    },
    clashes,
  }
}

const picked = <Card extends { id: string }>(cards: readonly Card[], ids: readonly string[]): Card[] =>
  ids.flatMap((id) => cards.filter((card) => card.id === id))

export const chosenDevices = ({ devices, form }: Draft): DeviceCard[] => picked(devices, form.deviceIds)
export const chosenPeople = ({ people, form }: Draft): PersonCard[] => picked(people, form.recipientIds)
export const chosenAttachments = ({ attachments, form }: Draft): AttachmentView[] => picked(attachments, form.attachmentIds)
