import { TickFilters, TickList, useCertificateTicks } from '../../../features/bulk/certificate-ticks'
import { goBack, goTo } from '../../../platform/navigate'
import { clearTicked, toggleAll, useTicked } from '../../../platform/ticked'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '批量改提醒', onReachBottomDistance: 600 })

/** Ticking certificates, for one change of them all (B20). */
export default function BatchPage() {
  const ticks = useCertificateTicks()
  const { length } = useTicked()
  const shown = ticks.list.rows.map(({ id }) => id)
  return (
    <PageFrame
      title='批量改提醒'
      breadcrumb={['证照管理', '批量改提醒']}
      back={() => goBack('/pages/certificate/list')}
      top={<TickFilters {...ticks} />}
      footer={
        <BottomBar note={<>{`已选 ${length} 张`}</>}>
          {length > 0 ? <Button kind='line' onClick={clearTicked}>清空</Button> : <Button kind='line' disabled={shown.length === 0} onClick={() => toggleAll(shown)}>选中已显示</Button>}
          <Button disabled={length === 0} onClick={() => goTo('/pages/work/record/change')}>改提醒</Button>
        </BottomBar>
      }
    >
      <TickList list={ticks.list} />
    </PageFrame>
  )
}
