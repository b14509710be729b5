import type { Role } from './role'

/** Roles as the hospital names them (B25). */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'platform-operator': '平台运维', 'hospital-admin': '院级管理员', auditor: '审计员', 'equipment-office': '设备科', 'department-head': '科室负责人', staff: '科室人员', viewer: '只读',
}
