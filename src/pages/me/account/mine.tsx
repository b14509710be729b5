import { OwnScreen } from '../../../features/account/own/own-screen'
import { goBack } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '我的账号' })

const placesFor = (actions: readonly string[]) => [
  ...(actions.includes('person.read') ? [{ text: '人员档案', path: '/pages/work/person/list' }] : []),
  ...(actions.includes('account.write') ? [{ text: '账号管理', path: '/pages/work/account/accounts' }] : []),
  ...(actions.includes('security.write') ? [{ text: '安全设置', path: '/pages/work/rules/security' }] : []),
  ...(actions.includes('institution.found') ? [{ text: '机构管理', path: '/pages/work/rules/institutions' }] : []),
  ...(actions.includes('settings.write') ? [{ text: '字典', path: '/pages/work/dictionary/list' }] : []),
  ...(actions.includes('audit.read') ? [{ text: '审计日志', path: '/pages/work/audit/list' }] : []),
]

export default function MinePage() {
  const self = useSelf()
  return (
    <PageFrame title='我的账号' breadcrumb={['我的', '我的账号']} back={() => goBack('/pages/me/me')}>
      {self.account && <OwnScreen account={self.account} places={placesFor(self.actions)} />}
      {self.state === 'loading' && <Skeleton shape='text' rows={6} />}
      {self.state === 'failed' && self.failure && <ErrorState failure={self.failure} onRetry={() => void self.reload()} />}
    </PageFrame>
  )
}
