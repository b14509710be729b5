import * as v from 'valibot'
import { rolesThatMay } from '../account/permissions'
import type { Role } from '../account/role'

/** What a hospital decides for its own safety (B25). */
export interface SecurityRules {
  /** 管理员登录需手机确认: after the right password the bound mini-program says yes, too. */
  adminsConfirm: boolean
}

export const securityRulesSchema = v.strictObject({ adminsConfirm: v.boolean() })

export const DEFAULT_SECURITY_RULES: SecurityRules = { adminsConfirm: false }

/** Those who keep accounts hold the keys of everybody else: 院级管理员 and 设备科. */
export const isAdministrator = (role: Role): boolean => rolesThatMay('account.write').includes(role)

/** Is the password alone too little for this account on the web? */
export const confirmsOnPhone = (role: Role, { adminsConfirm }: SecurityRules): boolean => adminsConfirm && isAdministrator(role)
