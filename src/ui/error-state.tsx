import { View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'

interface Props {
  /** Its message is the sentence for the user: what happened and what to do. */
  failure: { message: string }
  /** What is not affected: 「提醒由服务器发送，不受影响」. */
  safe?: string
  onRetry?: () => void
}

/** What failed, what is safe, 重试. */
export const ErrorState = ({ failure, safe, onRetry }: Props) => (
  <View className='empty' role='alert'>
    <View className='empty__i'><Icon name='cloud' /></View>
    <View className='empty__t'>{failure.message}</View>
    {safe !== undefined && <View className='empty__n'>{safe}</View>}
    {onRetry && <View className='empty__a'><Button kind='line' icon='refresh' onClick={onRetry}>重试</Button></View>}
  </View>
)
