import { View } from '@tarojs/components'
import { serverNow } from '../../platform/server-clock'
import { beatWords } from './wording'
import './plan.scss'

/** When the reminders were last looked at (B18); nothing before the answer is there. */
export const Beat = ({ lastTickAt }: { lastTickAt: string | null | undefined }) => {
  if (lastTickAt === undefined) return null
  const { text, alarm } = beatWords(lastTickAt, serverNow())
  return <View className={`pbeat num ${alarm ? 'pbeat--alarm' : ''}`} role={alarm ? 'alert' : undefined}>{text}</View>
}
