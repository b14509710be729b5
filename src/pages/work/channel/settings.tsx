import { ChannelSettings } from '../../../features/channel/settings'
import { goBack } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '通道设置' })

export default function ChannelSettingsPage() {
  return (
    <OnlyFor action='settings.write' title='通道设置' note='通道由院级管理员和设备科设置。'>
      <PageFrame title='通道设置' breadcrumb={['通道设置']} back={() => goBack('/pages/me/me')}><ChannelSettings /></PageFrame>
    </OnlyFor>
  )
}
