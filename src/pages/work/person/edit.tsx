import { PersonEdit } from '../../../features/person/person-edit'
import { useParams } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '人员' })

export default function PersonEditPage() {
  const { id } = useParams()
  const { account } = useSelf()
  if (account === null) return <PageFrame title='人员'><Skeleton shape='text' rows={6} /></PageFrame>
  return <PersonEdit key={id ?? ''} id={id ?? null} accountId={account.id} />
}
