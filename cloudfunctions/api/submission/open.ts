import { may, type Subject } from '../../../domain/account/permissions'
import { fail } from '../../../domain/kernel/failure'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { SubmissionDoc } from '../../../cloud/repositories/submissions'

/** Whose it is, for «may he?»: the submitter's, and of the departments that it is about. */
export const submissionSubject = ({ institutionId, departmentIds, byAccountId }: Pick<SubmissionDoc, 'institutionId' | 'departmentIds' | 'byAccountId'>): Subject =>
  ({ institutionId, departmentIds, ownerAccountId: byAccountId })

/** Its submitter and those who may review it see it; for everybody else it does not exist. Failure: `not-found`. */
export function seenSubmission(found: SubmissionDoc | null, caller: SignedIn): SubmissionDoc {
  if (found === null) return fail('not-found')
  const subject = submissionSubject(found)
  const sees = may(caller, 'submission.write', subject).allowed || may(caller, 'submission.review', subject).allowed
  return sees ? found : fail('not-found')
}

/** The very version that will be written. Failures: `not-found`, `submission.changed-meanwhile` {version}. */
export async function currentSubmission(tx: Transaction, { id, version }: { id: string; version: number | null }, caller: SignedIn): Promise<SubmissionDoc> {
  const found = seenSubmission(await tx.get('submissions', id), caller)
  return found.version === version ? found : fail('submission.changed-meanwhile', { version: found.version, state: found.state })
}
