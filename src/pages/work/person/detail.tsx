import { PersonDetail } from '../../../features/person/person-detail'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '人员详情', onReachBottomDistance: 600 })

export default function PersonPage() {
  return <PersonDetail id={useParams().id ?? ''} />
}
