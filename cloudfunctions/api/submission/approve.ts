import { approveSubmission } from '../../../contract/submission'
import { decideHandling } from '../../../domain/certificate/handling'
import { DEVICE_OPERATOR } from '../../../domain/certificate/type'
import { fail } from '../../../domain/kernel/failure'
import { certificateFormOf } from '../../../domain/submission/form'
import { mustDo } from '../../../cloud/gate/permission'
import { changes, type AuditNote, type Scene, type Work } from '../../../cloud/gate/verb'
import type { Arrival, SignedIn } from '../../../cloud/gate/visitor'
import type { CertificateDoc } from '../../../cloud/repositories/certificates'
import { refreshCoversOf } from '../../../cloud/repositories/covers'
import { devicesByIds, type DeviceDoc } from '../../../cloud/repositories/devices'
import { typeById } from '../../../cloud/repositories/rules'
import type { SubmissionDoc } from '../../../cloud/repositories/submissions'
import { renew } from '../certificate/renewal'
import type { Filled as SavePrepared } from '../certificate/drafted'
import { save } from '../certificate/save'
import { certificateSubject } from '../certificate/subject'
import { currentVersion } from '../certificate/version'
import { presentObstacle } from './facts'
import { currentSubmission, seenSubmission, submissionSubject } from './open'
import { auditOf, mustTurn, tell, turned } from './turn'
import { typeNameOf } from './decide'

interface Prepared {
  /** Of the certificate that is renewed, or of the new one, in its order. */
  devices: DeviceDoc[]
  /** What saves a new certificate; null for a renewal, or while something stands in its way. */
  saving: { input: unknown; prepared: SavePrepared } | null
}
interface Approved { certificateId: string; audit: AuditNote[]; deviceIds: readonly string[] }
interface At { caller: SignedIn; work: Work<Prepared> }

const arrivalOf = (caller: SignedIn): Arrival => ({ visitor: caller.visitor, caller, off: false })

const inOrder = (ids: readonly string[], devices: readonly DeviceDoc[]): DeviceDoc[] => ids.flatMap((id) => devices.find(({ _id }) => _id === id) ?? [])

async function prepareNew(submission: SubmissionDoc, caller: SignedIn, scene: Scene): Promise<Prepared> {
  const { institutionId, form, attachments, byAccountId, personId } = submission
  const devices = inOrder(form.deviceIds, await devicesByIds(scene.store, institutionId, form.deviceIds))
  if (await presentObstacle(scene.store, submission, { certificate: null, devices }) !== null) return { devices, saving: null }
  const type = await typeById(scene.store, institutionId, form.typeId) ?? DEVICE_OPERATOR
  const made = certificateFormOf({ ...form, attachmentIds: attachments.map(({ id }) => id) }, { type, submitterId: byAccountId })
  const input = { id: null, version: null, form: made }
  const prepared = await save.prepare(input, arrivalOf(caller), scene) as SavePrepared
  return { devices, saving: { input, prepared: { ...prepared, handedIn: { attachments, personId } } } }
}

async function prepare({ id }: { id: string }, caller: SignedIn, scene: Scene): Promise<Prepared> {
  const submission = seenSubmission(await scene.store.get('submissions', id), caller)
  mustDo(submissionSubject(submission), { caller, action: 'submission.review' })
  mustTurn('approved', submission, { caller })
  if (submission.kind === 'new') return prepareNew(submission, caller, scene)
  const certificate = await scene.store.get('certificates', submission.certificateId)
  const ids = certificate?.institutionId === caller.institutionId ? certificate.deviceIds : []
  return { devices: inOrder(ids, await devicesByIds(scene.store, caller.institutionId, ids)), saving: null }
}

const facts = ({ handling, cycle, expiresOn, longTerm, number }: CertificateDoc) => ({ handling, cycle, expiresOn, longTerm, number })

/** The renewal that the reviewer would have typed himself: by the same rules, on the version that he compared. */
async function approveRenewal(submission: SubmissionDoc, certificateVersion: number | null, { caller, work }: At): Promise<Approved> {
  const present = await work.tx.get('certificates', submission.certificateId)
  const obstacle = await presentObstacle(work.tx, submission, { certificate: present, devices: [] })
  if (obstacle !== null) fail(`submission.${obstacle}`)
  const before = await currentVersion(work.tx, { id: submission.certificateId, version: certificateVersion }, caller)
  mustDo(certificateSubject(before), { caller, action: 'certificate.write' })
  const { number, issuedOn, expiresOn, longTerm } = submission.form
  const renewal = { number, issuedOn, expiresOn: longTerm ? null : expiresOn, longTerm, attachmentIds: [] }
  const decision = decideHandling(before, { kind: 'renewed', note: '', reference: '', until: null, renewal }, { caller, today: work.today })
  if (!decision.ok) return fail(decision.code, decision.detail)
  const issuer = submission.form.issuer || before.issuer
  const doc = await renew({ ...before, issuer }, { renewal, parts: submission.attachments, uploadIds: [], others: 2 }, { caller, work, devices: work.prepared.devices })
  return { certificateId: doc._id, audit: [{ subject: doc._id, before: facts(before), after: { ...facts(doc), kind: 'renewed' } }], deviceIds: doc.deviceIds }
}

/** A certificate like any other that is saved, with the scans and the holder that were handed in. */
async function approveNew(submission: SubmissionDoc, { caller, work }: At): Promise<Approved> {
  const { devices, saving } = work.prepared
  const obstacle = await presentObstacle(work.tx, submission, { certificate: null, devices })
  if (obstacle !== null) return fail(`submission.${obstacle}`)
  if (saving === null) return fail('submission.changed-meanwhile', { version: submission.version, state: submission.state })
  const { output, audit } = await save.run(saving.input, arrivalOf(caller), { ...work, prepared: saving.prepared })
  return { certificateId: (output as { id: string }).id, audit: audit ?? [], deviceIds: submission.form.deviceIds }
}

/** 通过: what was handed in becomes the certificate, in one transaction with the end of the submission; of two reviewers one is told that it is settled (B16). */
export const approve = changes(approveSubmission, {
  prepare,
  async run({ id, version, certificateVersion }, caller, work) {
    const before = await currentSubmission(work.tx, { id, version }, caller)
    mustDo(submissionSubject(before), { caller, action: 'submission.review' })
    mustTurn('approved', before, { caller })
    const at = { caller, work }
    const approved = before.kind === 'new' ? await approveNew(before, at) : await approveRenewal(before, certificateVersion, at)
    const doc = { ...turned(before, { turn: 'approved', note: '', now: work.now }, caller), certificateId: approved.certificateId }
    await work.tx.set('submissions', doc)
    const typeName = await typeNameOf(doc, work)
    await tell(work.tx, doc, { turn: 'approved', note: '', now: work.now, by: caller.name, typeName, accountIds: [doc.byAccountId] })
    return {
      output: { version: doc.version, certificateId: approved.certificateId },
      audit: [...approved.audit, auditOf(before, doc)],
      afterwards: () => refreshCoversOf(work.store, { institutionId: doc.institutionId, deviceIds: [...approved.deviceIds] }, work.today),
    }
  },
})
