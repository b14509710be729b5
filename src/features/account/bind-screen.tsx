import { View } from '@tarojs/components'
import { goTo } from '../../platform/navigate'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Icon, type IconName } from '../../ui/icon'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { BindForm } from './bind-form'
import './bind-screen.scss'

const USES: ReadonlyArray<readonly [icon: IconName, text: string]> = [
  ['bell', '到期前，按定好的日子提醒该知道的人'],
  ['device', '打开设备，看今天谁能操作'],
  ['camera', '拍照录证，换证、复审都留下凭证'],
]

const nothing = () => undefined

/** What the app is for, and 绑定账号: for a WeChat user whom no account knows. */
export const BindScreen = ({ onBound = nothing, back, off }: { onBound?: () => void; back?: () => void; off?: boolean }) => (
  <PageFrame title='操作证管家' bare back={back}>
    <View className='bind'>
      <View className='pad'>
        <View className='lead bind__lead' role='heading' aria-level='1'>
          <View>每一张操作证，</View>
          <View>到期之前有人知道。</View>
        </View>
        {USES.map(([icon, text]) => (
          <View key={icon} className='bind__use'><Icon name={icon} size={20} /><View className='sub'>{text}</View></View>
        ))}
      </View>
      {off && <View className='pad'><Notice tone='warn'>您的账号已停用，看不到内容，也收不到提醒。有疑问请找本院设备科。</Notice></View>}
      <Section title='绑定账号' note='只需一次，以后打开即用'><BindForm onBound={onBound} /></Section>
      <View className='pad cap bind__foot'>
        <View>没有账号或忘了密码，请找本院设备科。</View>
        <View>微信提醒还需关注公众号，绑定后在「我的」里查看。</View>
        <Button kind='text' onClick={() => goTo('/pages/me/account/privacy')}>隐私说明</Button>
      </View>
    </View>
  </PageFrame>
)
