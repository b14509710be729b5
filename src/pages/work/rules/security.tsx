import { SecurityEdit } from '../../../features/security/security-edit'
import { useMay, useSelf } from '../../../platform/use-self'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '安全设置' })

/** A draft belongs to a person: the form waits until that is known. */
export default function SecurityPage() {
  const { account } = useSelf()
  const allowed = useMay('security.write')
  if (account === null) return <PageFrame title='安全设置'><Skeleton shape='text' rows={6} /></PageFrame>
  if (!allowed) return <PageFrame title='安全设置'><Empty text='不能查看' note='安全设置由院级管理员管理。' /></PageFrame>
  return <SecurityEdit accountId={account.id} />
}
