import { PhoneScreen } from '../../../features/account/phone-screen'
import { goBack, switchTab } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '用手机号绑定' })

export default function PhonePage() {
  return <PhoneScreen back={() => goBack('/pages/home/home')} onBound={() => switchTab('/pages/home/home')} />
}
