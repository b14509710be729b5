import { getSubmission, type SubmissionView } from '../../../contract/submission'
import { may } from '../../../domain/account/permissions'
import { DEVICE_OPERATOR } from '../../../domain/certificate/type'
import { isRetired } from '../../../domain/device/device'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { devicesByIds, type DeviceDoc } from '../../../cloud/repositories/devices'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { typeById } from '../../../cloud/repositories/rules'
import type { SubmissionDoc } from '../../../cloud/repositories/submissions'
import { attachmentViews } from '../attachment/view'
import { ownPerson } from '../certificate/mine'
import { noteSeen } from '../audit/seen'
import { certificateSubject } from '../certificate/subject'
import { presentObstacle } from './facts'
import { seenSubmission, submissionSubject } from './open'

type View = SubmissionView

const deviceView = ({ _id, code, fields, departmentId, departmentName, status }: DeviceDoc) => ({ id: _id, name: fields.name, code, department: { id: departmentId, name: departmentName }, retired: isRetired(status) })

/** The card that is replaced, as it stands now; what has been approved is compared no more. */
async function oldCard(certificate: CertificateDoc | null, { kind, state }: SubmissionDoc, scene: Scene): Promise<View['old']> {
  if (certificate === null || kind === 'new' || state === 'approved') return null
  const { version, holderName, number, issuer, issuedOn, expiresOn, longTerm, attachments } = certificate
  return { version, holderName, number, issuer, issuedOn, expiresOn, longTerm, attachments: await attachmentViews(scene, certificate.institutionId, attachments) }
}

async function bodyOf(doc: SubmissionDoc, caller: SignedIn, scene: Scene): Promise<View['submission']> {
  const [type, attachments, person] = await Promise.all([typeById(scene.store, doc.institutionId, doc.form.typeId), attachmentViews(scene, doc.institutionId, doc.attachments), ownPerson(caller, scene)])
  const devices = await devicesByIds(scene.store, doc.institutionId, doc.form.deviceIds)
  return {
    id: doc._id, version: doc.version, kind: doc.kind, state: doc.state, form: { ...doc.form, attachmentIds: doc.attachments.map(({ id }) => id) },
    typeName: (type ?? DEVICE_OPERATOR).name, attachments, devices: devices.map(deviceView), forSelf: doc.personId !== null && doc.personId === person?._id,
    by: doc.byName, at: doc.at.toISOString(), turns: doc.turns.map(({ turn, byName, at, note }) => ({ turn, by: byName, at: at.toISOString(), note })),
    certificateId: null,
  }
}

/** Old and new side by side, and what stands in the way (B16). */
export const get = reads(getSubmission, async ({ id }, caller, scene) => {
  const { store, today } = scene
  const doc = seenSubmission(await store.get('submissions', id), caller)
  const certificate = doc.certificateId === '' ? null : ownedBy(await store.get('certificates', doc.certificateId), caller.institutionId)
  const mayOpen = certificate !== null && may(caller, 'certificate.read', certificateSubject(certificate)).allowed
  const isOwn = doc.byAccountId === caller.accountId
  const [body, old, devices] = await Promise.all([
    bodyOf(doc, caller, scene), oldCard(certificate, doc, scene), devicesByIds(store, caller.institutionId, doc.form.deviceIds),
    isOwn ? null : noteSeen({ operation: 'submission.get', subject: id, what: 'handed-in' }, caller, scene),
  ])
  return {
    submission: { ...body, certificateId: mayOpen ? certificate._id : null },
    old,
    obstacle: doc.state === 'waiting' ? await presentObstacle(store, doc, { certificate, devices }) : null,
    mayReview: doc.state === 'waiting' && doc.byAccountId !== caller.accountId && may(caller, 'submission.review', submissionSubject(doc)).allowed,
    isOwn,
    today,
  }
})
