import { useUnload } from '@tarojs/taro'
import { AgreeScreen } from '../../../features/account/own/agree-screen'
import { goBack } from '../../../platform/navigate'
import { answerPrivacy } from '../../../platform/privacy'

definePageConfig({ navigationBarTitleText: '隐私保护' })

export default function AgreePage() {
  // Whoever leaves by a gesture has not agreed; after an answer nothing waits any more.
  useUnload(() => answerPrivacy(false))
  const answer = (agreed: boolean) => {
    answerPrivacy(agreed)
    goBack('/pages/home/home')
  }
  return <AgreeScreen onAnswer={answer} />
}
