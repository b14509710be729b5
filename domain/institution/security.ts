import * as v from 'valibot'
import { rolesThatMay } from '../account/permissions'
import type { Role } from '../account/role'

/** What a hospital decides for its own safety (B25, PIPL). */
export interface SecurityRules {
  /** 管理员登录需手机确认: after the right password the bound mini-program says yes, too. */
  adminsConfirm: boolean
  /** 删除离职人员资料的年限: whole years after which the record of somebody who has left is deleted; null: kept. */
  leaverYears: number | null
}

export const securityRulesSchema = v.strictObject({ adminsConfirm: v.boolean(), leaverYears: v.nullable(v.number()) })

export const DEFAULT_SECURITY_RULES: SecurityRules = { adminsConfirm: false, leaverYears: null }

/** Years that may be set: papers of work are asked for in the years after somebody has left. */
export const LEAVER_YEARS = { least: 1, most: 30 } as const

/** Field → code; empty when it may be saved. */
export function checkSecurityRules({ leaverYears }: SecurityRules): Record<string, string> {
  const fits = leaverYears === null || (Number.isInteger(leaverYears) && leaverYears >= LEAVER_YEARS.least && leaverYears <= LEAVER_YEARS.most)
  return fits ? {} : { leaverYears: 'security.years-invalid' }
}

/** Those who keep accounts hold the keys of everybody else: 院级管理员 and 设备科. */
export const isAdministrator = (role: Role): boolean => rolesThatMay('account.write').includes(role)

/** Is the password alone too little for this account on the web? */
export const confirmsOnPhone = (role: Role, { adminsConfirm }: SecurityRules): boolean => adminsConfirm && isAdministrator(role)
