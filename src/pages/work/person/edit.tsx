import { PersonEdit } from '../../../features/person/person-edit'
import { useParams } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '人员' })

export default function PersonEditPage() {
  const { id } = useParams()
  const { account } = useSelf()
  if (account === null) return <PageFrame title='人员'><Skeleton shape='text' rows={6} /></PageFrame>
  return <OnlyFor action='person.write' title='人员' note='人员档案由设备科和科室负责人录入。' home='/pages/work/person/list'><PersonEdit key={id ?? ''} id={id ?? null} accountId={account.id} /></OnlyFor>
}
