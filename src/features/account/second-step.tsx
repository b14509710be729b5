import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { Button } from '../../ui/button'
import { CodeOnScreen } from './code-on-screen'
import { useEnter } from './use-enter'
import { useWebCode } from './use-web-code'
import { takeLogIn, type Code, type CodeWays } from './watch-web-log-in'

/** The password gave one code; another one wants the password again. */
function waysOnce(code: Code): CodeWays {
  let given = false
  return {
    begin: () => {
      if (given) return Promise.reject(new Error('given once'))
      given = true
      return Promise.resolve(code)
    },
    take: takeLogIn,
  }
}

/** 管理员登录需手机确认 (B25): the password was right, and the bound phone is to say yes. */
export const SecondStep = ({ code, onDone, onBack }: { code: Code; onDone: () => void; onBack: () => void }) => {
  const ways = useMemo(() => waysOnce(code), [code])
  const enter = useEnter(onDone)
  const { shown } = useWebCode(ways, (taken) => { if (taken.state === 'in') enter(taken.token) })
  const over = shown.standing === 'refused' || shown.standing === 'tired'
  return (
    <View>
      <View className='sub'>密码对了。本院要求管理员再用手机确认一次：用绑定这个账号的微信扫一扫。</View>
      <CodeOnScreen shown={shown} onRenew={null} />
      <View className='login__go'><Button kind={over ? 'fill' : 'line'} wide onClick={onBack}>{over ? '重新输密码' : '返回'}</Button></View>
      <View className='cap login__help'>手机不在身边或已经换了，请找另一位管理员在「账号管理」里重置登录。</View>
    </View>
  )
}
