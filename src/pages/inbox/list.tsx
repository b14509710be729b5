import { InboxList } from '../../features/inbox/inbox-list'
import { PageFrame } from '../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '消息' })

export default function InboxPage() {
  return <PageFrame title='消息' breadcrumb={['消息']}><InboxList /></PageFrame>
}
