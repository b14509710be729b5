import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sessionBegun } from '../../platform/session'
import { useForget } from '../../platform/use-forget'
import { phonesNear } from '../../platform/way-in'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { watchWebLogIn, type Shown } from './watch-web-log-in'

const BEGINNING: Shown = { standing: 'beginning', code: null }

const SAID: Readonly<Record<Shown['standing'], string>> = {
  beginning: '正在取二维码……',
  waiting: '打开微信扫一扫，在手机上点「确认登录」。',
  scanned: '已扫码，请在手机上点「确认登录」。',
  refused: '已在手机上取消。',
  tired: '二维码已停用。',
  none: '',
}

/** What the page shows of it; `renew` asks for a new code. */
export function useScanToLogIn(onDone: () => void) {
  const [shown, setShown] = useState<Shown>(BEGINNING)
  const [turn, setTurn] = useState(0)
  const forget = useForget()
  useEffect(() => watchWebLogIn({
    show: setShown,
    enter: (token) => {
      sessionBegun(token)
      void forget().then(onDone)
    },
  // A new function of the parent is no new log-in.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }), [turn])
  return {
    shown,
    renew: () => {
      setShown(BEGINNING)
      setTurn((now) => now + 1)
    },
  }
}

const Code = ({ shown: { standing, code }, onRenew }: { shown: Shown; onRenew: () => void }) => {
  const over = standing === 'refused' || standing === 'tired'
  return (
    <View className='login__code'>
      {code !== null && <Image className={`login__qr ${standing === 'waiting' ? '' : 'login__qr--dim'}`} src={code.picture} mode='aspectFit' nativeProps={{ alt: '登录网页的二维码' }} />}
      {over && <View className='login__again'><Button kind='line' icon='refresh' onClick={onRenew}>换一个二维码</Button></View>}
    </View>
  )
}

/** 微信扫码: the code, and what became of it (B22). */
export const ScanToLogIn = ({ shown, onRenew }: { shown: Shown; onRenew: () => void }) => (
  <View className='login__scan'>
    <View className='login__t'><Icon name='camera' size={20} />微信扫码</View>
    <Code shown={shown} onRenew={onRenew} />
    <View className='login__said' role='status'>{SAID[shown.standing]}</View>
    <View className='cap'>需已在小程序绑定账号。二维码 2 分钟后自动换新。</View>
    {shown.standing === 'waiting' && shown.code && phonesNear('/pages/me/account/confirm', shown.code.ticket)}
  </View>
)
