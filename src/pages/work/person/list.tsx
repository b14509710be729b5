import { PeopleDesk } from '../../../features/person/people-desk'
import { PeoplePhone } from '../../../features/person/people-phone'
import { useIsWide } from '../../../platform/width'

definePageConfig({ navigationBarTitleText: '人员档案', onReachBottomDistance: 600 })

export default function PeoplePage() {
  return useIsWide() ? <PeopleDesk /> : <PeoplePhone />
}
