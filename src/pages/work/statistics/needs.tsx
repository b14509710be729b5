import { NeedsEdit } from '../../../features/statistics/needs-edit'
import '../../../features/statistics/statistics.scss'
import { goBack } from '../../../platform/navigate'
import { useMay, useSelf } from '../../../platform/use-self'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '持证要求' })

const back = () => goBack('/pages/work/statistics/report')

/** 持证要求 (B31), kept by 设备科. */
export default function NeedsPage() {
  const allowed = useMay('settings.write')
  const known = useSelf().state === 'known'
  return (
    <PageFrame title='持证要求' breadcrumb={['统计报表', '持证要求']} back={back}>
      {known && !allowed ? <Empty text='不能修改' note='持证要求由设备科设定。' /> : <NeedsEdit />}
    </PageFrame>
  )
}
