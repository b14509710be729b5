import { KindList } from '../../../features/certificate-list/kind-list'
import { STAFF_QUALIFICATIONS } from '../../../features/certificate-list/kinds'

definePageConfig({ navigationBarTitleText: '人员资质', onReachBottomDistance: 600 })

/** 人员资质管理: the list of certificates under this menu name. */
export default function StaffQualificationsPage() {
  return <KindList kind={STAFF_QUALIFICATIONS} />
}
