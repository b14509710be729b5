import { View } from '@tarojs/components'
import { DeviceImport, DeviceImportFoot, deviceImportHeading } from '../../../features/import/device-import'
import { useDeviceImport } from '../../../features/import/use-device-import'
import { goBack } from '../../../platform/navigate'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '设备档案导入' })

/** 设备档案导入 (S2): devices out of Excel or CSV, looked at first (B23). */
export default function DeviceImportPage() {
  const desk = useDeviceImport()
  return (
    <PageFrame
      title='设备档案导入'
      breadcrumb={['设备档案管理', '设备档案导入']}
      back={() => goBack('/pages/device/list')}
      heading={<View className='lead' role='heading' aria-level='1'>{deviceImportHeading(desk)}</View>}
      footer={desk.preview && desk.sheet.file ? <DeviceImportFoot desk={desk} /> : undefined}
    >
      <DeviceImport desk={desk} />
    </PageFrame>
  )
}
