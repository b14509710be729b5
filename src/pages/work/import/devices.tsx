import { DEVICE_IMPORT } from '../../../features/import/device-import'
import { PlainImportScreen } from '../../../features/import/plain-import'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '设备档案导入' })

export default function DeviceImportPage() {
  return <OnlyFor action='device.write' title='设备档案导入' note='设备档案由设备科录入。' home='/pages/device/list'><PlainImportScreen of={DEVICE_IMPORT} /></OnlyFor>
}
