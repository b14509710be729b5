import { View } from '@tarojs/components'
import { DeliveryRecord } from '../../../features/certificate/deliveries/delivery-record'
import { useDeliveries } from '../../../features/certificate/deliveries/use-deliveries'
import { nameOf } from '../../../features/certificate/sentence'
import { goBack, useParams } from '../../../platform/navigate'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { StateInLine } from '../../../ui/certificate-state'
import { Empty } from '../../../ui/empty'
import { ErrorState } from '../../../ui/error-state'
import { ListEnd } from '../../../ui/list-end'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '送达记录', onReachBottomDistance: 200 })

type Record = ReturnType<typeof useDeliveries>

/** The one answer: how many should know, how many do. */
const Heading = ({ record: { certificate, today, due, told } }: { record: Record }) => certificate && (
  <View className='grow'>
    <View className='row'>
      <StateInLine facts={{ ...certificate.form, handling: certificate.handling }} today={today} />
      <View className='cap cert-who'>{[certificate.form.number, nameOf(certificate.form)].join('\u3000')}</View>
    </View>
    <View className='lead' role='heading' aria-level='1'>{due === 0 ? '没有通知人员' : `应知 ${due} 人，今天 ${told} 人已知`}</View>
  </View>
)

const Body = ({ record: { days, becauseOf, list, again, trouble } }: { record: Record }) => {
  if (list.loading) return <Skeleton />
  if (list.head?.total === 0) return <Empty note='到了提醒的日子，谁收到、谁没收到都记在这里。' />
  return (
    <View>
      {trouble !== '' && <View className='pad'><Notice tone='warn'>{trouble}</Notice></View>}
      <DeliveryRecord days={days} becauseOf={becauseOf} again={again} />
      <ListEnd shown={list.rows.length} total={list.head?.total ?? 0} onMore={list.more} busy={list.adding} unit='条' />
    </View>
  )
}

/** 送达记录 (B7): who was told when by which channel, and why somebody was not. */
export default function DeliveriesPage() {
  const { id = '' } = useParams()
  const record = useDeliveries(id)
  useReachBottom(record.list.more)
  return (
    <PageFrame title='送达记录' back={() => goBack('/pages/certificate/list')} breadcrumb={['证照管理', '设备操作证管理', '送达记录']} heading={<Heading record={record} />}>
      {record.failure === null ? <Body record={record} /> : <ErrorState failure={record.failure} safe='提醒由服务器发送，不受影响。' onRetry={record.reload} />}
    </PageFrame>
  )
}
