import { stateOf, type State, type StateFacts } from '../../domain/certificate/validity'
import type { CivilDay } from '../../domain/kernel/civil-day'
import { markOf } from './mark'
import { StateWord } from './state-word'

interface Props {
  facts: StateFacts
  today: CivilDay
}

const WORDS: Readonly<Record<State, string>> = {
  expired: '已过期', today: '今天到期', 'within-30': '30天内', 'within-90': '31–90天', 'within-180': '91–180天', ok: '正常', 'long-term': '长期有效', review: '复审中', off: '停用',
}

/** The one line of a state: 已过期 n 天, 今天到期（仍有效）, 复审中 剩 n 天, 剩 n 天, 正常, 长期有效, 停用. */
export const stateLine = (state: State, days: number | null): string => {
  if (days === null || state === 'off' || state === 'ok') return WORDS[state]
  if (state === 'expired') return `已过期 ${-days} 天`
  if (state === 'today') return '今天到期（仍有效）'
  return state === 'review' ? `复审中 剩 ${days} 天` : `剩 ${days} 天`
}

/** In the ledger's margin column: the word over the number of days. */
export const StateInMargin = ({ facts, today }: Props) => {
  const { state, days } = stateOf(facts, today)
  const mark = markOf(state)
  if (state === 'today') return <StateWord state={mark} text='今天到期' below='（仍有效）' />
  return <StateWord state={mark} text={WORDS[state]} days={days === null || state === 'off' ? undefined : Math.abs(days)} />
}

/** In one line, for tables and headings. */
export const StateInLine = ({ facts, today }: Props) => {
  const { state, days } = stateOf(facts, today)
  return <StateWord state={markOf(state)} text={stateLine(state, days)} />
}
