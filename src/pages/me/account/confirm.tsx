import { ConfirmLogIn } from '../../../features/account/confirm-log-in'
import { goBack, switchTab, useParams } from '../../../platform/navigate'
import { openedFromPicture } from '../../../platform/opened-from'
import { useSelf } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '扫码登录' })

const leave = (): void => switchTab('/pages/home/home')

const FromPicture = () => (
  <Empty
    text='图片里的码不能用来登录'
    note='请打开微信扫一扫，对准您面前电脑上的二维码。别人发来的图片，不要识别。'
    action={<Button kind='line' onClick={leave}>回首页</Button>}
  />
)

/** Opened by the code on the web page; WeChat hands over what the code carries as `scene`. A code in a picture may have been sent by anybody (architecture §8). */
export default function ConfirmPage() {
  const { scene = '' } = useParams()
  const { account } = useSelf()
  return (
    <PageFrame title='扫码登录' breadcrumb={['我的', '扫码登录']} back={() => goBack('/pages/home/home')}>
      {openedFromPicture() ? <FromPicture /> : account && <ConfirmLogIn key={scene} ticket={scene} account={account} onLeave={leave} />}
    </PageFrame>
  )
}
