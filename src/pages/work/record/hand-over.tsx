import { HandOverForm } from '../../../features/bulk/hand-over-form'
import { useHandOver } from '../../../features/bulk/use-hand-over'
import { goBack } from '../../../platform/navigate'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { PageFrame } from '../../../ui/page-frame'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '工作交接', onReachBottomDistance: 600 })

const HandOver = () => {
  const desk = useHandOver()
  return (
    <PageFrame
      title='工作交接'
      breadcrumb={['工作交接']}
      back={() => goBack('/pages/me/me')}
      footer={<BottomBar><Button disabled={!desk.ready} busy={desk.busy} onClick={() => void desk.start()}>开始交接</Button></BottomBar>}
    >
      <HandOverForm desk={desk} />
    </PageFrame>
  )
}

/** A leaver’s reminders go to his successor (B20). */
export default function HandOverPage() {
  return <OnlyFor action='account.write' title='工作交接' note='工作交接由院级管理员和设备科办理。'><HandOver /></OnlyFor>
}
