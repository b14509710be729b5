import { View } from '@tarojs/components'
import { grantSubscription, type Reach } from '../../../contract/account'
import { newRequestId } from '../../platform/request-id'
import { canSubscribe, requestSubscription } from '../../platform/subscribe'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/fact'
import { Notice } from '../../ui/notice'

const REFUSED = '这次没有同意，次数没有变。可以再点一次，或在微信的设置里打开订阅消息。'

/** One tap, one more reminder (B2): WeChat asks, the consent is counted. */
export const Credit = ({ credits, templateId }: { credits: number; templateId: string | null }) => {
  const { run, busy, failure } = useCommand(grantSubscription)
  const ask = async (template: string) => {
    const result = await requestSubscription(template)
    if (result === null) return toast('微信没有弹出询问，请稍后再点')
    const counted = await run({ nonce: newRequestId(), templateId: template, result })
    if (counted) toast(result === 'accept' ? `微信还可提醒 ${counted.wechatCredits} 次` : REFUSED)
  }
  return (
    <View>
      <View className='me__credit'>
        <View>微信还可提醒 {credits} 次</View>
        {templateId !== null && canSubscribe() && <Button kind='text' busy={busy} onClick={() => void ask(templateId)}>点一次 +1</Button>}
      </View>
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
    </View>
  )
}

export const ReachFacts = ({ reach, templateId }: { reach: Reach; templateId: string | null }) => (
  <View>
    <Fact name='微信'>{reach.bound ? '已绑定' : '未绑定，请在微信里打开小程序绑定'}</Fact>
    <Fact name='公众号'>{reach.follows ? '已关注' : '未关注，请在微信里搜索本院公众号并关注'}</Fact>
    <Fact name='短信'>{reach.hasPhone ? '有手机号，可以收到' : '没有手机号，收不到'}</Fact>
    <Fact name='订阅消息'><Credit credits={reach.wechatCredits} templateId={templateId} /></Fact>
  </View>
)
