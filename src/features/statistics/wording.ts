import type { Share } from '../../../contract/statistics'
import type { Grouping } from '../../../domain/statistics/holding'
import { failureWords, type WordBook } from '../../platform/failure-words'
import type { CallFailure } from '../../platform/call-failure'

export const GROUPING_WORDS: Readonly<Record<Grouping, string>> = { department: '科室', 'device-type': '设备类型', type: '证件类型' }

export const countWords = ({ holding, lacking, away }: Share): string =>
  `应持证 ${holding + lacking} 人\u3000已持证 ${holding}\u3000缺证 ${lacking}${away > 0 ? `\u3000暂离 ${away}` : ''}`

const FAILURES: WordBook = {
  'needs.changed-meanwhile': '别人刚改过持证要求，请刷新后再改。',
  'department.not-found': '有的科室已经不在了，请重新选择。',
  'needs.too-many': '持证要求太多了，最多 300 条。',
  'export.nothing': '没有可导出的内容：没有人需要持证。',
}
export const statisticsFailure = (failure: CallFailure | null): string => (failure === null ? '' : failureWords(failure.code, failure.detail, FAILURES))

const NEED_PROBLEMS: Readonly<Record<string, string>> = { 'needs.incomplete': '请把这一条选完整。', 'needs.twice': '这一条和前面的重复。' }
export const needProblem = (code: string | undefined): string => (code === undefined ? '' : NEED_PROBLEMS[code] ?? code)

const KINDS: Readonly<Record<string, string>> = { renewed: '已换证', review: '已提交复审', snoozed: '暂缓', revoked: '离岗 / 注销', noted: '仅标记已处理' }
export const kindWords = (kind: string): string => KINDS[kind] ?? kind
