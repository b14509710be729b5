import { View } from '@tarojs/components'
import { goTo } from '../../platform/navigate'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { PageFrame } from '../../ui/page-frame'
import { LogInForm } from './log-in-form'
import { ScanToLogIn, useScanToLogIn } from './scan-to-log-in'
import './log-in-screen.scss'

const nothing = () => undefined

const ByPassword = ({ onDone }: { onDone: () => void }) => (
  <View className='login__form'>
    <View className='login__t'><Icon name='lock' size={20} />登录名和密码</View>
    <LogInForm onDone={onDone} />
    <View className='cap login__help'>
      <View>忘了密码，请找本院设备科要绑定码。</View>
      <View>连续输错 5 次，账号会锁一段时间。</View>
    </View>
    <Button kind='text' onClick={() => goTo('/pages/me/account/password')}>第一次登录或忘了密码</Button>
  </View>
)

const Lead = ({ children }: { children: string }) => (
  <>
    <View className='login__lead' role='heading' aria-level='1'>登录操作证管家</View>
    <View className='sub'>{children}</View>
  </>
)

/** On the desk: a code for the phone beside the password, where the hospital has a mini-program. */
const BothWays = ({ onDone }: { onDone: () => void }) => {
  const { shown, renew } = useScanToLogIn(onDone)
  if (shown.standing === 'none') return <View className='login__box'><Lead>用医院给您的登录名和密码。</Lead><ByPassword onDone={onDone} /></View>
  return (
    <View className='login__box login__box--two'>
      <Lead>两种方式，选一种。</Lead>
      <View className='login__two'><ScanToLogIn shown={shown} onRenew={renew} /><ByPassword onDone={onDone} /></View>
    </View>
  )
}

/** The web edition's door. A phone cannot scan what it shows itself: there the password alone is asked. */
export const LogInScreen = ({ onDone = nothing }: { onDone?: () => void }) => {
  const wide = useIsWide()
  return (
    <PageFrame title='操作证管家' bare>
      <View className='login'>
        <View className='login__brand'>医疗设备管理平台</View>
        {wide ? <BothWays onDone={onDone} /> : <View className='login__box'><Lead>用医院给您的登录名和密码。</Lead><ByPassword onDone={onDone} /></View>}
        <View className='cap login__foot'>只处理设备与证照信息，不收集患者信息<Button kind='text' onClick={() => goTo('/pages/me/account/privacy')}>隐私说明</Button></View>
      </View>
    </PageFrame>
  )
}
