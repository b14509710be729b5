import type { Obstacle } from '../../../../domain/submission/obstacle'
import { SUBMISSION_LIMITS, type SubmissionKind, type SubmissionState, type SubmissionTurn } from '../../../../domain/submission/submission'
import { failureWords, type WordBook } from '../../../platform/failure-words'
import type { MarkState } from '../../../ui/mark'
import { shortDay } from '../day-words'
import { fieldWords, handlingFailureWords, isFieldCode } from '../wording'

export const KIND_WORDS: Readonly<Record<SubmissionKind, string>> = { renewal: '换证', new: '新证' }
export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = { waiting: '待审核', returned: '已退回', approved: '已通过', withdrawn: '已撤回' }
export const STATE_MARKS: Readonly<Record<SubmissionState, MarkState>> = { waiting: 'wait', returned: 's30', approved: 'ok', withdrawn: 'off' }
export const TURN_WORDS: Readonly<Record<SubmissionTurn, string>> = { submitted: '提交', resubmitted: '改好后再次提交', returned: '退回', approved: '审核通过', withdrawn: '撤回' }

/** Reasons that a reviewer gives most; one tap each. */
export const COMMON_REASONS = ['照片不清楚，请重拍', '有效期和照片不一致', '证件号和照片不一致', '不是这张证的新证'] as const

export const OBSTACLE_WORDS: Readonly<Record<Obstacle, string>> = {
  'certificate-gone': '原来那张证已不在系统里，不能再通过。可以退回并写明原因。',
  'certificate-revoked': '原来那张证已注销，不能换证。可以退回并写明原因。',
  'certificate-renewed': '这张证在提交之后已经换过证，不能再通过。可以退回并写明原因。',
  'device-gone': '有设备已不在档案里，不能通过。请退回，让提交人重新选设备。',
  'device-retired': '有设备已停用或报废，不能通过。请退回，让提交人重新选设备。',
  'person-left': '持证人已离职，不能通过。可以退回并写明原因。',
  'type-gone': '这种证件类型已停用，不能通过。请退回，让提交人重新选类型。',
}

const by = (name: unknown): string => (typeof name === 'string' && name !== '' ? name : '别人')
const settled = (state: unknown): string => (typeof state === 'string' && state in STATE_WORDS ? `这份提交${STATE_WORDS[state as SubmissionState]}` : '这份提交已有变化')

const FAILURES: WordBook = {
  ...Object.fromEntries(Object.entries(OBSTACLE_WORDS).map(([obstacle, words]) => [`submission.${obstacle}`, words])),
  'submission.certificate-revoked': '这张证已注销，不能换证。',
  'submission.photo-missing': '请上传新证的照片。',
  'submission.settled': ({ state }) => `${settled(state)}，不用再办。`,
  'submission.changed-meanwhile': ({ state }) => `${settled(state)}，已换成最新的，请看过再办。`,
  'submission.own': '自己提交的要请别人审核。',
  'submission.not-own': '只有提交人能撤回或再次提交。',
  'submission.reason-missing': '请写明退回的原因，提交人会看到。',
  'submission.no-person': '您的账号还没有对应到人员档案，请填持证人姓名。',
  'submission.waiting-already': ({ by: name }) => `${by(name)}已经提交了这张证的换证，正在等审核。`,
  'certificate.changed-meanwhile': ({ by: name, at }) => `${by(name)} 在 ${shortDay(String(at))} 改过这张证，已换成最新的，请核对后再通过。`,
  'certificate.too-many-devices': `一份提交最多 ${SUBMISSION_LIMITS.devices} 台设备。`,
}

/** The sentence for what the functions, or the rule itself, say against a submission. */
export const submissionFailure = (code: string, detail: Readonly<Record<string, unknown>> = {}): string =>
  (code in FAILURES ? failureWords(code, detail, FAILURES) : handlingFailureWords(code, detail) ?? (isFieldCode(code) ? fieldWords(code) : failureWords(code, detail, FAILURES)))
