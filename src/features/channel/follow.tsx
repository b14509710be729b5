import { View } from '@tarojs/components'
import { useState } from 'react'
import { whoAmI } from '../../../contract/account'
import { followCode } from '../../../contract/channel'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Skeleton } from '../../ui/skeleton'
import { QrPicture } from './qr-picture'
import { channelFailure } from './wording'

/** Asked again while the code is shown, until he follows. */
const EVERY_MS = 3000
/** A code is good for ten minutes; a new one comes a little earlier. */
const RENEWED_MS = 9 * 60_000

const Code = () => {
  const { data, failure, reload } = useOperation(followCode, {}, { every: RENEWED_MS })
  useOperation(whoAmI, {}, { every: EVERY_MS })
  if (!data) {
    return failure
      ? <Notice tone='warn' icon='warn'>{channelFailure(failure)}<Button kind='text' onClick={() => void reload()}>再试一次</Button></Notice>
      : <Skeleton shape='text' rows={3} />
  }
  return (
    <View className='chn__code'>
      <QrPicture text={data.url} label='关注公众号的二维码' />
      <View className='cap'>用微信扫一扫并关注，这里会自动更新。二维码只认您本人，请不要转给别人。</View>
    </View>
  )
}

/** 关注公众号: a code by which the system knows who follows. Shown on a tap. */
export const Follow = () => {
  const [shown, setShown] = useState(false)
  return shown ? <Code /> : <Button kind='line' onClick={() => setShown(true)}>显示关注二维码</Button>
}
