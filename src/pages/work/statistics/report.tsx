import { View } from '@tarojs/components'
import { useState } from 'react'
import { HoldingReport } from '../../../features/statistics/holding-report'
import { RemindingReport } from '../../../features/statistics/reminding-report'
import '../../../features/statistics/statistics.scss'
import { goBack, goTo } from '../../../platform/navigate'
import { printPage } from '../../../platform/print-page'
import { useMay } from '../../../platform/use-self'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { PageFrame } from '../../../ui/page-frame'
import { Seg } from '../../../ui/seg'

definePageConfig({ navigationBarTitleText: '统计报表' })

const TITLE = '统计报表'
const PARTS = [{ value: 'holding', text: '持证率' }, { value: 'reminding', text: '提醒效果' }]

/** The phone's way to what is handed out from here; the desk has them in its menu. */
const PhoneWays = () => {
  const mayPack = useMay('review.pack')
  return (
    <View className='st-tools'>
      <Button kind='line' onClick={() => goTo('/pages/work/review/year')}>复审培训计划</Button>
      <Button kind='line' onClick={() => goTo('/pages/work/review/loans')}>原件借阅</Button>
      {mayPack && <Button kind='line' onClick={() => goTo('/pages/work/review/pack')}>迎检包</Button>}
    </View>
  )
}

/** 统计报表 (S2, B31). */
export default function StatisticsPage() {
  const wide = useIsWide()
  const [part, setPart] = useState('holding')
  const mayReminding = useMay('health.read')
  return (
    <PageFrame title={TITLE} breadcrumb={[TITLE]} back={wide ? undefined : () => goBack('/pages/me/me')} action={wide ? <Button kind='line' onClick={printPage}>打印</Button> : undefined}>
      <View>
        {mayReminding && <View className='st-side'><Seg label='报表' items={PARTS} value={part} onChange={setPart} /></View>}
        {!wide && <PhoneWays />}
        {part === 'holding' ? <HoldingReport /> : <RemindingReport />}
      </View>
    </PageFrame>
  )
}
