import * as v from 'valibot'
import { personal } from '../account/personal-mark'
import { civilDaySchema, civilMonthSchema, type CivilDay, type CivilMonth } from '../kernel/civil-day'
import type { SendTime } from '../kernel/send-time'
import { DEFAULT_TEMPLATE } from './default-template'

/** 男, 女; 未说明 is `null` (S21). */
export const GENDERS = ['male', 'female'] as const
export type Gender = (typeof GENDERS)[number]
export const genderSchema = v.picklist(GENDERS)

/** 录入人, 修改人: roles, resolved when a message is sent (S39). */
export const RELATED_ROLES = ['creator', 'editor'] as const
export type RelatedRole = (typeof RELATED_ROLES)[number]
export const relatedRoleSchema = v.picklist(RELATED_ROLES)

/** 电脑首页通知, 短信通知, 微信通知: three independent ticks (S38). */
export const channelsSchema = v.strictObject({ home: v.boolean(), sms: v.boolean(), wechat: v.boolean() })
export type Channels = v.InferOutput<typeof channelsSchema>

/** Characters, by code point. */
export const CERTIFICATE_LIMITS = {
  issuer: 100, number: 60, holderName: 40, title: 40, operableDevice: 100, description: 500, template: 500,
  devices: 200, recipients: 50, attachments: 9, leadDays: 3650,
} as const

/** S27, S28. */
export const DEFAULT_LEAD_DAYS = 5
export const DEFAULT_SEND_TIME: SendTime = '08:00:00'

/** 设备操作证 of the guide; the type of every certificate that names none. */
export const DEVICE_OPERATOR_ID = 'device-operator'

/** The form of S18–S30 and S38–S41. Texts are as typed, '' when not filled in; `checkForm` judges it. */
export interface CertificateForm {
  /** 证件类型 (B32): a type of ./type. */
  typeId: string
  deviceIds: string[]
  /** 颁证单位 */
  issuer: string
  /** 证件号 */
  number: string
  /** 姓名 */
  holderName: string
  gender: Gender | null
  /** 出生年月 (S22) */
  birthMonth: CivilMonth | null
  /** 职称 */
  title: string
  /** 可操作大型设备名称 */
  operableDevice: string
  /** 签发日期 (form A) */
  issuedOn: CivilDay | null
  /** 生效日期 (form B); `null`: the same as `issuedOn` (S49). */
  validFrom: CivilDay | null
  /** 有效期至 (form A), 有效期止 (form B); the certificate is valid on this day. `null` only when `longTerm`. */
  expiresOn: CivilDay | null
  /** 长期有效: never expires, is never reminded. */
  longTerm: boolean
  /** 周期 in months of 保养计划 and 计量计划 (S48); every other certificate lacks it. */
  cycleMonths?: number | undefined
  /** 提前预警时间(天) */
  leadDays: number
  sendTime: SendTime
  description: string
  attachmentIds: string[]
  channels: Channels
  relatedRoles: RelatedRole[]
  /** 指定人员: any account of the institution (S40). */
  recipientIds: string[]
  /** 发送内容模板 (S41) */
  template: string
}

/** What an empty form starts with: the guide's own defaults, 首页 ticked and the one who enters it told. */
export const emptyForm = (): CertificateForm => ({
  typeId: DEVICE_OPERATOR_ID,
  deviceIds: [],
  issuer: '', number: '', holderName: '', gender: null, birthMonth: null, title: '', operableDevice: '',
  issuedOn: null, validFrom: null, expiresOn: null, longTerm: false,
  leadDays: DEFAULT_LEAD_DAYS, sendTime: DEFAULT_SEND_TIME, description: '',
  attachmentIds: [],
  channels: { home: true, sms: false, wechat: false },
  relatedRoles: ['creator'],
  recipientIds: [],
  template: DEFAULT_TEMPLATE,
})

/**
 * The form's shape only. Numbers, lengths and what fields say of each other are left to `checkForm`, so that a wrong
 * value is told at its field and not as a broken call.
 */
export const certificateFormSchema = v.strictObject({
  typeId: v.optional(v.string(), DEVICE_OPERATOR_ID),
  deviceIds: v.array(v.string()),
  issuer: v.string(),
  number: v.pipe(v.string(), personal('number')),
  holderName: v.string(),
  gender: v.nullable(genderSchema),
  birthMonth: v.nullable(v.pipe(civilMonthSchema, personal('birth'))),
  title: v.string(),
  operableDevice: v.string(),
  issuedOn: v.nullable(civilDaySchema),
  validFrom: v.nullable(civilDaySchema),
  expiresOn: v.nullable(civilDaySchema),
  longTerm: v.boolean(),
  cycleMonths: v.optional(v.number()),
  leadDays: v.number(),
  sendTime: v.string(),
  description: v.string(),
  attachmentIds: v.array(v.string()),
  channels: channelsSchema,
  relatedRoles: v.array(relatedRoleSchema),
  recipientIds: v.array(v.string()),
  template: v.string(),
})

/** `C00****001`: recognisable on a list, useless to a stranger. Never longer than it was; short ones are hidden wholly. */
export function maskNumber(number: string): string {
  const points = [...number]
  if (points.length <= 4) return '*'.repeat(points.length)
  const shown = points.length < 8 ? 1 : 3
  return `${points.slice(0, shown).join('')}****${points.slice(-shown).join('')}`
}
