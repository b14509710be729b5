import { View } from '@tarojs/components'
import type { Health } from '../../../contract/health'
import { Book, Entry } from '../../ui/entry'
import { Section } from '../../ui/section'
import { dayName, reasonLine, trafficLine } from './wording'

/** The last seven days on the phone: a day per entry, its channels under it. */
export const TrafficDays = ({ health: { days, today } }: { health: Health }) => (
  <Book>
    {days.map(({ day, channels }, index) => {
      const lines = channels.flatMap((channel) => trafficLine(channel) ?? [])
      return (
        <Entry
          key={day}
          last={index === days.length - 1}
          margin={<View className='num ink1'>{dayName(day, today)}</View>}
          title={lines[0] ?? <View className='ink3 hl-quiet'>没有要发的提醒</View>}
          lines={lines.slice(1)}
        />
      )
    })}
  </Book>
)

/** Why messages did not arrive, or were not sent, in a clerk's words; the most frequent first. */
export const Reasons = ({ title, rows, none }: { title: string; rows: Health['failed']; none: string }) => (
  <Section title={title}>
    {rows.length === 0 && <View className='sub hl-none'>{none}</View>}
    {rows.map((row) => (
      <View key={`${row.channel} ${row.reason}`} className='hl-reason'>
        <View className='grow'>{reasonLine(row)}</View>
        <View className='num'>{`${row.count} 条`}</View>
      </View>
    ))}
  </Section>
)
