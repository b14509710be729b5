import { View } from '@tarojs/components'
import { reachLine } from '../../../features/account/wording'
import { channelLine } from '../../../features/certificate/delivery-days'
import { Beat } from '../../../features/plan/beat'
import { useWhyNot } from '../../../features/plan/use-why-not'
import { WhyNotRecord } from '../../../features/plan/why-not'
import { whyNotHeading } from '../../../features/plan/why-not-heading'
import { goBack, useParams } from '../../../platform/navigate'
import { DateField } from '../../../ui/date-field'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '为什么没收到' })

type Asked = ReturnType<typeof useWhyNot>

const Body = ({ asked: { data, failure, reload } }: { asked: Asked }) => {
  if (failure) return <ErrorState failure={failure} safe='提醒由服务器发送，不受影响。' onRetry={() => void reload()} />
  if (!data) return <Skeleton />
  if (data.deliveries.length + data.missed.length === 0) return <Empty note='这一天没有在提醒期内、通知到这个人的操作证。' />
  return <WhyNotRecord answer={data} wordsOf={channelLine} />
}

/** 为什么没收到 (B7): one person's day, message by message, and the reason where there was none. */
export default function WhyNotPage() {
  const { accountId = '' } = useParams()
  const asked = useWhyNot(accountId)
  const answer = asked.failure === null ? asked.data : undefined
  return (
    <PageFrame
      title='为什么没收到'
      breadcrumb={['预警计划', '为什么没收到']}
      back={() => goBack('/pages/me/me')}
      heading={<View className='grow'><View className='lead' role='heading' aria-level='1'>{answer ? whyNotHeading(answer) : '为什么没收到'}</View></View>}
    >
      <View className='why-day'><DateField label='日期' value={asked.day} max={asked.today} onChange={asked.choose} /></View>
      {answer && <View className='why-reach'>{[answer.reach.bound ? '已绑定' : '未绑定', reachLine(answer.reach)].join('\u3000')}<Beat lastTickAt={answer.lastTickAt} /></View>}
      <Body asked={asked} />
    </PageFrame>
  )
}
