import { View } from '@tarojs/components'
import { listLabelOrders, type LabelOrder } from '../../../contract/label'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'
import { goBack } from '../../platform/navigate'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { openSheet, printLabels } from './links'
import { LABELS_SAFE, SIZE_WORDS } from './wording'
import './label.scss'

const TITLE = '二维码打印订单'

const Order = ({ order: { id, at, by, size, copies, devices } }: { order: LabelOrder }) => {
  const when = `${dayOf(new Date(at))} ${shortSendTime(timeOf(new Date(at)))}`
  return (
    <View className='lab-order'>
      <View className='lab-order__w'>
        <View className='bold'>{`${devices} 台\u3000${SIZE_WORDS[size]}\u3000每台 ${copies} 份`}</View>
        <View className='cap num'>{`${when}\u3000${by}`}</View>
      </View>
      <Button kind='text' label={`再次打印 ${when}`} onClick={() => openSheet(id)}>再次打印</Button>
    </View>
  )
}

/** 二维码打印订单 (S2): what was printed, to print it again. */
export const LabelOrders = () => {
  const list = useRows(listLabelOrders, {})
  useReachBottom(list.more)
  const add = <Button icon='plus' onClick={printLabels}>新的打印</Button>
  return (
    <PageFrame title={TITLE} back={() => goBack('/pages/device/list')} breadcrumb={['设备档案管理', TITLE]} action={add}>
      <ListBody list={list} unit='单' safe={LABELS_SAFE} empty={<Empty note='还没有打印过标签。' action={<Button kind='line' onClick={printLabels}>去选设备</Button>} />}>
        <View className='pad'>{list.rows.map((order) => <Order key={order.id} order={order} />)}</View>
      </ListBody>
    </PageFrame>
  )
}
