import * as v from 'valibot'

/**
 * 平台运维, 院级管理员, 审计员, 设备科, 科室负责人, 科室人员, 只读 (B25); the most powerful first, in the order in which they may hand each other out:
 * 平台运维 is made by a command alone, and who reads the audit is named by 院级管理员, not by those whom it tells of.
 */
export const ROLES = ['platform-operator', 'hospital-admin', 'auditor', 'equipment-office', 'department-head', 'staff', 'viewer'] as const
export type Role = (typeof ROLES)[number]
export const roleSchema = v.picklist(ROLES)

/** Those who work with devices and certificates. */
export const WORKING_ROLES = ['hospital-admin', 'equipment-office', 'department-head', 'staff', 'viewer'] as const satisfies readonly Role[]

/** These two see the whole institution; the others only the departments of their scope. */
export const seesWholeInstitution = (role: Role): boolean => role === 'hospital-admin' || role === 'equipment-office'

/** Does his scope come from a department? */
export const needsDepartment = (role: Role): boolean => role === 'department-head' || role === 'staff' || role === 'viewer'

/** Nobody hands out or touches more power than he has. */
export const isAbove = (role: Role, other: Role): boolean => ROLES.indexOf(role) < ROLES.indexOf(other)
