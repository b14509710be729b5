import type { TypeView } from '../../../contract/type'
import { Book, Entry } from '../../ui/entry'
import { StateWord } from '../../ui/state-word'
import { demandWords, extraWords, originWords, reviewWords, rhythmWords, validityWords } from './type-facts'
import { openType } from './type-links'

const EM = '\u3000'

const linesOf = (type: TypeView): string[] => [
  `必填：${demandWords(type)}`,
  [`有效期 ${validityWords(type)}`, `提前 ${type.leadDays} 天`, ...(type.reviewDays === 0 ? [] : [reviewWords(type)])].join(EM),
  [originWords(type), `提醒：${rhythmWords(type)}`, extraWords(type)].filter((words) => words !== '').join(EM),
  ...(type.basis === '' ? [] : [`依据：${type.basis}`]),
]

/** The types as entries of the phone's ledger. */
export const TypeBook = ({ types, mayWrite }: { types: readonly TypeView[]; mayWrite: boolean }) => (
  <Book>
    {types.map((type, index) => (
      <Entry
        key={type.id}
        last={index === types.length - 1}
        margin={<StateWord state={type.active ? 'ok' : 'off'} text={type.active ? '启用' : '停用'} />}
        title={type.name}
        lines={linesOf(type)}
        onClick={mayWrite ? () => openType(type.id) : undefined}
      />
    ))}
  </Book>
)
