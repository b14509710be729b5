import * as v from 'valibot'
import { rolesThatMay } from '../account/permissions'
import type { Role } from '../account/role'
import { DEFAULT_RETENTION, retentionSchema, type RetentionRules } from './retention'

/** What a hospital decides for its own safety and for its people's data (B25, PIPL). */
export interface SecurityRules {
  /** 管理员登录需手机确认: after the right password the bound mini-program says yes, too. */
  adminsConfirm: boolean
  /** 保存期限. */
  retention: RetentionRules
}

export const securityRulesSchema = v.strictObject({ adminsConfirm: v.boolean(), retention: retentionSchema })

export const DEFAULT_SECURITY_RULES: SecurityRules = { adminsConfirm: false, retention: DEFAULT_RETENTION }

/** As they are stored: absent means the default, the whole or a part that came later. */
export type StoredSecurity = Pick<SecurityRules, 'adminsConfirm'> & { retention?: RetentionRules; version: number }

/** What holds in a hospital; `version` 0: nobody saved any. */
export const securityOf = (stored: StoredSecurity | undefined): { rules: SecurityRules; version: number } => {
  if (stored === undefined) return { rules: DEFAULT_SECURITY_RULES, version: 0 }
  return { rules: { adminsConfirm: stored.adminsConfirm, retention: stored.retention ?? DEFAULT_RETENTION }, version: stored.version }
}

/** Those who keep accounts hold the keys of everybody else: 院级管理员 and 设备科. */
export const isAdministrator = (role: Role): boolean => rolesThatMay('account.write').includes(role)

/** Is the password alone too little for this account on the web? */
export const confirmsOnPhone = (role: Role, { adminsConfirm }: Pick<SecurityRules, 'adminsConfirm'>): boolean => adminsConfirm && isAdministrator(role)
