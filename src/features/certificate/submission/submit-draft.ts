import * as v from 'valibot'
import { attachmentView, type AttachmentView } from '../../../../contract/attachment'
import type { SubmissionView } from '../../../../contract/submission'
import { DEVICE_OPERATOR_ID } from '../../../../domain/certificate/certificate'
import { submissionFormSchema, type SubmissionForm } from '../../../../domain/submission/submission'

const deviceSchema = v.object({ id: v.string(), name: v.string(), code: v.string(), department: v.object({ id: v.string(), name: v.string() }) })
export type SubmittedDevice = v.InferOutput<typeof deviceSchema>

/** What is filled in, with what its ids stand for; while somebody types, a day may be unfinished. */
export const submitDraftSchema = v.object({
  ...submissionFormSchema.entries, issuedOn: v.nullable(v.string()), expiresOn: v.nullable(v.string()),
  forSelf: v.boolean(), devices: v.array(deviceSchema), files: v.array(attachmentView),
})
export type SubmitDraft = v.InferOutput<typeof submitDraftSchema>

const EMPTY: SubmitDraft = {
  typeId: DEVICE_OPERATOR_ID, deviceIds: [], holderName: '', number: '', issuer: '', issuedOn: null, expiresOn: null, longTerm: false, note: '', attachmentIds: [],
  forSelf: false, devices: [], files: [],
}

/** `number` and `holderName` of the card that is renewed; a new one is most often the submitter's own. */
export const newSubmission = ({ forSelf, number = '', holderName = '', typeId = DEVICE_OPERATOR_ID }: { forSelf: boolean; number?: string; holderName?: string; typeId?: string }): SubmitDraft =>
  ({ ...EMPTY, forSelf, number, holderName, typeId })

/** What was returned, to be corrected. */
export const returnedSubmission = ({ submission: { form, attachments, devices, forSelf } }: SubmissionView): SubmitDraft =>
  ({ ...form, forSelf, files: attachments, devices: devices.map(({ id, name, code, department }) => ({ id, name, code, department })) })

export const withFile = (draft: SubmitDraft, file: AttachmentView): Partial<SubmitDraft> => ({ files: [...draft.files, file], attachmentIds: [...draft.attachmentIds, file.id] })
export const withoutFile = ({ files, attachmentIds }: SubmitDraft, id: string): Partial<SubmitDraft> =>
  ({ files: files.filter((file) => file.id !== id), attachmentIds: attachmentIds.filter((each) => each !== id) })
export const withDevices = (devices: readonly SubmittedDevice[]): Partial<SubmitDraft> =>
  ({ devices: devices.map(({ id, name, code, department }) => ({ id, name, code, department })), deviceIds: devices.map(({ id }) => id) })

export const formOf = ({ typeId, deviceIds, holderName, number, issuer, issuedOn, expiresOn, longTerm, note, attachmentIds }: SubmitDraft): SubmissionForm =>
  ({ typeId, deviceIds, holderName, number, issuer, issuedOn, expiresOn: longTerm ? null : expiresOn, longTerm, note, attachmentIds })
