import { resubmit as resubmitOperation, submit as submitOperation } from '../../../contract/submission'
import { may } from '../../../domain/account/permissions'
import type { CertificateType } from '../../../domain/certificate/type'
import { isPlanMenu } from '../../../domain/certificate/type-menu'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import { checkSubmission } from '../../../domain/submission/form'
import type { SubmissionForm } from '../../../domain/submission/submission'
import { mustDo } from '../../../cloud/gate/permission'
import { changes, type Scene, type Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import type { PersonDoc } from '../../../cloud/repositories/people'
import { reviewersOf, type SubmissionDoc } from '../../../cloud/repositories/submissions'
import { chooseAttachments } from '../certificate/attachments'
import { ownPerson } from '../certificate/mine'
import { devicesOf, typeFor } from '../certificate/references'
import { certificateSubject } from '../certificate/subject'
import { currentSubmission, seenSubmission, submissionSubject } from './open'
import { auditOf, mustTurn, tell, turned } from './turn'

interface Asked { forSelf: boolean; form: SubmissionForm }
/** People who are told that something waits. */
const MOST_TOLD = 20

interface Prepared {
  type: CertificateType
  form: SubmissionForm
  person: PersonDoc | null
  /** What is to be renewed; null: a new certificate. */
  certificateId: string | null
  departmentIds: string[]
  reviewerIds: string[]
}

/** A certificate that he sees, or that is his own by his linked record, wherever its devices are. Failure: `not-found`. */
function holdable(found: CertificateDoc | null, { caller, person }: { caller: SignedIn; person: PersonDoc | null }): CertificateDoc {
  if (found?.institutionId !== caller.institutionId) return fail('not-found')
  const isHis = person !== null && found.personId === person._id
  return isHis || may(caller, 'certificate.read', certificateSubject(found)).allowed ? found : fail('not-found')
}

/** Whom and what a renewal is about stands on the certificate; of a new one the holder says it. */
function aboutWhom({ form, forSelf }: Asked, certificate: CertificateDoc | null, person: PersonDoc | null): SubmissionForm {
  const typed = { ...form, number: tidy(form.number), issuer: tidy(form.issuer), note: form.note.trim(), expiresOn: form.longTerm ? null : form.expiresOn, attachmentIds: [...new Set(form.attachmentIds)] }
  if (certificate) return { ...typed, typeId: certificate.typeId, deviceIds: [], holderName: certificate.holderName }
  if (!forSelf) return { ...typed, holderName: tidy(form.holderName), deviceIds: [...new Set(form.deviceIds)] }
  return { ...typed, holderName: (person ?? fail('submission.no-person')).name, deviceIds: [...new Set(form.deviceIds)] }
}

async function placesOf(form: SubmissionForm, { certificate, caller }: { certificate: CertificateDoc | null; caller: SignedIn }, { store }: Scene): Promise<string[]> {
  if (certificate) return certificate.departmentIds
  const devices = await devicesOf(store, form.deviceIds, { caller, before: null })
  const self = devices.length === 0 ? await store.get('accounts', caller.accountId) : null
  return [...new Set(devices.length === 0 ? [self?.departmentId ?? ''] : devices.map(({ departmentId }) => departmentId))].filter((id) => id !== '')
}

async function prepared(asked: Asked & { certificateId: string | null }, caller: SignedIn, scene: Scene): Promise<Prepared> {
  const { store, today } = scene
  const { certificateId } = asked
  const person = await ownPerson(caller, scene)
  const certificate = certificateId === null ? null : holdable(await store.get('certificates', certificateId), { caller, person })
  const form = aboutWhom(asked, certificate, person)
  const type = await typeFor(store, form.typeId, { caller, before: certificate })
  // A plan comes round by being done, not by a new card.
  if (isPlanMenu(type.menu)) failOnFields('invalid-input', { typeId: 'certificate.type-unknown' })
  const kind = certificate ? 'renewal' as const : 'new' as const
  failOnFields('invalid-input', checkSubmission(form, { kind, today, type, oldExpiry: certificate?.expiresOn ?? null }))
  const departmentIds = await placesOf(form, { certificate, caller }, scene)
  const reviewers = await reviewersOf(store, caller.institutionId, departmentIds)
  return { type, form, person, certificateId, departmentIds, reviewerIds: reviewers.map(({ _id }) => _id).filter((id) => id !== caller.accountId).slice(0, MOST_TOLD) }
}

/** One at a time waits for each certificate. Failures: `submission.waiting-already` {by}, `submission.certificate-revoked`. */
async function mayWait(certificate: CertificateDoc, id: string, { tx }: Work<Prepared>): Promise<void> {
  if (certificate.handling?.kind === 'revoked') fail('submission.certificate-revoked')
  const other = certificate.submissionId && certificate.submissionId !== id ? await tx.get('submissions', certificate.submissionId) : null
  if (other?.state === 'waiting') fail('submission.waiting-already', { by: other.byName })
}

/** A first draft of it: nothing happened to it yet. */
const begun = ({ caller, work }: { caller: SignedIn; work: Work<Prepared> }): SubmissionDoc => ({
  _id: work.chance.newId(), schema: 1, institutionId: caller.institutionId, kind: work.prepared.certificateId === null ? 'new' : 'renewal', state: 'waiting', version: 0,
  certificateId: work.prepared.certificateId ?? '', cycle: 0, personId: null, form: work.prepared.form, attachments: [], departmentIds: [], byAccountId: caller.accountId, byName: caller.name,
  at: work.now, turns: [],
})

/** Marks the certificate, so that it says 待审核 and a second submission is refused; its version stays: nothing of it changed. */
async function marked(id: string, { caller, work }: { caller: SignedIn; work: Work<Prepared> }): Promise<CertificateDoc | null> {
  const { certificateId, person } = work.prepared
  if (certificateId === null) return null
  const certificate = holdable(await work.tx.get('certificates', certificateId), { caller, person })
  await mayWait(certificate, id, work)
  await work.tx.change('certificates', certificateId, { set: { submissionId: id } })
  return certificate
}

const ownPersonId = ({ forSelf }: Asked, { person }: Prepared): string | null => (forSelf && person ? person._id : null)

/** Puts it before the reviewers, with its files and their messages. */
async function handIn(base: SubmissionDoc, { turn, ...asked }: Asked & { turn: 'submitted' | 'resubmitted' }, at: { caller: SignedIn; work: Work<Prepared> }): Promise<SubmissionDoc> {
  const { caller, work } = at
  const { tx, now, prepared: ready } = work
  const certificate = await marked(base._id, at)
  const { attachmentIds, ...form } = ready.form
  const { parts, uploadIds } = await chooseAttachments(work, { ids: attachmentIds, caller, before: base })
  const doc = {
    ...turned(base, { turn, note: form.note, now }, caller),
    form, attachments: parts, departmentIds: ready.departmentIds, at: now,
    personId: certificate ? certificate.personId : ownPersonId(asked, ready), cycle: certificate?.cycle ?? 0,
  }
  await tx.set('submissions', doc)
  for (const uploadId of uploadIds) await tx.remove('uploads', uploadId)
  await tell(tx, doc, { turn, note: form.note, now, by: caller.name, typeName: ready.type.name, accountIds: ready.reviewerIds })
  return doc
}

/** Hands in what 设备科 or 科室负责人 decide (B16). Reminders go on meanwhile: nothing is handled yet. */
export const submit = changes(submitOperation, {
  prepare: prepared,
  async run(asked, caller, work) {
    const at = { caller, work }
    const doc = await handIn(begun(at), { ...asked, turn: 'submitted' }, at)
    return { output: { id: doc._id, version: doc.version }, audit: [auditOf(null, doc)] }
  },
})

/** Hands in again what was returned, corrected. */
export const resubmit = changes(resubmitOperation, {
  async prepare({ id, ...asked }, caller, scene) {
    const former = seenSubmission(await scene.store.get('submissions', id), caller)
    mustDo(submissionSubject(former), { caller, action: 'submission.write' })
    return prepared({ ...asked, certificateId: former.certificateId === '' ? null : former.certificateId }, caller, scene)
  },
  async run(asked, caller, work) {
    const former = await currentSubmission(work.tx, asked, caller)
    mustTurn('resubmitted', former, { caller })
    const doc = await handIn(former, { ...asked, turn: 'resubmitted' }, { caller, work })
    return { output: { id: doc._id, version: doc.version }, audit: [auditOf(former, doc)] }
  },
})
