import { Credit } from '../../../features/account/reach-facts'
import { MyChannels } from '../../../features/channel/my-channels'
import { goBack, goTo } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '我的通道' })

export default function ChannelsPage() {
  const { account, actions, subscribeTemplateId, state, failure, reload } = useSelf()
  return (
    <PageFrame title='我的通道' breadcrumb={['我的', '我的通道']} back={() => goBack('/pages/me/me')}>
      {account && <MyChannels account={account} credit={<Credit credits={account.reach.wechatCredits} templateId={subscribeTemplateId} />} />}
      {actions.includes('settings.write') && <Section title='通道设置' action={<Button kind='text' label='打开通道设置' onClick={() => goTo('/pages/work/channel/settings')}>打开</Button>} />}
      {state === 'loading' && <Skeleton shape='text' rows={6} />}
      {state === 'failed' && failure && <ErrorState failure={failure} onRetry={() => void reload()} />}
    </PageFrame>
  )
}
