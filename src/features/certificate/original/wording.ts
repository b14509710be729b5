import type { LoanRow } from '../../../../contract/original'
import type { CallFailure } from '../../../platform/call-failure'
import { failureWords, type WordBook } from '../../../platform/failure-words'

const FAILURES: WordBook = {
  'original.changed-meanwhile': '别人刚改过原件记录，已显示最新的，请再操作一次。',
  'original.lent-already': ({ borrower }) => `原件已借给${String(borrower)}，收回后才能再借。`,
  'original.not-lent': '原件已经归还了。',
  'invalid-input': '请填写借用人和应还日，应还日不早于今天。',
}
export const originalTrouble = (failure: CallFailure | null): string => (failure === null ? '' : failureWords(failure.code, failure.detail, FAILURES))

/** 「应还 2026-11-30」, how late it is, or that it is due today. */
export function dueWords({ dueOn, daysLate }: { dueOn: string; daysLate: number }): string {
  if (daysLate > 0) return `应还 ${dueOn}，已超 ${daysLate} 天`
  return daysLate === 0 ? `应还 ${dueOn}，今天归还` : `应还 ${dueOn}`
}
export const whoseWords = ({ holderName, type }: LoanRow): string => `${holderName === '' ? '未填姓名' : holderName}的${type}`
