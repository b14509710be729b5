import { View } from '@tarojs/components'
import { goTo } from '../../platform/navigate'
import { serverNow } from '../../platform/server-clock'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { beatWords } from './wording'
import './plan.scss'

/** When the reminders were last looked at (B18), and for those who answer for them the way to 运行状况; nothing before the answer is there. */
export const Beat = ({ lastTickAt }: { lastTickAt: string | null | undefined }) => {
  const maySee = useMay('health.read')
  if (lastTickAt === undefined) return null
  const { text, alarm } = beatWords(lastTickAt, serverNow())
  return (
    <View className='pbeat num'>
      <View className={alarm ? 'pbeat--alarm' : ''} role={alarm ? 'alert' : undefined}>{text}</View>
      {maySee && <Button kind='text' onClick={() => goTo('/pages/work/health/status')}>运行状况</Button>}
    </View>
  )
}
