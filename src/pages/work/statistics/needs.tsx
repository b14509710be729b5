import { NeedsEdit } from '../../../features/statistics/needs-edit'
import '../../../features/statistics/statistics.scss'
import { goBack } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '持证要求' })

const REPORT = '/pages/work/statistics/report'

/** 持证要求 (B31), kept by 设备科. */
export default function NeedsPage() {
  return (
    <OnlyFor action='settings.write' title='持证要求' note='持证要求由设备科设定。' home={REPORT}>
      <PageFrame title='持证要求' breadcrumb={['统计报表', '持证要求']} back={() => goBack(REPORT)}><NeedsEdit /></PageFrame>
    </OnlyFor>
  )
}
