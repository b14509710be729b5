import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** One sentence that explains or warns, within a screen. */
export const Notice = ({ children, icon = 'info', tone = 'plain' }: { children: ReactNode; icon?: IconName; tone?: 'plain' | 'warn' }) => (
  <View className={`note note--${tone}`} role={tone === 'warn' ? 'alert' : undefined}>
    <Icon name={icon} size={18} />
    <View className='grow'>{children}</View>
  </View>
)
