import { RulesEdit } from '../../../features/rules/rules-edit'
import { useSelf } from '../../../platform/use-self'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '提醒规则' })

/** A draft belongs to a person: the form waits until that is known. */
export default function InstitutionRulesPage() {
  const { account } = useSelf()
  if (account === null) return <PageFrame title='提醒规则'><Skeleton shape='text' rows={8} /></PageFrame>
  return <RulesEdit accountId={account.id} />
}
