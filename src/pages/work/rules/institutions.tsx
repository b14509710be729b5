import { InstitutionsScreen } from '../../../features/account/institutions/institutions-screen'
import { useMay, useSelf } from '../../../platform/use-self'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '机构管理', onReachBottomDistance: 600 })

export default function InstitutionsPage() {
  const allowed = useMay('institution.found')
  const known = useSelf().state === 'known'
  if (known && !allowed) return <PageFrame title='机构管理'><Empty text='不能查看' note='机构由平台运维开通。' /></PageFrame>
  return <InstitutionsScreen />
}
