import { AuditDesk } from '../../../features/audit/audit-desk'
import { AuditPhone } from '../../../features/audit/audit-phone'
import { goBack } from '../../../platform/navigate'
import { useMay, useSelf } from '../../../platform/use-self'
import { useIsWide } from '../../../platform/width'
import { Empty } from '../../../ui/empty'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '审计日志', onReachBottomDistance: 600 })

export default function AuditPage() {
  const wide = useIsWide()
  const allowed = useMay('audit.read')
  const known = useSelf().state === 'known'
  if (known && !allowed) return <PageFrame title='审计日志' back={() => goBack('/pages/me/me')}><Empty text='不能查看' note='审计日志由院级管理员查看。' /></PageFrame>
  return wide ? <AuditDesk /> : <AuditPhone />
}
