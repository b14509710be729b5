import type { CivilDay } from '../kernel/civil-day'
import { shorten } from '../kernel/text'
import type { SubmissionKind, SubmissionTurn } from './submission'

export interface SubmissionFacts {
  kind: SubmissionKind
  turn: SubmissionTurn
  /** Who took the turn. */
  by: string
  holderName: string
  /** 证件类型, as the hospital calls it. */
  typeName: string
  expiresOn: CivilDay | null
  /** Why it was returned; '' otherwise. */
  reason: string
}

const KIND_WORDS: Readonly<Record<SubmissionKind, string>> = { renewal: '换证', new: '新证' }
const untilWords = (expiresOn: CivilDay | null, fresh = ''): string => (expiresOn === null ? '长期有效' : `${fresh}有效期至 ${expiresOn}`)

/** What 消息 says of a turn to the other side (B16): reviewers of what was handed in, the submitter of what became of it. No 证件号: 消息 may be read over a shoulder. */
export function noticeOf({ kind, turn, by, holderName, typeName, expiresOn, reason }: SubmissionFacts): { title: string; text: string } {
  const what = `${holderName === '' ? '' : `${holderName}的`}${shorten(typeName, 20)}`
  if (turn === 'approved') return { title: `您提交的${KIND_WORDS[kind]}已通过`, text: `${what}，${untilWords(expiresOn, '新')}。${by} 审核通过，提醒按新的有效期重新开始。` }
  if (turn === 'returned') return { title: `您提交的${KIND_WORDS[kind]}被退回`, text: `${what}：${reason}（${by}）。请改好后再次提交。` }
  const again = turn === 'resubmitted' ? '改好后再次提交' : '提交'
  return { title: `${by}${again}了${KIND_WORDS[kind]}，待审核`, text: `${what}，${untilWords(expiresOn)}。请核对照片后通过或退回。` }
}
