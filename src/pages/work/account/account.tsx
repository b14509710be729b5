import { AccountDetail } from '../../../features/account/admin/account-detail'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '账号详情', onReachBottomDistance: 600 })

export default function AccountPage() {
  return <AccountDetail id={useParams().id ?? ''} />
}
