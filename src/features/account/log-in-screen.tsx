import { View } from '@tarojs/components'
import { goTo } from '../../platform/navigate'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { PageFrame } from '../../ui/page-frame'
import { LogInForm } from './log-in-form'
import './log-in-screen.scss'

const nothing = () => undefined

/** The web edition's door. */
export const LogInScreen = ({ onDone = nothing }: { onDone?: () => void }) => (
  <PageFrame title='操作证管家' bare>
    <View className='login'>
      <View className='login__brand'>医疗设备管理平台</View>
      <View className='login__box'>
        <View className='login__lead' role='heading' aria-level='1'>登录操作证管家</View>
        <View className='sub'>用医院给您的登录名和密码。</View>
        <View className='login__form'>
          <View className='login__t'><Icon name='lock' size={20} />登录名和密码</View>
          <LogInForm onDone={onDone} />
          <View className='cap login__help'>
            <View>忘了密码，请找本院设备科要绑定码。</View>
            <View>连续输错 5 次，账号会锁一段时间。</View>
          </View>
          <Button kind='text' onClick={() => goTo('/pages/me/account/password')}>第一次登录或忘了密码</Button>
        </View>
      </View>
      <View className='cap login__foot'>只处理设备与证照信息，不收集患者信息<Button kind='text' onClick={() => goTo('/pages/me/account/privacy')}>隐私说明</Button></View>
    </View>
  </PageFrame>
)
