import { SubmissionRecord } from '../../../features/certificate/submission/submission-record'
import { useParams } from '../../../platform/navigate'

definePageConfig({ navigationBarTitleText: '提交详情' })

export default function SubmissionPage() {
  const { id = '' } = useParams()
  return <SubmissionRecord id={id} />
}
