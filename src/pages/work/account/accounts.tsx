import { AccountsDesk } from '../../../features/account/admin/accounts-desk'
import { AccountsPhone } from '../../../features/account/admin/accounts-phone'
import { goBack } from '../../../platform/navigate'
import { useMay, useSelf } from '../../../platform/use-self'
import { useIsWide } from '../../../platform/width'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '账号管理', onReachBottomDistance: 600 })

export default function AccountsPage() {
  const wide = useIsWide()
  const allowed = useMay('account.write')
  const known = useSelf().state === 'known'
  if (known && !allowed) return <PageFrame title='账号管理' back={() => goBack('/pages/me/me')}><Empty text='不能办理' note='账号由院级管理员和设备科管理。' /></PageFrame>
  return wide ? <AccountsDesk /> : <AccountsPhone />
}
