import { PrivacyScreen } from '../../../features/account/own/privacy-screen'
import { goBack } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '隐私说明' })

export default function PrivacyPage() {
  return <PrivacyScreen back={() => goBack('/pages/home/home')} />
}
