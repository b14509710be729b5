import { returnSubmission, withdrawSubmission } from '../../../contract/submission'
import { DEVICE_OPERATOR } from '../../../domain/certificate/type'
import { tidy } from '../../../domain/kernel/text'
import { mustDo } from '../../../cloud/gate/permission'
import { changes, type Work } from '../../../cloud/gate/verb'
import { typeById } from '../../../cloud/repositories/rules'
import type { SubmissionDoc } from '../../../cloud/repositories/submissions'
import { currentSubmission, submissionSubject } from './open'
import { auditOf, mustTurn, tell, turned } from './turn'

/** What a submission's type is called; the guide's name when it is gone. */
export const typeNameOf = async ({ institutionId, form }: SubmissionDoc, { tx }: Pick<Work<unknown>, 'tx'>): Promise<string> =>
  (await typeById(tx, institutionId, form.typeId) ?? DEVICE_OPERATOR).name

/** Nothing waits for a review of the certificate any more. */
async function unmark({ _id, certificateId }: SubmissionDoc, { tx }: Pick<Work<unknown>, 'tx'>): Promise<void> {
  const certificate = certificateId === '' ? null : await tx.get('certificates', certificateId)
  if (certificate?.submissionId === _id) await tx.change('certificates', certificateId, { set: { submissionId: null } })
}

/** 退回 with a reason that its submitter is told (B16). */
export const giveBack = changes(returnSubmission, {
  async run({ id, version, reason: typed }, caller, work) {
    const before = await currentSubmission(work.tx, { id, version }, caller)
    mustDo(submissionSubject(before), { caller, action: 'submission.review' })
    const reason = tidy(typed)
    mustTurn('returned', before, { caller, reason })
    const doc = turned(before, { turn: 'returned', note: reason, now: work.now }, caller)
    await work.tx.set('submissions', doc)
    await unmark(before, work)
    const typeName = await typeNameOf(doc, work)
    await tell(work.tx, doc, { turn: 'returned', note: reason, now: work.now, by: caller.name, typeName, accountIds: [doc.byAccountId] })
    return { output: { version: doc.version }, audit: [auditOf(before, doc, reason)] }
  },
})

/** 撤回: its submitter takes it back; what he photographed stays with it. */
export const withdraw = changes(withdrawSubmission, {
  async run({ id, version }, caller, work) {
    const before = await currentSubmission(work.tx, { id, version }, caller)
    mustDo(submissionSubject(before), { caller, action: 'submission.write' })
    mustTurn('withdrawn', before, { caller })
    const doc = turned(before, { turn: 'withdrawn', note: '', now: work.now }, caller)
    await work.tx.set('submissions', doc)
    await unmark(before, work)
    return { output: { version: doc.version }, audit: [auditOf(before, doc)] }
  },
})
