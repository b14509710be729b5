import * as v from 'valibot'
import { personal } from '../domain/account/personal-mark'
import { OBSTACLES } from '../domain/submission/obstacle'
import { SUBMISSION_KINDS, SUBMISSION_STATES, SUBMISSION_TURNS, submissionFormSchema } from '../domain/submission/submission'
import { attachmentView } from './attachment'
import { command, query } from './operation'
import { count, day, id, instant, named, optionalDay, pageOf, paging, text } from './shapes'

const kind = v.picklist(SUBMISSION_KINDS)
const state = v.picklist(SUBMISSION_STATES)
const device = v.strictObject({ id, name: v.string(), code: v.string(), department: named, /** 停用 or 报废. */ retired: v.boolean() })

export const submissionRow = v.strictObject({
  id, kind, state, holderName: v.string(), typeName: v.string(), expiresOn: optionalDay, longTerm: v.boolean(), by: v.string(), at: instant,
  /** Why it was returned, while it is; '' otherwise. */
  reason: v.string(),
})
export type SubmissionRow = v.InferOutput<typeof submissionRow>

/** What the caller reviews or, `mine`, what he handed in himself; the latest first (B16). */
export const listSubmissions = query('submission.list', {
  input: v.strictObject({ mine: v.boolean(), state: v.optional(state), ...paging }),
  output: pageOf(submissionRow),
  may: 'submission.write',
})

const card = v.strictObject({ number: v.pipe(v.string(), personal('number')), issuer: v.string(), issuedOn: optionalDay, expiresOn: optionalDay, longTerm: v.boolean(), attachments: v.array(attachmentView) })

/** Old and new side by side. Failure: not-found. */
export const getSubmission = query('submission.get', {
  input: v.strictObject({ id }),
  output: v.strictObject({
    submission: v.strictObject({
      id, version: count, kind, state, form: submissionFormSchema, typeName: v.string(), attachments: v.array(attachmentView), devices: v.array(device),
      /** The holder is the submitter himself, by his linked record. */
      forSelf: v.boolean(),
      by: v.string(), at: instant,
      turns: v.array(v.strictObject({ turn: v.picklist(SUBMISSION_TURNS), by: v.string(), at: instant, note: v.string() })),
      /** The certificate to be renewed, or the one that came of it; null: none, or not in the caller's scope. */
      certificateId: v.nullable(id),
    }),
    /** The card that is replaced, as it stands now; null for a new certificate or when it is gone. */
    old: v.nullable(v.strictObject({ version: count, holderName: v.string(), ...card.entries })),
    obstacle: v.nullable(v.picklist(OBSTACLES)),
    mayReview: v.boolean(),
    isOwn: v.boolean(),
    today: day,
  }),
  may: 'submission.write',
})
export type SubmissionView = v.InferOutput<typeof getSubmission.output>

/**
 * Hands in a renewal (`certificateId`) or a new certificate (null). `forSelf`: the holder is the caller, by his linked record.
 * Failures: invalid-input {fields}, not-found, submission.no-person, submission.waiting-already {by}, submission.certificate-revoked,
 * device.not-found {ids}, attachment.not-staged {ids}.
 */
export const submit = command('submission.submit', {
  input: v.strictObject({ certificateId: v.nullable(id), forSelf: v.boolean(), form: submissionFormSchema }),
  output: v.strictObject({ id, version: count }),
  may: 'submission.write',
})

/** Hands in once more what was returned. Failures beside those of `submit`: submission.changed-meanwhile {version, state}, submission.settled {state}, submission.not-own. */
export const resubmit = command('submission.resubmit', {
  input: v.strictObject({ id, version: count, forSelf: v.boolean(), form: submissionFormSchema }),
  output: v.strictObject({ id, version: count }),
  may: 'submission.write',
})

/** Takes it back; nothing changes on the certificate. Failures: not-found, submission.changed-meanwhile {version}, submission.settled, submission.not-own. */
export const withdrawSubmission = command('submission.withdraw', { input: v.strictObject({ id, version: count }), output: v.strictObject({ version: count }), may: 'submission.write' })

/**
 * 通过: the renewal's new cycle, or the new certificate, in one transaction with its scans and plan. `certificateVersion`: of the certificate that was
 * compared; null for a new one. Failures: not-found, forbidden, submission.changed-meanwhile {version}, submission.settled, submission.own,
 * submission.<obstacle>, certificate.changed-meanwhile {by, at, version}, certificate.number-taken {id}, certificate.too-many-devices {max}, handling.expiry-not-later.
 */
export const approveSubmission = command('submission.approve', {
  input: v.strictObject({ id, version: count, certificateVersion: v.nullable(count) }),
  output: v.strictObject({ version: count, certificateId: id }),
  may: 'submission.review',
})

/** 退回, with the reason. Failures: not-found, forbidden, submission.changed-meanwhile {version}, submission.settled, submission.own, submission.reason-missing. */
export const returnSubmission = command('submission.return', {
  input: v.strictObject({ id, version: count, reason: text(200) }),
  output: v.strictObject({ version: count }),
  may: 'submission.review',
})
