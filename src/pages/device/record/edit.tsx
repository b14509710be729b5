import { DeviceEdit } from '../../../features/device/device-edit'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '修改设备档案' })

export default function DeviceEditPage() {
  return <DeviceEdit id={useParams().id ?? ''} />
}
