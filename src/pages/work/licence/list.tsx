import { KindList } from '../../../features/certificate-list/kind-list'
import { DEVICE_LICENCES } from '../../../features/certificate-list/kinds'

definePageConfig({ navigationBarTitleText: '设备配置许可证', onReachBottomDistance: 600 })

/** 设备配置许可证管理: the list of certificates under this menu name. */
export default function DeviceLicencesPage() {
  return <KindList kind={DEVICE_LICENCES} />
}
