import { LogInScreen } from '../../../features/account/log-in-screen'
import { switchTab } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '登录' })

export default function LogInPage() {
  return <LogInScreen onDone={() => switchTab('/pages/home/home')} />
}
