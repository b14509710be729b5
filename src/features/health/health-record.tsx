import { View } from '@tarojs/components'
import type { Health } from '../../../contract/health'
import { Section } from '../../ui/section'
import { useShell } from '../../ui/shell'
import { Alarms } from './alarms'
import { Clockwork, Stock } from './clockwork'
import { Reasons, TrafficDays } from './traffic'
import { TrafficTable } from './traffic-table'
import './health.scss'

/** 运行状况 (B18): what is wrong first, then the clockwork, what was sent, and why not. */
export const HealthRecord = ({ health, now }: { health: Health; now: Date }) => {
  const { wide } = useShell()
  return (
    <View>
      <Alarms alarms={health.alarms} now={now} />
      <View className='hl-cols'>
        <View className='hl-col'><Clockwork health={health} now={now} /></View>
        <View className='hl-col'><Stock health={health} /></View>
      </View>
      <Section title='近 7 天的发送' bleed>{wide ? <TrafficTable health={health} /> : <TrafficDays health={health} />}</Section>
      <View className='hl-cols'>
        <View className='hl-col'><Reasons title='近 7 天没送到的原因' rows={health.failed} none='都送到了' /></View>
        <View className='hl-col'><Reasons title='近 7 天没发的原因' rows={health.held} none='没有该发而没发的' /></View>
      </View>
    </View>
  )
}
