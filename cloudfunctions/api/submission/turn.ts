import { fail } from '../../../domain/kernel/failure'
import { noticeOf } from '../../../domain/submission/notice'
import { SUBMISSION_LIMITS, type SubmissionTurn } from '../../../domain/submission/submission'
import { refusalOfTurn, STATE_AFTER } from '../../../domain/submission/turn'
import type { AuditNote } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { Transaction } from '../../../cloud/ports'
import type { InboxDoc } from '../../../cloud/repositories/inbox'
import type { SubmissionDoc } from '../../../cloud/repositories/submissions'

export interface Step { turn: SubmissionTurn; note: string; now: Date }

/** Failures of `refusalOfTurn`. */
export function mustTurn(turn: Exclude<SubmissionTurn, 'submitted'>, before: SubmissionDoc, { caller, reason }: { caller: SignedIn; reason?: string }): void {
  const code = refusalOfTurn(turn, before, { accountId: caller.accountId, ...(reason !== undefined && { reason }) })
  if (code !== null) fail(code, { state: before.state })
}

/** The submission after a turn, which it remembers with who took it and why. */
export const turned = (before: SubmissionDoc, { turn, note, now }: Step, caller: SignedIn): SubmissionDoc => ({
  ...before, state: STATE_AFTER[turn], version: before.version + 1,
  turns: [...before.turns, { turn, byName: caller.name, at: now, note }].slice(-SUBMISSION_LIMITS.turns),
})

interface Telling { turn: SubmissionTurn; note: string; now: Date; by: string; typeName: string }

const messageOf = (doc: SubmissionDoc, { turn, note, now, by, typeName }: Telling, accountId: string): InboxDoc => {
  const _id = `${doc._id}:${doc.version}:${accountId}`
  const { holderName, expiresOn, longTerm } = doc.form
  const words = noticeOf({ kind: doc.kind, turn, by, holderName, typeName, expiresOn: longTerm ? null : expiresOn, reason: note })
  return { _id, schema: 1, institutionId: doc.institutionId, accountId, deliveryId: _id, at: now, ...words, items: [], readAt: null, submissionId: doc._id }
}

/** Tells the other side on its home page, in the same transaction: nobody waits for what the other does not know. */
export async function tell(tx: Transaction, doc: SubmissionDoc, { accountIds, ...telling }: Telling & { accountIds: readonly string[] }): Promise<void> {
  for (const accountId of accountIds) await tx.add('inbox', messageOf(doc, telling, accountId))
}

/** What the audit keeps of it. */
export const submissionNote = ({ state, certificateId, form, attachments }: SubmissionDoc) => ({
  state, certificateId, holderName: form.holderName, number: form.number, expiresOn: form.expiresOn, longTerm: form.longTerm, attachmentIds: attachments.map(({ id }) => id),
})

export const auditOf = (before: SubmissionDoc | null, after: SubmissionDoc, reason?: string): AuditNote => ({
  subject: after._id, before: before && submissionNote(before), after: { ...submissionNote(after), ...(reason !== undefined && { reason }) },
})
