import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { AccountSelf } from '../../../contract/account'
import { Section } from '../../ui/section'
import { StateWord } from '../../ui/state-word'
import { Employment } from './employment'
import { Follow } from './follow'
import { Part } from './part'
import './channel.scss'

const official = ({ bound, follows }: AccountSelf['reach']): string => {
  if (!bound) return '先在微信里打开小程序绑定账号，再关注公众号。'
  return follows ? '提醒会由公众号发到您的微信。取消关注后就收不到了。' : '关注本院公众号后，提醒每天都能发到您的微信。'
}

const Bound = ({ bound }: { bound: boolean }) => (
  <Section title='微信账号' note={<StateWord state={bound ? 'ok' : 'off'} text={bound ? '已绑定' : '未绑定'} />}>
    <View className='sub'>{bound ? '这个账号已绑定微信。换微信时，请设备科发一个绑定码，用新微信绑定即可。' : '在微信里打开本院小程序，用登录名和密码或绑定码绑定。'}</View>
  </Section>
)

const Sms = ({ hasPhone, phone }: { hasPhone: boolean; phone: string }) => (
  <Part title='短信' works={hasPhone} word={hasPhone ? phone : '没有手机号'} what={hasPhone ? '勾选了短信通知的证会发到这个号码。号码不对请找设备科。' : '请设备科在账号里补上手机号。'} test='sms' />
)

/** 我的通道: how each reminder reaches me, and what to do where it does not. `credit` is the tap for one more subscription message. */
export const MyChannels = ({ account: { reach, phoneMasked }, credit }: { account: AccountSelf; credit: ReactNode }) => (
  <View>
    <Part title='首页' works word='可以收到' what='打开小程序或网页，首页和「消息」里都能看到。' test='home' />
    <Bound bound={reach.bound} />
    <Part title='公众号' works={reach.bound && reach.follows} word={reach.follows ? '已关注' : '未关注'} what={official(reach)} test='official-account'>
      {!reach.follows && <Follow />}
    </Part>
    <Part title='订阅消息' works={reach.wechatCredits > 0} word={`剩余 ${reach.wechatCredits} 次`} what='没有关注公众号时用它。微信规定同意一次只能提醒一次；不点也不影响使用。' test='subscribe-message'>
      {credit}
    </Part>
    <Employment bound={reach.bound} />
    <Sms hasPhone={reach.hasPhone} phone={phoneMasked} />
  </View>
)
