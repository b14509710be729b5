import { TypeEdit } from '../../../features/type/type-edit'
import { useParams } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '证件类型' })

/** A draft belongs to a person: the form waits until that is known. */
export default function TypePage() {
  const { id } = useParams()
  const { account } = useSelf()
  if (account === null) return <PageFrame title='证件类型'><Skeleton shape='text' rows={8} /></PageFrame>
  return <OnlyFor action='settings.write' title='证件类型' note='证件类型由设备科设定。' home='/pages/work/type/list'><TypeEdit key={id ?? ''} id={id ?? null} accountId={account.id} /></OnlyFor>
}
