import { PrintLabels } from '../../../features/label/print-labels'
import { DEVICE_STATUSES } from '../../../../domain/device/device'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '二维码打印', onReachBottomDistance: 600 })

/** 二维码打印, for one device (`deviceId`) or begun with the filters of the list. */
export default function PrintLabelsPage() {
  const { deviceId, keyword = '', departmentId = '', status } = useParams()
  return <PrintLabels chosen={deviceId === undefined ? [] : [deviceId]} filters={{ keyword, departmentId, status: DEVICE_STATUSES.find((each) => each === status) ?? '' }} />
}
