import { ChannelSettings } from '../../../features/channel/settings'
import { goBack } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '通道设置' })

export default function ChannelSettingsPage() {
  return (
    <PageFrame title='通道设置' breadcrumb={['通道设置']} back={() => goBack('/pages/me/me')}>
      <ChannelSettings />
    </PageFrame>
  )
}
