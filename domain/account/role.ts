import * as v from 'valibot'

/** 院级管理员, 设备科, 科室负责人, 科室人员, 只读 (B25); the most powerful first. */
export const ROLES = ['hospital-admin', 'equipment-office', 'department-head', 'staff', 'viewer'] as const
export type Role = (typeof ROLES)[number]
export const roleSchema = v.picklist(ROLES)

/** These two see the whole institution; the others only the departments of their scope. */
export const seesWholeInstitution = (role: Role): boolean => role === 'hospital-admin' || role === 'equipment-office'

/** Nobody hands out or touches more power than he has. */
export const isAbove = (role: Role, other: Role): boolean => ROLES.indexOf(role) < ROLES.indexOf(other)
