import { DeviceDeskList } from '../../features/device/device-desk-list'
import { DevicePhoneList } from '../../features/device/device-phone-list'
import { useIsWide } from '../../platform/width'
import { Elsewhere, useElsewhere } from '../elsewhere'

definePageConfig({ navigationBarTitleText: '设备', onReachBottomDistance: 600 })

/** 设备: the ledger on the phone, 查询设备档案 on the desk. */
export default function DeviceListPage() {
  const wide = useIsWide()
  if (useElsewhere()) return <Elsewhere title='设备' />
  return wide ? <DeviceDeskList /> : <DevicePhoneList />
}
