import { View } from '@tarojs/components'
import { channelSettings } from '../../../contract/channel'
import { useOperation } from '../../platform/use-operation'
import { ErrorState } from '../../ui/error-state'
import { Fact } from '../../ui/fact'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { SettingsForm } from './settings-form'
import './channel.scss'

/** 通道设置: by which accounts the hospital sends, and the addresses for the providers' consoles. */
export const ChannelSettings = () => {
  const { data, failure, reload } = useOperation(channelSettings, {})
  if (!data) return failure ? <ErrorState failure={failure} onRetry={() => void reload()} /> : <Skeleton shape='text' rows={8} />
  return (
    <View>
      <SettingsForm stored={data} />
      <Section title='填到对方后台的地址' note='前面加上本系统的网址'>
        <Fact name='微信消息推送'><View className='chn__path'>{data.pushPath}</View></Fact>
        <Fact name='短信状态回执'><View className='chn__path'>{data.receiptPath}</View></Fact>
      </Section>
    </View>
  )
}
