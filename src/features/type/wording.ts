import type { WordBook } from '../../platform/failure-words'

export const TYPE_FAILURES: WordBook = {
  'type.changed-meanwhile': '有人在您打开之后改过这个证件类型。请重新打开，核对后再改。',
  'type.name-taken': '已有同名的证件类型，请换一个名称。',
}
