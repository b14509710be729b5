import { View } from '@tarojs/components'
import { useState } from 'react'
import { getLabels } from '../../../contract/label'
import type { OutputOf } from '../../../contract/operation'
import { dayOf } from '../../../domain/kernel/civil-day'
import { goBack } from '../../platform/navigate'
import { mayPrint, printPage } from '../../platform/print-page'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Seg } from '../../ui/seg'
import { Skeleton } from '../../ui/skeleton'
import { LabelPaper } from './label-paper'
import { LABELS_SAFE, PAPER_WORDS, PRINT_ON_WEB, SIZE_WORDS, type Paper } from './wording'
import './label.scss'

const TITLE = '打印预览'
const back = () => goBack('/pages/label/record/orders')
const PAPERS = (['a4', 'roll'] as const).map((value) => ({ value, text: PAPER_WORDS[value] }))

const About = ({ data: { order, labels } }: { data: OutputOf<typeof getLabels> }) => (
  <View className='lab-about cap'>
    {`${SIZE_WORDS[order.size]}\u3000${labels.length} 台，每台 ${order.copies} 份，共 ${labels.length * order.copies} 张\u3000${order.by} ${dayOf(new Date(order.at))}`}
    {labels.length < order.devices && `\u3000另有 ${order.devices - labels.length} 台已不在档案里`}
  </View>
)

/** The labels as they leave the printer, in real millimetres (B24). */
export const LabelSheet = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getLabels, { id })
  const [paper, setPaper] = useState<Paper>('a4')
  const print = mayPrint && data !== undefined ? <Button onClick={printPage}>打印</Button> : undefined
  return (
    <PageFrame title={TITLE} back={back} breadcrumb={['设备档案管理', '二维码打印订单', TITLE]} action={print}>
      {data === undefined && (failure ? <ErrorState failure={failure} safe={LABELS_SAFE} onRetry={() => void reload()} /> : <Skeleton shape='text' />)}
      {data !== undefined && (
        <>
          <View className='lab-tools'>
            <About data={data} />
            {mayPrint ? <Seg label='纸张' items={PAPERS} value={paper} onChange={(value) => setPaper(value === 'roll' ? 'roll' : 'a4')} /> : <Notice>{PRINT_ON_WEB}</Notice>}
            {mayPrint && <View className='cap'>打印时请选“实际大小（100%）”，不要“适合页面”。</View>}
          </View>
          <LabelPaper labels={data.labels} size={data.order.size} copies={data.order.copies} paper={paper} />
        </>
      )}
    </PageFrame>
  )
}
