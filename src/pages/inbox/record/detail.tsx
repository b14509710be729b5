import { MessageRecord } from '../../../features/inbox/message-record'
import { goBack, useParams } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '消息详情' })

export default function MessagePage() {
  const { id = '' } = useParams()
  return (
    <PageFrame title='消息详情' breadcrumb={['消息', '消息详情']} back={() => goBack('/pages/inbox/list')}>
      <MessageRecord id={id} />
    </PageFrame>
  )
}
