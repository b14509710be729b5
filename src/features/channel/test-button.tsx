import { View } from '@tarojs/components'
import { testChannel, type TestedChannel } from '../../../contract/channel'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { channelFailure, CHANNEL_WORDS } from './wording'

/** 给我发一条测试, by one channel. */
export const TestButton = ({ channel }: { channel: TestedChannel }) => {
  const { run, busy, failure } = useCommand(testChannel)
  const send = async () => {
    if ((await run({ channel })) !== null) toast('已发出，请查看')
  }
  return (
    <View>
      <Button kind='text' busy={busy} label={`用${CHANNEL_WORDS[channel]}给我发一条测试`} onClick={() => void send()}>给我发一条测试</Button>
      {failure && <Notice tone='warn' icon='warn'>{channelFailure(failure)}</Notice>}
    </View>
  )
}
