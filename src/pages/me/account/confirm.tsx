import { ConfirmLogIn } from '../../../features/account/confirm-log-in'
import { goBack, switchTab, useParams } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '扫码登录' })

/** Opened by the code on the web page; WeChat hands over what the code carries as `scene`. */
export default function ConfirmPage() {
  const { scene = '' } = useParams()
  const { account } = useSelf()
  return (
    <PageFrame title='扫码登录' breadcrumb={['我的', '扫码登录']} back={() => goBack('/pages/home/home')}>
      {account && <ConfirmLogIn key={scene} ticket={scene} account={account} onLeave={() => switchTab('/pages/home/home')} />}
    </PageFrame>
  )
}
