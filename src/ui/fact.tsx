import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** One fact to read: its name and its value. Empty values show a dash. */
export const Fact = ({ name, children }: { name: string; children?: ReactNode }) => (
  <View className='fact'>
    <View className='fact__k'>{name}</View>
    <View className='fact__v'>{children === undefined || children === null || children === '' ? <View className='ink3'>—</View> : children}</View>
  </View>
)
