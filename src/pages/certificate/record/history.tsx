import { HistoryList } from '../../../features/certificate/history/history-list'
import { goBack, useParams } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '修改记录', onReachBottomDistance: 200 })

/** 修改记录 of one certificate (B25). */
export default function HistoryPage() {
  const { id = '' } = useParams()
  return (
    <PageFrame title='修改记录' back={() => goBack('/pages/certificate/list')} breadcrumb={['证照管理', '设备操作证管理', '修改记录']}>
      <HistoryList id={id} />
    </PageFrame>
  )
}
