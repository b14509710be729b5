import * as v from 'valibot'
import type { InputOf } from '../../../contract/operation'
import type { saveType, TypeView } from '../../../contract/type'
import { roleSchema } from '../../../domain/account/role'
import { TYPE_MENUS } from '../../../domain/certificate/type-menu'
import { checkType, DEMANDABLE_FIELDS, DEVICE_OPERATOR, type CertificateType } from '../../../domain/certificate/type'
import { AFTER_EXPIRY, RHYTHMS } from '../../../domain/reminder/rules'

const rhythm = v.picklist(RHYTHMS)

/** A certificate type while it is filled in: numbers as they are typed, each rule a field of its own. */
export const typeFormSchema = v.object({
  name: v.string(),
  menu: v.picklist(TYPE_MENUS),
  validityMonths: v.string(),
  leadDays: v.string(),
  reviewDays: v.string(),
  titleLevel: v.nullable(v.picklist(['senior', 'associate-senior', 'intermediate', 'junior', 'none'])),
  basis: v.string(),
  needsDevice: v.boolean(),
  needsPerson: v.boolean(),
  requiredFields: v.array(v.picklist(DEMANDABLE_FIELDS)),
  rhythm: v.object({ home: rhythm, wechat: rhythm, sms: rhythm }),
  steps: v.array(v.number()),
  afterExpiry: v.picklist(AFTER_EXPIRY),
  escalation: v.array(v.object({ daysBefore: v.string(), role: roleSchema })),
  /** One per line. */
  papers: v.string(),
  active: v.boolean(),
})
export type TypeForm = v.InferOutput<typeof typeFormSchema>

export const TYPE_LABELS: Readonly<Record<keyof TypeForm, string>> = {
  name: '证件类型', menu: '归在', validityMonths: '通常有效期', leadDays: '提前预警时间', reviewDays: '复审窗口', titleLevel: '职称要求', basis: '依据',
  needsDevice: '需要关联设备', needsPerson: '需要持证人', requiredFields: '必填项', rhythm: '提醒节奏', steps: '提醒节点', afterExpiry: '到期后', escalation: '逐级上报',
  papers: '复审材料', active: '是否启用',
}

/** 「证件类型、依据」 */
export const labelled = (fields: ReadonlyArray<keyof TypeForm>): string => fields.map((field) => TYPE_LABELS[field]).join('、')

type Facts = Omit<CertificateType, 'id'>

export const formOf = ({ rules, papers, validityMonths, leadDays, reviewDays, ...same }: Facts): TypeForm => ({
  name: same.name, menu: same.menu, validityMonths: validityMonths === null ? '' : String(validityMonths), leadDays: String(leadDays), reviewDays: String(reviewDays),
  titleLevel: same.titleLevel, basis: same.basis, needsDevice: same.needsDevice, needsPerson: same.needsPerson, requiredFields: [...same.requiredFields],
  rhythm: { home: rules.rhythm.home, wechat: rules.rhythm.wechat, sms: rules.rhythm.sms }, steps: [...rules.steps], afterExpiry: rules.afterExpiry,
  escalation: rules.escalation.map(({ daysBefore, role }) => ({ daysBefore: String(daysBefore), role })),
  papers: papers.join('\n'), active: same.active,
})

/** What a new type starts with: the guide's rules and nothing demanded. */
export const newTypeForm = (): TypeForm => formOf({ ...DEVICE_OPERATOR, name: '', needsPerson: true, requiredFields: ['holderName'] })

/** `NaN`: what stands there is no whole number. */
export const wholeNumber = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN)

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

type Sent = InputOf<typeof saveType>['type']

/** As it is saved; numbers that are none are NaN, for `wrongIn` to find. */
export const typeOf = ({ rhythm: beats, steps, afterExpiry, escalation, papers, validityMonths, leadDays, reviewDays, ...same }: TypeForm): Sent => ({
  ...same,
  validityMonths: validityMonths.trim() === '' ? null : wholeNumber(validityMonths),
  leadDays: wholeNumber(leadDays), reviewDays: wholeNumber(reviewDays),
  papers: lines(papers),
  rules: { rhythm: beats, steps, afterExpiry, escalation: escalation.map(({ daysBefore, role }) => ({ daysBefore: wholeNumber(daysBefore), role })) },
})

/** Field → code; empty when it may be saved. */
export const wrongIn = (form: TypeForm): Record<string, string> => checkType({ ...typeOf(form), id: '' })

/** The stored type as a form with its version. */
export const storedForm = (type: TypeView): { version: number; form: TypeForm } => ({ version: type.version, form: formOf(type) })
