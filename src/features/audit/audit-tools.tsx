import { View } from '@tarojs/components'
import { DayInput } from '../../ui/day-input'
import { FilterSelect } from '../../ui/filter-select'
import { KeywordBar } from '../../ui/keyword-bar'
import { Button } from '../../ui/button'
import { CLEARED, TOPIC_OPTIONS, topicOf, type useAuditFilters } from './filters'

const Day = ({ label, value, onChange }: { label: string; value: string | null; onChange: (day: string | null) => void }) => (
  <View className='aday'>
    <View className='aday__l'>{label}</View>
    <DayInput label={label} value={value} placeholder='不限' onChange={onChange} />
  </View>
)

/** Who, what and when. */
export const AuditTools = ({ filters, change }: ReturnType<typeof useAuditFilters>) => (
  <View className='atools'>
    <KeywordBar keyword={filters.who} onKeyword={(who) => change({ who })} placeholder='操作人的姓名、登录名' />
    <View className='afilters'>
      <FilterSelect label='类别' value={filters.topic} options={TOPIC_OPTIONS} onChange={(topic) => change({ topic: topicOf(topic) })} />
      <Day label='从' value={filters.from} onChange={(from) => change({ from })} />
      <Day label='到' value={filters.to} onChange={(to) => change({ to })} />
      <Button kind='text' onClick={() => change(CLEARED)}>清空</Button>
    </View>
  </View>
)
