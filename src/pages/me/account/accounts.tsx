import { Accounts } from '../../../features/account/accounts'
import { goBack } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '账号管理' })

export default function AccountsPage() {
  return (
    <PageFrame title='账号管理' breadcrumb={['账号管理']} back={() => goBack('/pages/me/me')}>
      <Accounts />
    </PageFrame>
  )
}
