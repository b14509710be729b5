import { AccountEdit } from '../../../features/account/admin/account-edit'
import { useParams } from '../../../platform/navigate'
import { useSelf } from '../../../platform/use-self'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '账号' })

export default function AccountEditPage() {
  const { id } = useParams()
  const { account } = useSelf()
  if (account === null) return <PageFrame title='账号'><Skeleton shape='text' rows={6} /></PageFrame>
  return <OnlyFor action='account.write' title='账号' note='账号由院级管理员和设备科管理。'><AccountEdit key={id ?? ''} id={id ?? null} accountId={account.id} /></OnlyFor>
}
