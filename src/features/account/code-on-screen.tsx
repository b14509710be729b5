import { Image, Text, View } from '@tarojs/components'
import { phonesNear } from '../../platform/way-in'
import { Button } from '../../ui/button'
import type { Shown } from './watch-web-log-in'
import './code-on-screen.scss'

type Verb = '确认登录' | '确认'

const said = (standing: Shown['standing'], verb: Verb): string => ({
  beginning: '正在取二维码……',
  waiting: `打开微信扫一扫，在手机上点「${verb}」。`,
  scanned: `已扫码，请在手机上点「${verb}」。`,
  refused: '已在手机上取消。',
  tired: '二维码已停用。',
  none: '',
})[standing]

/** `onRenew` null: there is no other code to be had. */
const Code = ({ shown: { standing, code }, onRenew }: { shown: Shown; onRenew: (() => void) | null }) => {
  const over = standing === 'refused' || standing === 'tired'
  return (
    <View className='qr'>
      {code !== null && <Image className={`qr__img ${standing === 'waiting' ? '' : 'qr__img--dim'}`} src={code.picture} mode='aspectFit' nativeProps={{ alt: '登录网页的二维码' }} />}
      {over && onRenew !== null && <View className='qr__again'><Button kind='line' icon='refresh' onClick={onRenew}>换一个二维码</Button></View>}
    </View>
  )
}

/** What the bound phone is to scan, and what became of it (B22). */
export const CodeOnScreen = ({ shown, verb = '确认登录', onRenew }: { shown: Shown; verb?: Verb; onRenew: (() => void) | null }) => (
  <>
    <Code shown={shown} onRenew={onRenew} />
    <View className='qr__said' role='status'>{said(shown.standing, verb)}{shown.standing === 'scanned' && shown.code && <View>手机上要填的数字：<Text className='qr__digits num'>{shown.code.digits}</Text></View>}</View>
    {shown.standing === 'waiting' && shown.code && phonesNear('/pages/me/account/confirm', shown.code.ticket)}
  </>
)
