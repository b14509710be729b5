import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** Nothing to show (S10: 暂无数据), why, and the one next step. */
export const Empty = ({ text = '暂无数据', note, action }: { text?: string; note?: ReactNode; action?: ReactNode }) => (
  <View className='empty'>
    <View className='empty__t'>{text}</View>
    {note !== undefined && <View className='empty__n'>{note}</View>}
    {action !== undefined && <View className='empty__a'>{action}</View>}
  </View>
)
