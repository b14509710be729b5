import type { WordBook } from '../../platform/failure-words'

export const RULES_FAILURES: WordBook = {
  'rules.changed-meanwhile': '有人在您打开之后改过提醒规则。请重新打开，核对后再改。',
}
