import { Text, View } from '@tarojs/components'
import type { AlarmView } from '../../../contract/health'
import { alarmCode, alarmRemedy, alarmWords } from '../../../domain/health/alarm-words'
import { goTo } from '../../platform/navigate'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { alarmOf, wayOut } from './wording'

const One = ({ alarm, now }: { alarm: AlarmView; now: Date }) => {
  const known = alarmOf(alarm)
  const way = wayOut(alarm)
  return (
    <View className='hl-alarm'>
      <Icon name='warn' size={18} />
      <View className='grow'>
        <View className='hl-alarm__what'><Text>{`${alarmWords(known, now)}。`}</Text></View>
        <View className='sub'>{alarmRemedy(known, now)}</View>
        {alarmCode(known) !== '' && <View className='cap hl-alarm__code'>{`代码 ${alarmCode(known)}`}</View>}
      </View>
      {way && <Button kind='line' onClick={() => goTo(way.path)}>{way.text}</Button>}
    </View>
  )
}

/** What is wrong, what to do, and where (B18); nothing when all is well. */
export const Alarms = ({ alarms, now }: { alarms: readonly AlarmView[]; now: Date }) => (alarms.length === 0 ? null : (
  <Section title='要处理'>
    <View role='alert'>{alarms.map((alarm) => <One key={alarmWords(alarmOf(alarm), now)} alarm={alarm} now={now} />)}</View>
  </Section>
))
