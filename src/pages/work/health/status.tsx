import { View } from '@tarojs/components'
import { getHealth } from '../../../../contract/health'
import { HealthRecord } from '../../../features/health/health-record'
import { headingWords } from '../../../features/health/wording'
import { goBack } from '../../../platform/navigate'
import { serverNow } from '../../../platform/server-clock'
import { useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'
import { useShell } from '../../../ui/shell'
import { Skeleton } from '../../../ui/skeleton'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '运行状况' })

const TITLE = '运行状况'

/** Looked at again by itself as long as somebody watches. */
const EVERY_MS = 60_000

const Status = () => {
  const { wide } = useShell()
  const { data, failure, refreshing, reload } = useOperation(getHealth, {}, { every: EVERY_MS })
  const again = <Button kind='text' busy={refreshing && data !== undefined} onClick={() => void reload()}>刷新</Button>
  const body = () => {
    if (data) return <View>{failure && <View className='pad'><Notice tone='warn' icon='warn'>{failure.message}</Notice></View>}<HealthRecord health={data} now={serverNow()} /></View>
    return failure ? <ErrorState failure={failure} safe='提醒由服务器发送，不受影响。' onRetry={() => void reload()} /> : <Skeleton shape='text' rows={8} />
  }
  return (
    <PageFrame
      title={TITLE}
      breadcrumb={[TITLE]}
      back={wide ? undefined : () => goBack('/pages/work/plan/list')}
      action={again}
      heading={<View className='grow row row--between'><View className='lead' role='heading' aria-level='1'>{data ? headingWords(data.alarms.length) : TITLE}</View>{!wide && again}</View>}
    >
      {body()}
    </PageFrame>
  )
}

/** 运行状况 (B18): whether reminders arrive, for those who answer for them. */
export default function HealthPage() {
  return <OnlyFor action='health.read' title={TITLE} note='运行状况由院级管理员和设备科查看。' home='/pages/work/plan/list'><Status /></OnlyFor>
}
