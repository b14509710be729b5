import { SubmissionList } from '../../../features/certificate/submission/submission-list'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '换证审核', onReachBottomDistance: 200 })

/** What waits for a review, and what one handed in (B16). */
export default function SubmissionsPage() {
  const { mine } = useParams()
  return <SubmissionList mine={mine === '1'} />
}
