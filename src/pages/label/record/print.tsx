import { PrintLabels } from '../../../features/label/print-labels'
import { DEVICE_STATUSES } from '../../../../domain/device/device'
import { useParams } from '../../../platform/navigate'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '二维码打印', onReachBottomDistance: 600 })

/** 二维码打印, for one device (`deviceId`) or begun with the filters of the list. */
export default function PrintLabelsPage() {
  const { deviceId, keyword = '', departmentId = '', status } = useParams()
  return (
    <OnlyFor action='device.write' title='二维码打印' note='设备标签由设备科打印。' home='/pages/device/list'>
      <PrintLabels chosen={deviceId === undefined ? [] : [deviceId]} filters={{ keyword, departmentId, status: DEVICE_STATUSES.find((each) => each === status) ?? '' }} />
    </OnlyFor>
  )
}
