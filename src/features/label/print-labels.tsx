import { View } from '@tarojs/components'
import { useState } from 'react'
import { orderLabels } from '../../../contract/label'
import { LABEL_SIZES, MOST_COPIES, type LabelSize } from '../../../domain/label/size'
import { failureWords } from '../../platform/failure-words'
import { goBack } from '../../platform/navigate'
import { useCommand } from '../../platform/use-operation'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { Fields } from '../../ui/fields'
import { NumberField } from '../../ui/number-field'
import { PageFrame } from '../../ui/page-frame'
import { SelectField } from '../../ui/select-field'
import { DeviceTicks, TickFilters } from './device-ticks'
import { openOrders, openSheet } from './links'
import { useChoice, type Choice, type Filters } from './use-choice'
import { LABEL_FAILURES, SIZE_WORDS } from './wording'
import './label.scss'

const TITLE = '二维码打印'
const CRUMBS = ['设备档案管理', TITLE]
const back = () => goBack('/pages/device/list')
const SIZES = LABEL_SIZES.map((value) => ({ value, label: SIZE_WORDS[value] }))

function useOrder({ chosen }: Choice) {
  const [size, setSize] = useState<LabelSize>('50x30')
  const [copies, setCopies] = useState<number | null>(1)
  const { run, busy, failure } = useCommand(orderLabels)
  const rightCopies = copies !== null && Number.isInteger(copies) && copies >= 1 && copies <= MOST_COPIES
  const start = async (): Promise<void> => {
    if (copies === null) return
    const made = await run({ deviceIds: [...chosen], size, copies })
    if (made !== null) openSheet(made.id)
  }
  return { size, setSize, copies, setCopies, rightCopies, busy, failure, start, ready: rightCopies && chosen.length > 0 }
}

const Wanted = ({ order }: { order: ReturnType<typeof useOrder> }) => (
  <Fields>
    <SelectField required label='标签尺寸' value={order.size} options={SIZES} onChange={(size) => order.setSize(LABEL_SIZES.find((each) => each === size) ?? '50x30')} />
    <NumberField required label='每台份数' unit='份' value={order.copies} error={order.rightCopies ? undefined : `请填 1 到 ${MOST_COPIES}`} onChange={order.setCopies} />
  </Fields>
)

interface Props {
  /** Ticked from the start: the device whose page one comes from. */
  chosen: readonly string[]
  filters: Filters
}

/** 二维码打印 (S2, B24): which devices, which label, how many of each. */
export const PrintLabels = ({ chosen, filters }: Props) => {
  const choice = useChoice({ chosen, filters })
  const order = useOrder(choice)
  const trouble = order.failure === null ? '' : failureWords(order.failure.code, order.failure.detail, LABEL_FAILURES)
  return (
    <PageFrame
      title={TITLE}
      back={back}
      breadcrumb={CRUMBS}
      action={<Button kind='line' onClick={openOrders}>二维码打印订单</Button>}
      footer={<BottomBar note={trouble === '' ? undefined : <View className='dform__w' role='alert'>{trouble}</View>}><Button busy={order.busy} disabled={!order.ready} onClick={() => void order.start()}>生成标签</Button></BottomBar>}
    >
      <View className='lab-list'><Wanted order={order} /></View>
      <TickFilters choice={choice} />
      <DeviceTicks choice={choice} />
    </PageFrame>
  )
}
