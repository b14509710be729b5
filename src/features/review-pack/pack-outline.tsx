import { Text, View } from '@tarojs/components'
import { outlinePack } from '../../../contract/review'
import { useOperation } from '../../platform/use-operation'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { Skeleton } from '../../ui/skeleton'
import type { PackAsked } from './use-pack'
import { packTrouble } from './wording'

const Figure = ({ name, value, unit, over = false }: { name: string; value: string; unit: string; over?: boolean }) => (
  <View className='pk-fig'>
    <View className='cap'>{name}</View>
    <View className={`pk-fig__v num ${over ? 'over' : ''}`}>{value}<Text className='pk-fig__u'>{unit}</Text></View>
  </View>
)

/** The pack at a glance: the one answer, then what a reviewer asks next (B17). */
export const PackOutline = ({ asked }: { asked: PackAsked }) => {
  const { data, failure, reload } = useOperation(outlinePack, asked)
  if (failure?.code === 'review.too-many') return <View className='pk-side'><Notice tone='warn' icon='warn'>{packTrouble(failure)}</Notice></View>
  if (failure !== null) return <ErrorState failure={failure} safe='证件和提醒不受影响。' onRetry={() => void reload()} />
  if (data === undefined) return <Skeleton shape='text' rows={2} />
  return (
    <View className='pk-figs'>
      <Figure name='持证率' value={data.rate === null ? '未设定' : (data.rate / 10).toFixed(data.rate % 10 === 0 ? 0 : 1)} unit={data.rate === null ? '' : '%'} />
      <Figure name='证照' value={String(data.certificates)} unit='张' />
      <Figure name='当日有效' value={String(data.valid)} unit='张' />
      <Figure name='90天内到期' value={String(data.soon)} unit='张' />
      <Figure name='持证不足的设备' value={String(data.bare)} unit='台' over={data.bare > 0} />
      <Figure name='扫描件' value={String(data.scans)} unit='份' />
    </View>
  )
}
