import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../contract/operation'
import type { listPlans } from '../../../contract/plan'
import type { PlanState } from '../../../domain/reminder/plan-state'
import { Icon } from '../../ui/icon'
import { Press } from '../../ui/press'
import { STATE_WORDS, stateWords } from './wording'
import './plan.scss'

export type Counts = OutputOf<typeof listPlans>['counts']

interface Props {
  /** `undefined` while they are not known. */
  counts: Counts | undefined
  value: PlanState | ''
  onChange: (state: PlanState | '') => void
}

/** A state: sign and word. */
export const PlanMark = ({ state }: { state: PlanState }) => {
  const { words, icon } = stateWords(state)
  return <View className={`pst pst--${state}`}><Icon name={icon} size={16} /><Text>{words}</Text></View>
}

const all = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
const shown = (count: number | undefined): string => (count === undefined ? '—' : String(count))

/** How many plans stand where (S36), and the filter itself. */
export const PlanStrip = ({ counts, value, onChange }: Props) => (
  <View className='pstrip' role='tablist' aria-label='状态'>
    <Press role='tab' chosen={value === ''} className={`pstrip__i ${value === '' ? 'pstrip__i--on' : ''}`} onClick={() => onChange('')}>
      <View className='pst'>全部</View><View className='pstrip__n num'>{shown(counts && all(counts))}</View>
    </Press>
    {STATE_WORDS.map(([state]) => (
      <Press key={state} role='tab' chosen={value === state} className={`pstrip__i ${value === state ? 'pstrip__i--on' : ''}`} onClick={() => onChange(state)}>
        <PlanMark state={state} /><View className='pstrip__n num'>{shown(counts?.[state])}</View>
      </Press>
    ))}
  </View>
)
