import { ScanDevice } from '../../../features/label/scan-device'

definePageConfig({ navigationBarTitleText: '扫码找设备' })

export default function ScanDevicePage() {
  return <ScanDevice />
}
