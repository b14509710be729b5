import type { Role } from '../../../../domain/account/role'

/** B25 */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'platform-operator': '平台运维', auditor: '审计员', 'hospital-admin': '院级管理员', 'equipment-office': '设备科', 'department-head': '科室负责人', staff: '科室人员', viewer: '只读',
}
