import { DEVICE_IMPORT } from '../../../features/import/device-import'
import { PlainImportScreen } from '../../../features/import/plain-import'

definePageConfig({ navigationBarTitleText: '设备档案导入' })

export default function DeviceImportPage() {
  return <PlainImportScreen of={DEVICE_IMPORT} />
}
