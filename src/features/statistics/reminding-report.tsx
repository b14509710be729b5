import { View } from '@tarojs/components'
import { useState } from 'react'
import { remindingFigures, type Reminding } from '../../../contract/statistics'
import { addDays } from '../../../domain/kernel/civil-day'
import { HEALTH_CHANNEL_WORDS } from '../../../domain/health/alarm-words'
import { useToday } from '../../platform/server-clock'
import { useOperation } from '../../platform/use-operation'
import { DayInput } from '../../ui/day-input'
import { ErrorState } from '../../ui/error-state'
import { Fact } from '../../ui/fact'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { kindWords } from './wording'

const Figures = ({ figures: { channels, renewals, handled, reaction, partly } }: { figures: Reminding }) => {
  const all = renewals.inTime + renewals.late
  return (
    <View>
      {partly && <View className='st-side'><Notice>这段时间的记录太多，换证和处理只统计了最近的 5000 条，请缩短时间。</Notice></View>}
      <View className='st-cols'>
        <View className='st-col'>
          <Section title='按时换证'>
            <Fact name='换证'>{`${all} 张`}</Fact>
            <Fact name='到期前换好'>{all === 0 ? '' : `${renewals.inTime} 张（${Math.floor((renewals.inTime * 100) / all)}%）`}</Fact>
            <Fact name='过期后才换'>{`${renewals.late} 张`}</Fact>
          </Section>
          <Section title='提醒'>
            {channels.map(({ channel, sent, failed, held }) => <Fact key={channel} name={HEALTH_CHANNEL_WORDS[channel]}>{`发出 ${sent} 条\u3000没送到 ${failed}\u3000没发 ${held}`}</Fact>)}
          </Section>
        </View>
        <View className='st-col'>
          <Section title='处理'>
            {handled.length === 0 && <View className='sub st-none'>这段时间没有处理记录</View>}
            {handled.map(({ kind, count }) => <Fact key={kind} name={kindWords(kind)}>{`${count} 次`}</Fact>)}
          </Section>
          <Section title='处理得有多快' note='从预警第一天算起'>
            <Fact name='一半在'>{reaction.medianDays === null ? '' : `${reaction.medianDays} 天内处理`}</Fact>
            <Fact name='7 天内'>{`${reaction.withinWeek} 次`}</Fact>
            <Fact name='超过 7 天'>{`${reaction.later} 次`}</Fact>
            <Fact name='过期后才处理'>{`${reaction.afterExpiry} 次`}</Fact>
          </Section>
        </View>
      </View>
    </View>
  )
}

/** What reminding came to between two days (B31). */
export const RemindingReport = () => {
  const today = useToday()
  const [span, setSpan] = useState<{ from: string; to: string } | null>(null)
  const { from, to } = span ?? { from: addDays(today, -29), to: today }
  const found = useOperation(remindingFigures, { from, to })
  const change = (over: { from?: string | null; to?: string | null }): void => setSpan({ from: over.from ?? from, to: over.to ?? to })
  return (
    <View>
      <View className='st-tools'>
        <View className='st-day'><View className='st-day__l' aria-hidden='true'>从</View><DayInput label='从' value={from} max={to} onChange={(day) => change({ from: day })} /></View>
        <View className='st-day'><View className='st-day__l' aria-hidden='true'>到</View><DayInput label='到' value={to} min={from} max={today} onChange={(day) => change({ to: day })} /></View>
      </View>
      {found.failure !== null && <ErrorState failure={found.failure} safe='提醒由服务器发送，不受影响。' onRetry={() => void found.reload()} />}
      {found.loading && <Skeleton shape='text' rows={6} />}
      {found.data !== undefined && <Figures figures={found.data} />}
    </View>
  )
}
