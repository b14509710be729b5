import { MOST_TICKED } from '../../../contract/bulk'
import { failureWords } from '../../platform/failure-words'
import type { CallFailure } from '../../platform/call-failure'

const WORDS = {
  'bulk.nothing-to-change': '没有需要改的，可能刚被别人改过。请返回核对。',
  'bulk.same-account': '交出的人和接手的人不能是同一个账号。',
  'account.off': '接手的账号已停用，请另选一个人。',
  'account.not-found': '账号已不存在，请重新选择。',
  'job.too-many-rows': '要交接的证超过 5000 张，请联系系统管理员。',
} as const

/** The first failure of a change of many or of a hand-over, with the codes' own words here; '' when nothing failed. */
export function failureLine(...failures: ReadonlyArray<CallFailure | null>): string {
  const failed = failures.find((each) => each !== null)
  return failed ? failureWords(failed.code, failed.detail, WORDS) : ''
}

export const TOO_MANY = `一次最多改 ${MOST_TICKED} 张，请取消一些。`
/** What a failed list must not make anybody fear. */
export const TICKS_SAFE = '已选的不会丢。'

export interface Previewed { changing: number; same: number; refused: number }

/** What a change would do, in one sentence. */
export const previewWords = ({ changing, same, refused }: Previewed): string => [
  changing === 0 ? '没有一张会变' : `会改 ${changing} 张`,
  ...(same > 0 ? [`${same} 张已经是这样`] : []),
  ...(refused > 0 ? [`${refused} 张不归您改`] : []),
].join('，')
