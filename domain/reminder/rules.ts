import * as v from 'valibot'
import type { Role } from '../account/role'
import { roleSchema } from '../account/role'
import type { Holiday, InstitutionRules } from '../institution/rules'
import type { Channel } from './channel'

/** `daily`: every day of the warning, the guide's rule (S33). `steps`: on 节点 only (B10, B28). */
export const RHYTHMS = ['daily', 'steps'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** After 有效期: `stop` as the guide says (S33), or `weekly` until it is renewed or handled (B12). */
export const AFTER_EXPIRY = ['stop', 'weekly'] as const
export type AfterExpiry = (typeof AFTER_EXPIRY)[number]

/** Days before 有效期: 9 sends instead of 181 (B28). */
export const DEFAULT_STEPS: readonly number[] = [180, 90, 60, 30, 15, 7, 3, 1, 0]

/** Nobody has handled it so many days before 有效期: accounts of this role are told, too (B9). */
export interface EscalationStep { daysBefore: number; role: Role }

/** What a certificate type says about reminding. */
export interface TypeRules {
  rhythm: Readonly<Record<Channel, Rhythm>>
  steps: readonly number[]
  afterExpiry: AfterExpiry
  /** Empty: off. */
  escalation: readonly EscalationStep[]
}

const rhythm = v.picklist(RHYTHMS)
export const typeRulesSchema = v.strictObject({
  rhythm: v.strictObject({ home: rhythm, sms: rhythm, wechat: rhythm }),
  steps: v.array(v.number()),
  afterExpiry: v.picklist(AFTER_EXPIRY),
  escalation: v.array(v.strictObject({ daysBefore: v.number(), role: roleSchema })),
})

/** All that decides when one certificate is told: its type's rules and its institution's. */
export interface ReminderRules extends TypeRules {
  /** Empty when 节假日前提醒 is off. */
  holidays: readonly Holiday[]
}

/** As the guide has it: each channel every day, silence after 有效期, nobody else is told. */
export const GUIDE_TYPE_RULES: TypeRules = { rhythm: { home: 'daily', sms: 'daily', wechat: 'daily' }, steps: DEFAULT_STEPS, afterExpiry: 'stop', escalation: [] }

/** The guide's rule without anything that an institution may add. */
export const GUIDE_RULES: ReminderRules = { ...GUIDE_TYPE_RULES, holidays: [] }

export const rulesOf = (type: TypeRules, institution: InstitutionRules): ReminderRules => ({
  rhythm: type.rhythm, steps: type.steps, afterExpiry: type.afterExpiry, escalation: type.escalation,
  holidays: institution.beforeHolidays ? institution.holidays : [],
})
