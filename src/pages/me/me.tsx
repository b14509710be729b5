import { Me } from '../../features/account/me'
import { useSelf } from '../../platform/use-self'
import { ErrorState } from '../../ui/error-state'
import { PageFrame } from '../../ui/page-frame'
import { Skeleton } from '../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '我的' })

export default function MePage() {
  const self = useSelf()
  return (
    <PageFrame title='我的' breadcrumb={['我的']}>
      {self.account && <Me account={self.account} actions={self.actions} subscribeTemplateId={self.subscribeTemplateId} />}
      {self.state === 'loading' && <Skeleton shape='text' rows={6} />}
      {self.state === 'failed' && self.failure && <ErrorState failure={self.failure} onRetry={() => void self.reload()} />}
    </PageFrame>
  )
}
