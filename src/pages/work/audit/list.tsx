import { AuditDesk } from '../../../features/audit/audit-desk'
import { AuditPhone } from '../../../features/audit/audit-phone'
import { useIsWide } from '../../../platform/width'
import { OnlyFor } from '../../only-for'

definePageConfig({ navigationBarTitleText: '审计日志', onReachBottomDistance: 600 })

export default function AuditPage() {
  const wide = useIsWide()
  return <OnlyFor action='audit.read' title='审计日志' note='审计日志由院级管理员和审计员查看。'>{wide ? <AuditDesk /> : <AuditPhone />}</OnlyFor>
}
