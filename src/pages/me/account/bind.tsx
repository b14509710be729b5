import { BindScreen } from '../../../features/account/bind-screen'
import { goBack, switchTab } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '绑定账号' })

export default function BindPage() {
  return <BindScreen back={() => goBack('/pages/home/home')} onBound={() => switchTab('/pages/home/home')} />
}
