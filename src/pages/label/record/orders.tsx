import { LabelOrders } from '../../../features/label/label-orders'

definePageConfig({ navigationBarTitleText: '二维码打印订单', onReachBottomDistance: 600 })

export default function LabelOrdersPage() {
  return <LabelOrders />
}
