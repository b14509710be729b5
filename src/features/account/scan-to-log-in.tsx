import { View } from '@tarojs/components'
import { beginWebLogIn } from '../../../contract/web-log-in'
import { browserKind } from '../../platform/browser-kind'
import { call } from '../../platform/call'
import { newRequestId } from '../../platform/request-id'
import { Icon } from '../../ui/icon'
import { CodeOnScreen } from './code-on-screen'
import { useEnter } from './use-enter'
import { useWebCode } from './use-web-code'
import { takeLogIn, type CodeWays, type Shown } from './watch-web-log-in'

const WAYS: CodeWays = { begin: () => call(beginWebLogIn, browserKind(), newRequestId()), take: takeLogIn }

/** What the page shows of it; `renew` asks for a new code. */
export function useScanToLogIn(onDone: () => void) {
  const enter = useEnter(onDone)
  return useWebCode(WAYS, (taken) => { if (taken.state === 'in') enter(taken.token) })
}

/** 微信扫码: the code, and what became of it (B22). */
export const ScanToLogIn = ({ shown, onRenew }: { shown: Shown; onRenew: () => void }) => (
  <View className='login__scan'>
    <View className='login__t'><Icon name='camera' size={20} />微信扫码</View>
    <CodeOnScreen shown={shown} onRenew={onRenew} />
    <View className='cap'>需已在小程序绑定账号。二维码 1 分钟后自动换新。</View>
  </View>
)
