import { DeviceDetail } from '../../../features/device/device-detail'
import { scannedDevice } from '../../../../domain/label/link'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '设备详情' })

export default function DeviceDetailPage() {
  const params = useParams()
  return <DeviceDetail id={scannedDevice(params)} tab={params.tab} />
}
