import { View } from '@tarojs/components'
import { homeOverview } from '../../../contract/inbox'
import { goTo } from '../../platform/navigate'
import { mayScan } from '../../platform/scan-code'
import { useToday } from '../../platform/server-clock'
import { useOperation } from '../../platform/use-operation'
import { useSelf } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { PageFrame } from '../../ui/page-frame'
import { useShell } from '../../ui/shell'
import { Skeleton } from '../../ui/skeleton'
import { Alarm, Beat, HomePhone, Waiting } from './home'
import { HomeDesk } from './home-desk'
import type { Overview } from './month-marks'
import { dayWords, headline } from './wording'

const SAFE = '提醒由服务器发送，不受影响。'

const useOverview = () => {
  const self = useSelf()
  const overview = useOperation(homeOverview, self.actions.includes('certificate.read') ? {} : null)
  return {
    overview: overview.data,
    failure: overview.failure ?? self.failure,
    reload: () => void (self.state === 'failed' ? self.reload() : overview.reload()),
    rights: { mayHandle: self.actions.includes('certificate.handle'), mayWrite: self.actions.includes('certificate.write') },
  }
}

const Lead = ({ title }: { title: string }) => <View className='lead' role='heading' aria-level='1'>{title}</View>

const Today = ({ today, overview }: { today: string; overview: Overview | undefined }) => (
  <View className='row home__today'>
    <View className='cap num'>{dayWords(today)}</View>
    {overview && <Beat overview={overview} />}
  </View>
)

/** The day, and the way to scan a device from the first screen. */
const PhoneToday = ({ today }: { today: string }) => (
  <View className='row'>
    <View className='cap num grow'>{dayWords(today)}</View>
    {mayScan && <Button kind='text' icon='camera' onClick={() => goTo('/pages/label/record/scan')}>扫一扫</Button>}
  </View>
)

/** 首页: the one answer in words, then what it consists of. */
export const HomeScreen = () => {
  const { wide, institution } = useShell()
  const clock = useToday()
  const { overview, failure, reload, rights } = useOverview()
  const today = overview?.today ?? clock
  const lead = <Lead title={overview ? headline(overview.todoTotal) : '今天要办的事'} />
  const body = () => {
    if (overview) return <View><Alarm overview={overview} /><Waiting waiting={overview.waiting} />{wide ? <HomeDesk overview={overview} {...rights} /> : <HomePhone overview={overview} {...rights} />}</View>
    return failure ? <ErrorState failure={failure} safe={SAFE} onRetry={reload} /> : <Skeleton shape={wide ? 'table' : 'ledger'} />
  }
  return wide
    ? <PageFrame title='首页' heading={lead} action={<Today today={today} overview={overview} />}>{body()}</PageFrame>
    : <PageFrame title={institution || '操作证管家'} heading={<View><PhoneToday today={today} />{lead}</View>}>{body()}</PageFrame>
}
