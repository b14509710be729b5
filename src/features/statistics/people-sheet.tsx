import { View } from '@tarojs/components'
import { rateWords } from '../../../domain/statistics/rate-words'
import { useState } from 'react'
import { holdingPeople, type Share, type Who } from '../../../contract/statistics'
import type { Grouping } from '../../../domain/statistics/holding'
import { goTo } from '../../platform/navigate'
import { useOperation } from '../../platform/use-operation'
import { Chips } from '../../ui/chips'
import { ErrorState } from '../../ui/error-state'
import { Press } from '../../ui/press'
import { Sheet } from '../../ui/sheet'
import { Skeleton } from '../../ui/skeleton'
import { countWords } from './wording'

export interface Opened { share: Share; grouping: Grouping | null }
interface Props { opened: Opened | null; asked: { on?: string; departmentId?: string }; onClose: () => void }

const LISTS = [['lacking', '缺证'], ['holding', '已持证'], ['away', '暂离']] as const
type List = (typeof LISTS)[number][0]

const Person = ({ who }: { who: Who }) => (
  <Press className='st-row' onClick={() => goTo('/pages/work/person/detail', { id: who.id })}>
    <View className='grow'>
      <View className='st-row__n'>{who.name}</View>
      <View className='cap'>{[who.department, who.staffNumber].filter((word) => word !== '').join('\u3000')}</View>
      {who.lacks.length > 0 && <View className='st-lack'>{`缺 ${who.lacks.join('、')}`}</View>}
    </View>
  </Press>
)

const Names = ({ opened, asked }: { opened: Opened; asked: Props['asked'] }) => {
  const [list, setList] = useState<List>('lacking')
  const found = useOperation(holdingPeople, { ...asked, grouping: opened.grouping, key: opened.share.key })
  if (found.failure !== null) return <ErrorState failure={found.failure} onRetry={() => void found.reload()} />
  if (found.data === undefined) return <Skeleton shape='text' rows={4} />
  const lists = found.data
  return (
    <View>
      <View className='st-chips'>
        <Chips label='名单' items={LISTS.map(([value, text]) => ({ value, text, count: lists[value].length }))} value={list} onChange={(value) => setList(LISTS.find(([each]) => each === value)?.[0] ?? 'lacking')} />
      </View>
      {lists[list].length === 0 && <View className='sub st-none'>没有人</View>}
      {lists[list].map((who) => <Person key={who.id} who={who} />)}
    </View>
  )
}

/** The names behind one percentage: who lacks something, who holds all, who is 暂离 (B31). */
export const PeopleSheet = ({ opened, asked, onClose }: Props) => (
  <Sheet open={opened !== null} title={opened === null ? '' : `${opened.share.name || '全部'} ${rateWords(opened.share.rate)}`} about={opened && countWords(opened.share)} onClose={onClose}>
    {opened !== null && <Names opened={opened} asked={asked} />}
  </Sheet>
)
