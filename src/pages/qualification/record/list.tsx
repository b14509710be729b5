import { KindList } from '../../../features/certificate-list/kind-list'
import { STAFF_QUALIFICATIONS } from '../../../features/certificate-list/kinds'
import { DEVICE_TYPES } from '../../../features/device/archive-fields'

definePageConfig({ navigationBarTitleText: '人员资质', onReachBottomDistance: 600 })

/** 人员资质管理: the list of certificates under this menu name. */
export default function StaffQualificationsPage() {
  return <KindList kind={STAFF_QUALIFICATIONS} deviceTypes={DEVICE_TYPES} />
}
