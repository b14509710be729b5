import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** What stays in reach at the foot of a screen: words on the left (`note`), the next step on the right. */
export const BottomBar = ({ note, children }: { note?: ReactNode; children: ReactNode }) => (
  <View className='bb'>
    {note !== undefined && <View className='bb__note'>{note}</View>}
    <View className={note === undefined ? 'bb__all' : 'bb__do'}>{children}</View>
  </View>
)
