import { View } from '@tarojs/components'
import { Icon } from './icon'

/** What stands on the writing line of a field that opens a wheel. */
export const Picked = ({ text, placeholder }: { text: string | null; placeholder: string }) => (
  <View className='in in--picked'>
    <View className={`grow ${text === null ? 'ink3' : ''}`}>{text ?? placeholder}</View>
    <Icon name='down' size={18} />
  </View>
)
