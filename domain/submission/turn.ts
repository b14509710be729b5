import { tidy } from '../kernel/text'
import type { SubmissionState, SubmissionTurn } from './submission'

interface Facts { state: SubmissionState; byAccountId: string }

/** From which state each turn leads on. */
const FROM: Readonly<Record<Exclude<SubmissionTurn, 'submitted'>, readonly SubmissionState[]>> = {
  resubmitted: ['returned'], returned: ['waiting'], approved: ['waiting'], withdrawn: ['waiting', 'returned'],
}
export const STATE_AFTER: Readonly<Record<SubmissionTurn, SubmissionState>> = {
  submitted: 'waiting', resubmitted: 'waiting', returned: 'returned', approved: 'approved', withdrawn: 'withdrawn',
}
const REVIEWS: readonly SubmissionTurn[] = ['returned', 'approved']

/**
 * Why a turn is refused; null: it may be taken (B16). Who submits never approves or returns his own (architecture §8), and only he takes it back
 * or hands it in again. Codes: `submission.settled` (somebody else was faster), `submission.own`, `submission.not-own`, `submission.reason-missing`.
 */
export function refusalOfTurn(turn: Exclude<SubmissionTurn, 'submitted'>, facts: Facts, { accountId, reason = '' }: { accountId: string; reason?: string }): string | null {
  const own = facts.byAccountId === accountId
  if (REVIEWS.includes(turn) === own) return own ? 'submission.own' : 'submission.not-own'
  if (!FROM[turn].includes(facts.state)) return 'submission.settled'
  return turn === 'returned' && tidy(reason) === '' ? 'submission.reason-missing' : null
}
