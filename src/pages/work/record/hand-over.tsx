import { HandOverForm } from '../../../features/bulk/hand-over-form'
import { useHandOver } from '../../../features/bulk/use-hand-over'
import { goBack } from '../../../platform/navigate'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '工作交接', onReachBottomDistance: 600 })

/** A leaver’s reminders go to his successor (B20). */
export default function HandOverPage() {
  const desk = useHandOver()
  const allowed = useMay('account.write')
  return (
    <PageFrame
      title='工作交接'
      breadcrumb={['工作交接']}
      back={() => goBack('/pages/me/me')}
      footer={allowed ? <Button wide disabled={!desk.ready} busy={desk.busy} onClick={() => void desk.start()}>开始交接</Button> : undefined}
    >
      {allowed ? <HandOverForm desk={desk} /> : <Empty text='不能办理' note='工作交接由院级管理员和设备科办理。' />}
    </PageFrame>
  )
}
